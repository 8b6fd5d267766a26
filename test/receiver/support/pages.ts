import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { typographyFaults } from '../../support/french-typography.ts';
import { readPage } from './forms.ts';
import type { Answer } from './requests.ts';

/** Nothing but these: a page that shows what people typed has no other element. */
const elements = new Set(
  'html head meta title style body main h1 h2 p ul li dl div dt dd time span code details summary pre a'.split(
    ' ',
  ),
);
const voidElements = new Set(['meta']);

/** The answer is a whole French page, well-formed and alone: no script, nothing loaded, not to be cached. */
export function assertPage(answer: Answer, status: number, outcome: string): void {
  const { headers, text } = answer;
  assert.equal(answer.status, status, text);
  assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(headers.get('content-language'), 'fr');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('referrer-policy'), 'no-referrer');

  const style = /<style>([\s\S]*?)<\/style>/.exec(text)![1]!;
  const hash = createHash('sha256').update(style).digest('base64');
  assert.equal(
    headers.get('content-security-policy'),
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`,
  );
  assert.doesNotMatch(style, /url\(|@import/);

  assert.match(text, /^<!doctype html>\s*<html lang="fr">/);
  assertWellFormed(text.replace(style, '').replace(/^<!doctype html>/, ''));
  for (const name of ['h1', 'main', 'title']) {
    assert.equal(text.match(new RegExp(`<${name}[ >]`, 'g'))?.length, 1, name);
  }
  const [title = '', heading] = readPage(answer);
  assert.ok(title.startsWith(`${outcome} – `), title);
  assert.equal(heading, outcome);
  // What people typed, numbers and digests follow no typography.
  const french = readPage({ ...answer, text: text.replace(/<(dd|code)\b[\s\S]*?<\/\1>/g, '') }).filter(
    (block) => !block.includes('n’est pas prévu'),
  );
  assert.deepEqual(
    french.flatMap((block) => typographyFaults(block)),
    [],
  );
}

/** Every tag is known and closed in turn, and every other sign of HTML is escaped. */
function assertWellFormed(markup: string): void {
  const open: string[] = [];
  const rest = markup.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*) ?\/?>/g,
    (_, slash: string, name: string, attributes: string) => {
      assert.ok(elements.has(name), `<${name}>`);
      assert.doesNotMatch(attributes, / on[a-z]+=|style=|src=|javascript:/);
      if (slash) assert.equal(open.pop(), name);
      else if (!voidElements.has(name)) open.push(name);
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>"]/);
  assert.doesNotMatch(rest, /&(?!(?:amp|lt|gt|quot|#39);)/);
}
