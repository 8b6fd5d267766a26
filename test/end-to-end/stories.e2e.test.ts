/**
 * Every story of the built Storybook: it is rendered and played without an error, sends nothing out, passes axe-core and
 * looks like its reference pictures. `STORIES=<part of an id>` visits some of them; `npm run pictures:update` rewrites
 * the pictures that changed.
 */
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { sourceTexts } from '../../locales/interface-texts.ts';
import { colourRules } from '../support/axe-findings.ts';
import { launch, openPage } from '../support/drive.ts';
import { openPictures } from '../support/storybook/pictures.ts';
import { createVisitor, stillChromium } from '../support/storybook/story-visit.ts';
import type { Look, StoryVisit } from '../support/storybook/story-visit.ts';
import { openStorybook } from '../support/storybook/storybook.ts';
import type { StorybookEntry } from '../support/storybook/storybook.ts';

const textsId = 'localisation-textes-de-l-interface--textes';
const wanted = process.env['STORIES'] ?? '';
const isUpdate = process.env['UPDATE_PICTURES'] === '1';

/** The pictures taken of a story once it has played. The toolbars are changed under it, as a person does. */
const looks: Readonly<Record<string, Look>> = {
  light: { width: 1024 },
  'forced-colors': { width: 640, hasForcedColors: true },
  narrow: { width: 320 },
  dark: { width: 640, toolbars: { theme: 'dark' } },
  'right-to-left': { width: 1024, toolbars: { theme: 'light', language: 'ar' } },
};

const windows = Math.min(2, availableParallelism());

test('the built Storybook', { concurrency: windows, timeout: 15 * 60_000 }, async (t) => {
  const storybook = await openStorybook();
  t.after(() => storybook.close());
  const browser = await launch('chromium', stillChromium);
  t.after(() => browser.close());
  const pictures = await openPictures(isUpdate);
  const entries = storybook.entries.filter(({ id }) => id.includes(wanted));
  assert.ok(entries.length > 0, `Storybook has no story whose id has “${wanted}”`);
  const free = await Promise.all(Array.from({ length: windows }, () => createVisitor(browser, storybook)));
  const withoutPictures = new Set<string>();
  const counts = { stories: 0, pages: 0, states: 0, errors: 0, violations: 0 };

  const check = async (entry: StorybookEntry): Promise<void> => {
    // None is free where a test before this one ran out of time.
    const visitor = free.pop() ?? (await createVisitor(browser, storybook));
    const problems: string[] = [];
    const note = async (visit: StoryVisit): Promise<void> => {
      problems.push(...visit.end.problems);
      if (problems.length > 0) return;
      // The stories inside a page of documentation are shown after it.
      if (entry.type === 'docs') return visit.settle();
      const hasPictures = visit.end.parameters.picture !== false;
      if (!hasPictures) withoutPictures.add(entry.id);
      counts.states += visit.end.parameters.states ?? 0;
      for (const [name, look] of Object.entries(looks)) {
        await visit.look(look);
        const problem = hasPictures && (await pictures.check(`${entry.id}.${name}`, () => visit.capture()));
        if (problem) problems.push(problem);
        // It computes no contrast in forced colours, where people choose them.
        if (name !== 'light' && name !== 'dark') continue;
        const violations = await visit.audit(name === 'light' ? undefined : colourRules);
        counts.violations += violations.length;
        problems.push(...violations.map((violation) => `axe-core, ${name}: ${violation}`));
      }
    };
    try {
      await visitor.visit(entry, async (visit) => {
        await note(visit);
        counts.errors += visit.findings.length;
        problems.push(...visit.findings);
      });
    } finally {
      free.push(visitor);
    }
    counts[entry.type === 'docs' ? 'pages' : 'stories'] += 1;
    assert.ok(
      problems.length === 0,
      `${entry.title} › ${entry.name} (${entry.id}):\n- ${problems.join('\n- ')}\n` +
        `To see it: npm run storybook, then http://localhost:6006/?path=/${entry.type}/${entry.id}`,
    );
  };

  await Promise.all(entries.map((entry) => t.test(`${entry.title} › ${entry.name}`, () => check(entry))));
  await t.test('no reference picture is left of a story that is gone', async () => {
    const stories = entries.filter(({ id, type }) => type === 'story' && !withoutPictures.has(id));
    const known = new Set(stories.flatMap(({ id }) => Object.keys(looks).map((look) => `${id}.${look}`)));
    assert.deepEqual(await pictures.removeStale(known, wanted), []);
  });
  if (textsId.includes(wanted)) {
    await t.test('lists every text of the interface, with where it appears', async () => {
      const { page } = await openPage(
        browser,
        `${storybook.origin}/iframe.html?id=${textsId}&viewMode=story`,
      );
      await page.waitForSelector('.texts tbody tr');
      const rows = await page.$$eval('.texts tbody tr', (all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
      );
      assert.deepEqual(
        rows.map(([id]) => id),
        sourceTexts().map(({ name }) => name),
      );
      assert.deepEqual(
        rows.filter((cells) => cells.slice(1, 4).some((cell) => cell === '')),
        [],
      );
      await page.close();
    });
  }
  for (const change of pictures.changed) console.log(`Picture ${change}`);
  console.log(
    `${counts.stories} stories, ${counts.pages} pages of documentation, ${counts.states} states, ` +
      `${pictures.count} pictures, ${counts.errors} errors of console or network, ${counts.violations} axe-core findings`,
  );
});
