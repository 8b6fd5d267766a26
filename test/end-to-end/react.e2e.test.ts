import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../src/elements/checklist/checklist-element.ts';
import type { CharterViewer } from '../../src/elements/viewer/viewer-element.ts';
import { openPage } from '../support/drive.ts';
import type { PageLog } from '../support/drive.ts';
import { copyFixtures, packPackage, root } from '../support/packages.ts';
import { run, temporaryFolder } from '../support/packed-library.ts';
import { appears, sign } from '../support/person.ts';
import { useBrowser } from '../support/stage.ts';
import { serveFiles } from '../support/static-server.ts';

interface Props {
  readonly viewer?: object;
  readonly checklist?: object;
  readonly acknowledgement?: object;
}

/** What test/fixtures/react puts in the page: React, our components, and a page of them. */
interface Host {
  readonly Page: unknown;
  readonly CharterViewer: unknown;
  readonly StrictMode: unknown;
  createElement(type: unknown, props: object | null, ...children: unknown[]): unknown;
  createRoot(place: Element): { render(node: unknown): void; unmount(): void };
  hydrateRoot(place: Element, node: unknown): { render(node: unknown): void; unmount(): void };
  flushSync(act: () => void): void;
}

declare global {
  interface Window {
    host: Host;
    /** What the handlers of the page heard, in order. */
    heard: string[];
    /** How often the form had a field for the name. */
    openNames: number;
    /** Renders the page anew with these props, in strict mode, and what is merged into them. */
    show(props: Props): void;
  }
}

const reactVersions = ['18', '19'] as const;

for (const wanted of reactVersions)
  describe(`the components in React ${wanted}`, () => {
    const browser = useBrowser('chromium');
    let server: Awaited<ReturnType<typeof serveFiles>>;
    let sent: { version: string; html: string; said: string[] };
    let charter: object;

    before(async () => {
      const folder = await temporaryFolder(`react-${wanted}`);
      const { tarball } = await packPackage();
      const react = [`react@${wanted}`, `react-dom@${wanted}`];
      await copyFixtures('react', folder);
      await run(folder, 'npm', 'init', '--yes', '--init-type=module');
      await run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...react, tarball);
      await run(folder, join(root, 'node_modules/.bin/vite'), 'build');
      sent = JSON.parse(await run(folder, process.execPath, 'server.js')) as typeof sent;
      const page = await readFile(join(folder, 'dist/index.html'), 'utf8');
      server = await serveFiles(join(folder, 'dist'), {
        '/server.html': page.replace('<!-- page -->', () => sent.html),
        '/empty.html': page.replace('<!-- page -->', ''),
      });
      const builtIn = await readFile(join(root, 'locales/content/charter.fr.json'), 'utf8');
      charter = { ...(JSON.parse(builtIn) as object), title: 'Charte de l’hôpital' };
    });
    after(() => server.close());

    const open = async (t: TestContext, path = '/server.html'): Promise<{ page: Page; log: PageLog }> => {
      const opened = await openPage(browser(), `${server.origin}${path}`);
      t.after(() => opened.page.close());
      await opened.page.waitForFunction(() => 'host' in window);
      await opened.page.evaluate(watchNames);
      return opened;
    };

    it('are rendered by a server as what HTML can say, without a word of what it cannot', async (t) => {
      assert.equal(sent.version.split('.')[0], wanted);
      assert.deepEqual(sent.said, []);
      assert.ok(!sent.html.includes('secret'), sent.html);
      const { page, log } = await open(t);
      assert.deepEqual(await page.evaluate(readAttributes), [
        {
          id: 'charte',
          class: 'wide',
          'heading-level': '3',
          'without-toc': '',
          'defer-hydration': '',
        },
        { id: 'pratiques', for: 'charte', 'aria-busy': 'false', 'defer-hydration': '' },
        {
          for: 'charte',
          checklist: 'pratiques',
          endpoint: '/api/signatures',
          'signer-name': 'Claire Martin',
          'signer-id': '4012',
          fields: 'id',
          'lock-signer': '',
          'defer-hydration': '',
        },
      ]);
      assert.deepEqual(log.errors, []);
    });

    it('lock the identity by that HTML alone, whoever starts the element', async (t) => {
      const { page, log } = await open(t);
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('[defer-hydration]'))
          element.removeAttribute('defer-hydration');
      });
      assert.match(await appears(page, '[part~=identity]'), /Claire Martin[^]*4012/);
      assert.equal(await page.evaluate(() => window.openNames), 0);
      assert.deepEqual(log.errors, []);
    });

    for (const path of ['/server.html', '/empty.html'] as const)
      it(`${path === '/server.html' ? 'hydrate' : 'are rendered'} with objects, functions and every event, in strict mode`, async (t) => {
        const { page, log } = await open(t, path);
        assert.deepEqual(
          await page.evaluate(() =>
            [...document.querySelectorAll('[defer-hydration]')].map((each) => each.shadowRoot),
          ),
          path === '/server.html' ? [null, null, null] : [],
        );
        await page.evaluate(startPage, charter);
        assert.equal(
          await page.evaluate(() => document.querySelectorAll('[defer-hydration]').length),
          0,
          'before the first paint',
        );
        assert.equal(await appears(page, '[part~=title]', 'charter-viewer'), 'Charte de l’hôpital');
        await sign(page);
        await appears(page, '[part~=receipt]');
        const { heard, openNames } = await page.evaluate(() => ({
          heard: window.heard,
          openNames: window.openNames,
        }));
        assert.deepEqual(heard, [
          'charter-loaded Charte de l’hôpital',
          'change',
          'charter-sign-request Bearer secret',
          'fetched /api/signatures by Claire Martin',
          'charter-signed',
        ]);
        assert.equal(openNames, 0, 'a name to type, although the page locks it');
        assert.deepEqual(log, { errors: [], origins: new Set([server.origin]) });
      });

    it('hear every event once while their handlers change', async (t) => {
      const { page, log } = await open(t, '/empty.html');
      const heard = await page.evaluate(() => {
        const names: string[] = [];
        const { createElement, CharterViewer, createRoot, flushSync } = window.host;
        const root = createRoot(document.querySelector('#app')!);
        const render = (name?: string): void =>
          root.render(
            createElement(CharterViewer, { ...(name && { onCharterRead: () => void names.push(name) }) }),
          );
        const dispatch = (): void =>
          void document.querySelector('charter-viewer')!.dispatchEvent(new Event('charter-read'));
        flushSync(() => render('first'));
        dispatch();
        render('second');
        dispatch();
        flushSync(() => undefined);
        flushSync(() => render('second'));
        dispatch();
        flushSync(() => render());
        dispatch();
        flushSync(() => render('third'));
        dispatch();
        const element = document.querySelector('charter-viewer')!;
        flushSync(() => root.unmount());
        element.dispatchEvent(new Event('charter-read'));
        return names;
      });
      assert.deepEqual(heard, ['first', 'first', 'second', 'third']);
      assert.deepEqual(log.errors, []);
    });

    it('bring the default back of what goes away', async (t) => {
      const { page, log } = await open(t);
      await page.evaluate(startPage, charter);
      await appears(page, '[part~=section]', 'charter-viewer');
      const states = await page.evaluate(readStates);
      assert.deepEqual(states, {
        given: ['Dr', true, 'Bearer secret', 'function', 4, ['p1'], true],
        taken: [null, false, null, 'undefined', 2, [], false],
      });
      await appears(page, '[part~=title]', 'charter-viewer', 'bon usage');
      assert.deepEqual(log.errors, []);
    });

    it('give the element to a ref, for as long as it is there', async (t) => {
      const { page } = await open(t, '/empty.html');
      const given = await page.evaluate(() => {
        const { createElement, CharterViewer, createRoot, flushSync } = window.host;
        const root = createRoot(document.querySelector('#app')!);
        const object = { current: null as CharterViewer | null };
        const called: (string | null)[] = [];
        flushSync(() =>
          root.render([
            createElement(CharterViewer, { key: 1, ref: object }),
            createElement(CharterViewer, {
              key: 2,
              ref: (element: CharterViewer | null) => void called.push(element && element.localName),
            }),
          ]),
        );
        const isReady = typeof object.current?.goToSection;
        flushSync(() => root.unmount());
        return [isReady, object.current, ...called];
      });
      assert.deepEqual(given, ['function', null, 'charter-viewer', null]);
    });
  });

function watchNames(): void {
  window.openNames = 0;
  window.heard = [];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const shadow = attachShadow.call(this, options);
    new MutationObserver(() => {
      if (shadow.querySelector('#name')) window.openNames++;
    }).observe(shadow, { childList: true, subtree: true });
    return shadow;
  };
}

function readAttributes(): Record<string, string>[] {
  return [...document.querySelectorAll('charter-viewer, charter-checklist, charter-acknowledgement')].map(
    (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  );
}

/** Hydrates what is there, or renders where nothing is. The endpoint is a function of the page. */
function startPage(charter: object): void {
  const { createElement, createRoot, hydrateRoot, flushSync, Page, StrictMode } = window.host;
  const heard = (what: string): void => void window.heard.push(what);
  const fetcher: typeof fetch = (address, init) => {
    const record = JSON.parse(init!.body as string) as { id: string; signer: { name: string } };
    heard(`fetched ${new URL(address as string, location.href).pathname} by ${record.signer.name}`);
    const receipt = { id: record.id, receivedAt: new Date().toISOString() };
    return Promise.resolve(Response.json(receipt, { status: 201 }));
  };
  const page = ({ viewer, checklist, acknowledgement }: Props): unknown =>
    createElement(
      StrictMode,
      null,
      createElement(Page, {
        viewer: {
          charter,
          onCharterLoaded: (event: Event & { detail: { charter: { title: string } } }) =>
            heard(`${event.type} ${event.detail.charter.title}`),
          ...viewer,
        },
        checklist: {
          onChange: (event: Event) => {
            const { value, practices } = event.currentTarget as CharterChecklist;
            if (value.length === practices.length) heard(event.type);
          },
          ...checklist,
        },
        acknowledgement: {
          fetcher,
          onCharterSignRequest: (
            event: Event & { detail: { request: { headers: Record<string, string> } } },
          ) => heard(`${event.type} ${event.detail.request.headers['Authorization']!}`),
          onCharterSigned: (event: Event) => heard(event.type),
          ...acknowledgement,
        },
      }),
    );
  const place = document.querySelector('#app')!;
  let root: ReturnType<Host['createRoot']> | undefined;
  window.show = (props) =>
    flushSync(() => {
      if (root) root.render(page(props));
      else if (place.firstElementChild) root = hydrateRoot(place, page(props));
      else (root = createRoot(place)).render(page(props));
    });
  window.show({});
}

function readStates(): { given: unknown[]; taken: unknown[] } {
  const read = (): unknown[] => {
    const viewer = document.querySelector<CharterViewer>('charter-viewer')!;
    const checklist = document.querySelector<CharterChecklist>('charter-checklist')!;
    const element = document.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
    return [
      element.signer?.role ?? null,
      element.lockSigner,
      element.headers?.['Authorization'] ?? null,
      typeof element.fetcher,
      viewer.headingLevel,
      checklist.value,
      viewer.withoutToc,
    ];
  };
  const checklist = document.querySelector<CharterChecklist>('charter-checklist')!;
  const [first] = checklist.practices;
  window.show({
    viewer: { headingLevel: 4 },
    checklist: { value: [first!.id] },
    acknowledgement: { signer: { name: 'Claire Martin', role: 'Dr' } },
  });
  const given = read().map((each) =>
    Array.isArray(each) ? each.map((id) => (id === first!.id ? 'p1' : id)) : each,
  );
  window.show({
    viewer: { headingLevel: undefined, withoutToc: undefined, charter: undefined },
    checklist: { value: undefined },
    acknowledgement: { signer: undefined, lockSigner: undefined, headers: undefined, fetcher: undefined },
  });
  return { given, taken: read() };
}
