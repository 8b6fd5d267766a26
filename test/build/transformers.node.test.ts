import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { declarationExtensions } from '../../build/transformers/declaration-extensions.ts';
import { withoutMessageDescriptions } from '../../build/transformers/message-descriptions.ts';
import { propertyCalls } from '../../build/transformers/property-calls.ts';
import { withoutStyleComments } from '../../build/transformers/style-comments.ts';

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ES2022,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  verbatimModuleSyntax: true,
  alwaysStrict: false,
};

/** A file of an element: where a relative import leads depends on it. */
const fileName = join(import.meta.dirname, '../../src/elements/notice/notice-element.ts');

function compile(source: string, transformer: ts.TransformerFactory<ts.SourceFile>): string {
  const transformers = { before: [transformer] };
  return ts.transpileModule(source, { compilerOptions, fileName, transformers }).outputText;
}

describe('decorators of properties', () => {
  it('become the call that they make, after the class, without their imports', () => {
    const code = compile(
      `import { state } from 'lit/decorators.js';
import { property } from '../../base/property.ts';
import { flag } from '../../base/options.ts';
export class Notice extends Base {
  @property({ is: flag, reflect: true }) plain = false;
  @property() due?: string;
  @state() private isOpen = false;
  @property({ attribute: false }) get charter() { return 1; }
}
define(Notice);`,
      propertyCalls,
    );
    assert.equal(
      code,
      `import { flag } from '../../base/options.ts';
export class Notice extends Base {
    constructor() {
        super(...arguments);
        this.plain = false;
        this.isOpen = false;
    }
    get charter() { return 1; }
}
Notice.createProperty("plain", { is: flag, reflect: true });
Notice.createProperty("due");
Notice.createProperty("isOpen", { state: true, attribute: false });
Notice.createProperty("charter", { attribute: false });
define(Notice);
`,
    );
  });

  it('keep the name that an import gives them', () => {
    const source = `import { property as option } from 'lit/decorators.js'; class X extends Y { @option() a?: string }`;
    assert.match(compile(source, propertyCalls), /^class X extends Y \{\n\}\nX\.createProperty\("a"\);/);
  });

  for (const [what, source] of Object.entries({
    'another decorator': `import { query } from 'lit/decorators.js'; class X { @query('a') a?: Element }`,
    'one of a class': `import { property } from 'lit/decorators.js'; @property() class X {}`,
    'one from elsewhere': `import { property } from './property.ts'; class X { @property() a?: string }`,
    'a state with options': `import { state } from 'lit/decorators.js'; class X { @state({}) a?: string }`,
    'one of a class that is an expression': `import { property } from 'lit/decorators.js'; f(class { @property() a = 1 })`,
  }))
    it(`stop the build: ${what}`, () => assert.throws(() => compile(source, propertyCalls), /decorator/));
});

describe('descriptions for translators', () => {
  it('are left out of messages, and of nothing else', () => {
    const code = compile(
      `this.msg('Lire', { id: 'a.b', desc: 'Button' });
localize.msg(str\`\${n} fois\`, { desc: 'Count', id: 'a.c' });
msg('Signer', {
    id: 'a.d',
    desc: 'It\\'s a button',
});
sort({ id: 'e', desc: 'down' });`,
      withoutMessageDescriptions,
    );
    assert.equal(
      code,
      `this.msg('Lire', { id: 'a.b' });
localize.msg(str \`\${n} fois\`, { id: 'a.c' });
msg('Signer', {
    id: 'a.d',
});
sort({ id: 'e', desc: 'down' });
`,
    );
  });
});

describe('comments of style sheets', () => {
  it('are left out, and what looks like one elsewhere stays', () => {
    const code = compile(
      `const sheet = css\`
  /* A token. */
  :host { color: red; content: '\\\\2014'; }
  \${other}
  /* Another,
     longer. */
  p { margin: 0; }
\`;
const page = html\`
  /* text */
\`;`,
      withoutStyleComments,
    );
    assert.equal(
      code,
      `const sheet = css \`
  :host { color: red; content: '\\\\2014'; }
  \${other}
  p { margin: 0; }
\`;
const page = html \`
  /* text */
\`;
`,
    );
  });
});

describe('extensions in declarations', () => {
  it('are those of the modules', () => {
    const { outputText } = ts.transpileDeclaration(
      `import type { A } from './a.ts';
export { b } from "../b.ts";
export type C = typeof import('./c.ts');
export type D = A | import('lit').CSSResult | './d.ts';`,
      { compilerOptions, fileName, transformers: { afterDeclarations: [declarationExtensions] } },
    );
    assert.equal(
      outputText,
      `import type { A } from './a.js';
export { b } from '../b.js';
export type C = typeof import('./c.js');
export type D = A | import('lit').CSSResult | './d.ts';
`,
    );
  });
});
