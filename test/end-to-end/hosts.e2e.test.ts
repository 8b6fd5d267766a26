import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import { version } from '../../src/version.ts';
import { drivenEngines } from '../support/drive.ts';
import { builtApps, changePages, hostFiles } from '../support/host-pages.ts';
import { visitHost } from '../support/host-visit.ts';
import type { HostVisit } from '../support/host-visit.ts';
import { unpackAs } from '../support/packed-library.ts';
import { appears, click, prepare } from '../support/person.ts';
import { useBrowser, useHospital, useHosts } from '../support/stage.ts';

for (const engine of drivenEngines)
  describe(`the pages of demo/hosts in ${engine}`, () => {
    const hosts = useHosts();
    const hospital = useHospital();
    const browser = useBrowser(engine);

    const visit = (t: TestContext, path: string): Promise<HostVisit> => {
      const files = hostFiles(hosts().folder);
      return visitHost(t, { browser: browser(), hospital: hospital(), files }, path);
    };

    it('plain: a script and three tags', async (t) => {
      const { log, network, signOnce } = await visit(t, '/plain/');
      await signOnce(`Anne Plain ${engine}`);
      assert.deepEqual(log, { errors: [], origins: new Set([network.origin]) });
    });

    it('prototype: beside jQuery 1.12 and what Prototype.js does to the page', async (t) => {
      const { page, log, signed } = await visit(t, '/prototype/');
      assert.deepEqual(await page.evaluate(spoiled), [true, true, true]);
      await prepare(page, `Anne Prototype ${engine}`);
      const shown = await page.evaluate(
        () =>
          document.querySelector('charter-acknowledgement')!.shadowRoot!.querySelector('pre')!.textContent,
      );
      await click(page, '[part~=sign-button]');
      const record = await signed(`Anne Prototype ${engine}`);
      assert.deepEqual(JSON.parse(shown), record);
      assert.equal(await text(page, '#signed'), `Signature n° ${record.id}`);
      assert.deepEqual(log.errors, []);
    });

    it('bootstrap: in its accordion, with its colours', async (t) => {
      const { page, log, signed } = await visit(t, '/bootstrap/');
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('shown.bs.collapse', resolve);
            document.querySelector<HTMLElement>('.accordion-button')!.click();
          }),
      );
      await prepare(page, `Anne Bootstrap ${engine}`);
      const colours = await page.evaluate(() => {
        const button = document
          .querySelector('charter-acknowledgement')!
          .shadowRoot!.querySelector('[part~=sign-button]')!;
        const probe = document.createElement('p');
        probe.className = 'bg-primary';
        document.body.append(probe);
        return [button, probe].map((element) => getComputedStyle(element).backgroundColor);
      });
      assert.equal(colours[0], colours[1]);
      await click(page, '[part~=sign-button]');
      await signed(`Anne Bootstrap ${engine}`);
      assert.deepEqual(log.errors, []);
    });

    it('css-reset: laid out and usable', async (t) => {
      const { page, log, signed } = await visit(t, '/css-reset/');
      await prepare(page, `Anne Reset ${engine}`);
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll('charter-viewer, charter-checklist, charter-acknowledgement')].map(
          (element) => {
            const root = element.shadowRoot!.querySelector('.root')!.getBoundingClientRect();
            return { isWide: root.width > innerWidth * 0.9, isTall: root.height > 200, top: root.top };
          },
        ),
      );
      assert.equal(boxes.length, 3);
      assert.ok(
        boxes.every(({ isWide, isTall }) => isWide && isTall),
        JSON.stringify(boxes),
      );
      assert.deepEqual(
        boxes.map(({ top }) => top).toSorted((a, b) => a - b),
        boxes.map(({ top }) => top),
      );
      await click(page, '[part~=sign-button]');
      await signed(`Anne Reset ${engine}`);
      assert.deepEqual(log.errors, []);
    });

    it('sharepoint: elements come and go without a reload, under a strict policy', async (t) => {
      const { page, log, network, signOnce } = await visit(t, '/sharepoint/?page=charte');
      await appears(page, '#name');
      for (const [link, count] of [
        ['accueil', 0],
        ['charte', 3],
        ['accueil', 0],
        ['charte', 3],
      ] as const) {
        const found = await page.evaluate((name) => {
          document.querySelector<HTMLElement>(`a[href="?page=${name}"]`)!.click();
          return document.querySelectorAll('charter-viewer, charter-checklist, charter-acknowledgement')
            .length;
        }, link);
        assert.equal(found, count);
      }
      const { signer } = await signOnce(`Anne SharePoint ${engine}`);
      assert.equal(signer.department, 'Urgences', 'a property set before the page was there');
      assert.deepEqual(log, { errors: [], origins: new Set([network.origin]) });
    });

    it('drupal: what an editor may save becomes the elements', async (t) => {
      const { page, log, signOnce } = await visit(t, '/drupal/');
      await page.waitForSelector('charter-acknowledgement');
      const { signer } = await signOnce(`Anne Drupal ${engine}`);
      assert.equal(signer.department, 'Urgences');
      assert.equal(await page.evaluate(() => document.querySelectorAll('[data-charter-element]').length), 0);
      assert.deepEqual(log.errors, []);
    });

    it('turbo: visits, the preview of a page seen before, and a form', async (t) => {
      const { page, log, signOnce } = await visit(t, '/turbo/index.html');
      const isSame = await stay(page);
      await follow(page, 'charter.html');
      await prepare(page, 'Personne');
      await follow(page, 'index.html');
      await back(page);
      await appears(page, '#name');
      assert.equal(await page.evaluate(() => document.querySelectorAll('charter-acknowledgement').length), 1);
      // The checklist is a control of a form that Turbo sends.
      await appears(page, '[type=checkbox]:checked', 'charter-checklist');
      const practices = await page.evaluate(() => document.querySelector('charter-checklist')!.value);
      await turboLoad(page, () => document.querySelector<HTMLElement>('#send')!.click());
      assert.deepEqual(new URL(page.url()).searchParams.getAll('pratiques'), practices);
      await follow(page, 'charter.html');
      await page.evaluate(() => document.querySelector('charter-checklist')!.clear());
      await signOnce(`Anne Turbo ${engine}`);
      assert.ok(await isSame(), 'Turbo swapped the pages, the browser loaded none');
      assert.deepEqual(log.errors, []);
    });

    it('htmx: swapped in, out and in again, and a boosted link', async (t) => {
      const { page, log, signOnce } = await visit(t, '/htmx/index.html');
      const isSame = await stay(page);
      for (const id of ['show', 'hide', 'show']) {
        await htmxSettle(page, `#${id}`);
        assert.equal(
          await page.evaluate(() => document.querySelectorAll('charter-viewer').length),
          id === 'show' ? 1 : 0,
        );
      }
      await signOnce(`Anne Swap ${engine}`);
      await htmxSettle(page, 'a[href="charter.html"]');
      await signOnce(`Anne Boost ${engine}`);
      assert.ok(await isSame(), 'htmx swapped the pages, the browser loaded none');
      assert.deepEqual(log.errors, []);
    });

    for (const app of builtApps) {
      it(`${app}: events and properties both ways`, async (t) => {
        const { page, log, network, signOnce } = await visit(t, `/${app}/dist/`);
        assert.equal(await text(page, '#count'), '0');
        const ticked = await tick(page);
        assert.ok(ticked > 0);
        assert.equal(await text(page, '#count'), String(ticked));
        await page.evaluate(() => document.querySelector<HTMLElement>('#untick')!.click());
        await appears(page, '[part~=root]:not(:has(:checked))', 'charter-checklist');
        assert.equal(await text(page, '#count'), '0');
        const { id, signer, practices } = await signOnce(`Anne ${app} ${engine}`);
        assert.equal(signer.department, 'Urgences', 'an object given as a property');
        assert.equal(practices?.length, ticked);
        assert.equal((await text(page, '#signed')).trim(), `Signature n° ${id}`);
        assert.deepEqual(log, { errors: [], origins: new Set([network.origin]) });
      });
    }
  });

describe('two versions of the library on one page', () => {
  const hosts = useHosts();
  const hospital = useHospital();
  const browser = useBrowser('chromium');

  for (const first of ['standalone', 'npm'] as const) {
    it(`the one that comes first works, says the other (${first} first)`, async (t) => {
      const { folder, tarball } = hosts();
      const other = await unpackAs(tarball, '9.9.9');
      const script = '<script type="module" src="/other/charter-elements.js"></script>';
      const files = hostFiles(folder, { other: join(other, 'dist/standalone') });
      const place = {
        browser: browser(),
        hospital: hospital(),
        files: changePages(files, (page) =>
          first === 'npm' ? page.replace('</head>', `${script}$&`) : page.replace('<script', `${script}$&`),
        ),
      };
      const { page, log, signOnce } = await visitHost(t, place, '/react/dist/');
      const { component } = await signOnce(`Anne ${first}`);
      const [winner, loser] = first === 'npm' ? [version, '9.9.9'] : ['9.9.9', version];
      assert.equal(component, `charter-elements/${winner}`);
      const warnings = await page.evaluate(() => window.warnings);
      assert.equal(warnings.length, 1, warnings.join('\n'));
      assert.ok(
        warnings[0]!.includes(`version ${winner}`) && warnings[0]!.includes(`version ${loser}`),
        warnings[0],
      );

      // A second element of the page, of the tags that the other copy left out.
      await page.evaluate(() => {
        document
          .querySelector('charter-acknowledgement')!
          .replaceWith(
            Object.assign(document.createElement('charter-acknowledgement'), { endpoint: '/api/signatures' }),
          );
        document.querySelector('charter-checklist')!.clear();
      });
      await signOnce(`Zoé ${first}`);
      assert.deepEqual(log.errors, []);
    });
  }
});

/** Whether values are written twice, and functions are ignored, as Prototype.js before 1.7 had it. */
function spoiled(): boolean[] {
  return [
    JSON.stringify({ list: ['a'] }) !== '{"list":["a"]}',
    Array.from([1], (each) => each + 1)[0] === 1,
    typeof [1, 2].reduce((sum, each) => sum + each, 0) !== 'number',
  ];
}

/** Ticks every practice; resolves to how many there are. */
async function tick(page: Page): Promise<number> {
  await appears(page, '[type=checkbox]', 'charter-checklist');
  return page.evaluate(() => {
    const checklist = document.querySelector('charter-checklist')!;
    for (const box of checklist.shadowRoot!.querySelectorAll<HTMLElement>('[type=checkbox]')) box.click();
    return checklist.value.length;
  });
}

function text(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => document.querySelector(wanted)!.textContent, selector);
}

/** Marks the page; the function returned tells whether it is still the same one. */
async function stay(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => void Object.assign(window, { isSame: true }));
  return () => page.evaluate(() => 'isSame' in window);
}

/** Does something in the page and waits until Turbo shows another one. */
async function turboLoad(page: Page, act: (href: string) => void, href = ''): Promise<void> {
  await page.evaluate(() => {
    const loaded = new Promise((resolve) => document.addEventListener('turbo:load', resolve, { once: true }));
    Object.assign(window, { loaded });
  });
  await page.evaluate(act, href);
  await page.evaluate(() => (window as unknown as { loaded: Promise<unknown> }).loaded.then(() => undefined));
}

function follow(page: Page, href: string): Promise<void> {
  return turboLoad(
    page,
    (wanted) => document.querySelector<HTMLElement>(`a[href="${wanted}"]`)!.click(),
    href,
  );
}

function back(page: Page): Promise<void> {
  return turboLoad(page, () => history.back());
}

/** Presses something and waits until htmx has swapped what it asked for. */
function htmxSettle(page: Page, selector: string): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        document.addEventListener('htmx:afterSettle', () => resolve(), { once: true });
        document.querySelector<HTMLElement>(wanted)!.click();
      }),
    selector,
  );
}
