import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { languages, sourceLanguage, xliffFolder } from '../../locales/interface-texts.ts';
import { parseXML } from '../../locales/xliff.ts';

/**
 * What the XLIFF 1.2 schemas of OASIS, strict and transitional, require of the elements that are used here; anything else
 * that they would allow is refused. (The schemas themselves are in no package that could be installed.)
 */
interface Rule {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Names of the children in order, as a pattern; `#text` where text may stand. */
  readonly children: RegExp;
}

const rules: Readonly<Record<string, Rule>> = {
  xliff: { required: ['version', 'xmlns'], children: /^file( file)*$/ },
  file: { required: ['original', 'source-language', 'datatype', 'target-language'], children: /^body$/ },
  body: { required: [], children: /^(trans-unit ?)*$/ },
  'trans-unit': { required: ['id'], optional: ['approved'], children: /^source( target)?( note)*$/ },
  source: { required: [], optional: ['xml:lang'], children: /^(#text ?|x ?)+$/ },
  target: { required: [], optional: ['xml:lang', 'state'], children: /^(#text ?|x ?)+$/ },
  x: { required: ['id'], optional: ['equiv-text'], children: /^$/ },
  note: { required: [], optional: ['from', 'xml:lang'], children: /^#text$/ },
};

const states = [
  ...['final', 'needs-adaptation', 'needs-l10n', 'needs-review-adaptation', 'needs-review-l10n'],
  ...['needs-review-translation', 'needs-translation', 'new', 'signed-off', 'translated'],
];

function faultsOf(element: Element, path = element.nodeName): string[] {
  const rule = rules[element.nodeName];
  if (!rule) return [`${path} is not allowed`];
  const mayHoldText = rule.children.source.includes('#text');
  const attributes = Array.from(element.attributes, ({ name }) => name);
  const children = Array.from(element.childNodes).filter(
    (node) => node.nodeName !== '#text' || mayHoldText || node.textContent?.trim() !== '',
  );
  const names = children.map(({ nodeName }) => nodeName).join(' ');
  const state = element.getAttribute('state');
  return [
    ...rule.required.filter((name) => !attributes.includes(name)).map((name) => `${path} has no ${name}`),
    ...attributes
      .filter((name) => !rule.required.includes(name) && !rule.optional?.includes(name))
      .map((name) => `${path} must not have ${name}`),
    ...(rule.children.test(names) ? [] : [`${path} holds ${names || 'nothing'}`]),
    ...(state && !states.includes(state) ? [`${path} has the state ${state}`] : []),
    ...(element.namespaceURI === 'urn:oasis:names:tc:xliff:document:1.2' ? [] : [`${path}: namespace`]),
    ...children
      .filter((node): node is Element => node.nodeType === 1)
      .flatMap((child) =>
        faultsOf(child, `${path}/${child.nodeName} ${child.getAttribute('id') ?? ''}`.trim()),
      ),
  ];
}

describe('the XLIFF files', () => {
  it('are one for each language', () => {
    const found = globSync('*.xlf', { cwd: xliffFolder }).map((name) => basename(name, '.xlf'));
    assert.deepEqual(found.sort(), [...languages].sort());
  });

  for (const language of languages)
    it(`${language}: valid XLIFF 1.2`, () => {
      const xml = readFileSync(join(xliffFolder, `${language}.xlf`), 'utf8');
      assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
      const root = parseXML(xml).documentElement;
      assert.deepEqual(faultsOf(root), []);
      assert.equal(root.getAttribute('version'), '1.2');
      const file = root.getElementsByTagName('file')[0]!;
      assert.equal(file.getAttribute('source-language'), sourceLanguage);
      assert.equal(file.getAttribute('target-language'), language);
    });
});
