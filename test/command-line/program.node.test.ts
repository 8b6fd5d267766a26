import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findInterfaceTexts } from '../../locales/msg-calls.ts';
import { digestDocument } from '../../src/charter/index.ts';
import { charterWith, folderWith, run } from './support/command.ts';

const root = join(import.meta.dirname, '../..');
const names = ['init', 'compile', 'validate', 'digest', 'diff', 'texts', 'conformance'];

describe('the command line', () => {
  it('says its version, which is the package’s', async () => {
    const { version, bin } = JSON.parse(await readFile(join(root, 'command-line/package.json'), 'utf8'));
    assert.deepEqual(await run(root, ['--version']), { code: 0, out: `${version}\n`, err: '' });
    assert.deepEqual(bin, { 'charter-elements': './dist/main.js' });
    assert.match(await readFile(join(root, 'command-line/main.ts'), 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('names every command in its help', async () => {
    const { code, out } = await run(root, ['--help']);
    assert.equal(code, 0);
    for (const name of names) assert.match(out, new RegExp(`^ {2}${name} +\\p{Ll}`, 'mu'));
    assert.deepEqual(await run(root, []), { code: 2, out: '', err: out });
  });

  for (const name of names) {
    it(`explains ${name}: what it is for, its options, an example`, async () => {
      const { code, out } = await run(root, [name, '--help']);
      assert.equal(code, 0);
      for (const part of [
        /^Usage\u00a0: charter-elements /m,
        /^ {2}--json /m,
        /^Exemples\u00a0:\n {2}charter-elements /m,
      ]) {
        assert.match(out, part);
      }
      assert.deepEqual(await run(root, ['help', name]), { code: 0, out, err: '' });
    });
  }

  const mistakes: [args: string[], said: RegExp][] = [
    [['validat'], /«\u00a0validat\u00a0» n’existe pas .+«\u00a0validate\u00a0»/],
    [['xyz'], /choisissez parmi\u00a0: init, compile/],
    [['validate'], /quel fichier/],
    [['validate', '--jsom', 'a'], /--jsom n’existe pas\u00a0: vouliez-vous dire «\u00a0--json\u00a0»/],
    [['compile', 'a.md', '-o'], /attend une valeur/],
    [['compile', 'a.md', '-o', '--json'], /-o attend une valeur/],
    [['compile', 'a.md', '-x'], /-x n’existe pas/],
    [['compile', 'a.md', '--json=oui'], /--json n’attend pas de valeur/],
    [['compile', 'a.md', 'b.md'], /une seule/],
    [['validate', 'nowhere.json'], /impossible de lire nowhere\.json\u00a0: ce fichier n’existe pas/],
    [['validate', '.'], /c’est un dossier/],
    [['diff', 'a.md'], /deux chartes/],
    [['digest'], /nom de fichier/],
    [['digest', 'textes.json'], /n’est pas une charte/],
    [['texts', 'a.json'], /donnez -o a\.json/],
    [['init', 'a', 'b'], /un seul dossier/],
    [['conformance'], /une adresse à essayer/],
    [['conformance', 'intranet'], /«\u00a0intranet\u00a0» n’est pas une adresse complète/],
    [['conformance', 'http://me:secret@127.0.0.1/'], /--header "Authorization: …"/],
    [['conformance', 'http://127.0.0.1/', '--header', 'sans deux-points'], /«\u00a0Nom: valeur\u00a0»/],
    [['conformance', 'http://127.0.0.1/', '--timeout', 'x'], /un nombre de secondes/],
    [['conformance', 'http://127.0.0.1/', '--origin', 'intranet'], /une origine comme/],
    [['conformance', 'http://127.0.0.1/', '--charter', 'nowhere.json'], /nowhere\.json\u00a0: ce fichier/],
    [['conformance', 'http://127.0.0.1/', '--receipt-keys', 'textes.json'], /ne donne pas un jeu de clés/],
  ];
  for (const [args, said] of mistakes) {
    it(`answers 2 to: ${args.join(' ')}`, async () => {
      const folder = await folderWith({ 'textes.json': '{ "acknowledgement.sign": "Je signe" }' });
      const { code, out, err } = await run(folder, args);
      assert.match(err, /^charter-elements\u00a0: .+[.?]\n$/);
      assert.match(err, said);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
    });
  }

  it('refuses a file that is not UTF-8, and says what to do', async () => {
    const folder = await folderWith();
    await writeFile(join(folder, 'a.md'), Buffer.from('caf\xe9', 'latin1'));
    const { code, err } = await run(folder, ['validate', 'a.md']);
    assert.equal(code, 2);
    assert.match(err, /a\.md n’est pas en UTF-8/);
  });

  it('writes no colour where nobody looks', async () => {
    const { out } = await run(await folderWith(), ['validate', '-'], { input: charterWith('![x](y)') });
    assert.ok(!out.includes('\u001b'));
  });
});

describe('init', () => {
  it('writes files that validate, but for the name of the hospital', async () => {
    const folder = await folderWith();
    assert.equal((await run(folder, ['init', 'new/charter'])).code, 0);
    const files = ['charte.md', 'reseaux.json', 'textes.json'];
    assert.deepEqual(await readdir(join(folder, 'new/charter')), files);
    const { code, out } = await run(join(folder, 'new/charter'), ['validate', '--json', ...files]);
    assert.deepEqual(
      JSON.parse(out).findings.map(({ rule }: { rule: string }) => rule),
      ['etablissement'],
    );
    assert.equal(code, 1);
  });

  it('writes the built-in charter', async () => {
    const folder = await folderWith();
    await run(folder, ['init']);
    const builtIn: unknown = JSON.parse(
      await readFile(join(root, 'locales/content/charter.fr.json'), 'utf8'),
    );
    const { out } = await run(folder, ['compile', 'charte.md']);
    assert.deepEqual(JSON.parse(out), builtIn);
  });

  it('replaces nothing, and then writes nothing, without --force', async () => {
    const folder = await folderWith({ 'reseaux.json': 'mine' });
    const { code, err } = await run(folder, ['init']);
    assert.equal(code, 2);
    assert.match(err, /reseaux\.json\u00a0: déjà là, et rien n’a été écrit/);
    assert.deepEqual(await readdir(folder), ['reseaux.json']);
    assert.equal((await run(folder, ['init', '--force'])).code, 0);
    assert.notEqual(await readFile(join(folder, 'reseaux.json'), 'utf8'), 'mine');
  });
});

describe('validate', () => {
  it('says that there is nothing to put right', async () => {
    const { code, out } = await run(await folderWith(), ['validate', '-'], { input: charterWith('Texte.') });
    assert.deepEqual({ code, out }, { code: 0, out: 'Rien à corriger.\n' });
  });

  it('lists findings by file and line, and counts them', async () => {
    const folder = await folderWith({ 'a.md': charterWith('Etat.\n\n<b>'), 'b.md': charterWith('***') });
    const { code, out } = await run(folder, ['validate', 'a.md', 'b.md']);
    assert.equal(
      out,
      [
        'a.md',
        '   9:1  avertissement  près de «\u00a0Etat.\u00a0», mettez l’accent ou la cédille sur la capitale\u00a0: É, Ê, Ç [typographie]',
        '  11:1  erreur         le HTML n’est pas repris\u00a0: écrivez le texte seul (les commentaires <!-- … --> sont permis) [html]',
        '',
        'b.md',
        '  9:1  erreur         un filet (--- ou ***) n’est pas repris\u00a0: enlevez cette ligne [filet]',
        '',
        '2\u00a0erreurs, 1\u00a0avertissement',
        '',
      ].join('\n'),
    );
    assert.equal(code, 1);
  });

  it('leaves warnings aside when it is asked to', async () => {
    const options = { input: charterWith('Etat.') };
    assert.equal((await run(await folderWith(), ['validate', '-'], options)).code, 1);
    assert.equal((await run(await folderWith(), ['validate', '--errors-only', '-'], options)).code, 0);
  });

  it('checks Markdown as it is typed when it is asked to', async () => {
    const options = { input: charterWith('Quoi ?') };
    assert.equal((await run(await folderWith(), ['validate', '-'], options)).code, 0);
    assert.equal((await run(await folderWith(), ['validate', '--keep-typography', '-'], options)).code, 1);
  });
});

describe('digest', () => {
  it('is the one that browsers compute', async () => {
    const folder = join(root, 'stories/documents/charters');
    const document: unknown = JSON.parse(await readFile(join(folder, 'guide.fr.json'), 'utf8'));
    const { code, out } = await run(folder, ['digest', 'guide.fr.json']);
    assert.deepEqual({ code, out }, { code: 0, out: `${await digestDocument(document)}\n` });
  });

  it('is the same for a charter in Markdown and for what it compiles to', async () => {
    const folder = await folderWith({ 'a.md': charterWith('Où ?') });
    await run(folder, ['compile', 'a.md', '-o', 'a.json']);
    const { out } = await run(folder, ['digest', 'a.md', 'a.json']);
    const [first, second] = out.split('\n').map((line) => line.split('  ')[0]);
    assert.match(first!, /^sha256:[0-9a-f]{64}$/);
    assert.equal(first, second);
  });

  it('is not given for a charter with errors', async () => {
    const { code, out, err } = await run(await folderWith(), ['digest', '-'], {
      input: '{ "schema": "charter/1" }',
    });
    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.match(err, /il manque «\u00a0title\u00a0»/);
  });
});

describe('diff', () => {
  const before = charterWith(
    'Un.\n\nDeux.\n\n## A {#a}\n\nA.\n\n## B {#b}\n\nB.\n\n## Engagements\n\n- Je lis. {#lire}',
  );
  const after = charterWith(
    'Un.\n\nTrois.\n\n## B {#b}\n\nB.\n\n## C {#c}\n\nC.\n\n## Engagements\n\n- Je lis. {#lire facultatif}',
  ).replace('version: 1.0', 'version: 1.1');

  it('says in words what readers will see', async () => {
    const folder = await folderWith({ 'a.md': before, 'b.md': after });
    const { code, out } = await run(folder, ['diff', 'a.md', 'b.md']);
    assert.equal(
      out,
      `Essai (de la version 1.0 à la version 1.1)

Sections
  + nouvelle : «_C_» {#c}
  − retirée : «_A_» {#a}
  ~ modifiée : «_Section_» {#section}
      texte
        − Deux.
        + Trois.

Engagements
  ~ modifié : «_Je lis._» {#lire}
      caractère obligatoire
        − obligatoire
        + facultatif
`
        .replaceAll('_', '\u00a0')
        .replaceAll(' :', '\u00a0:'),
    );
    assert.equal(code, 1);
  });

  it('answers in JSON', async () => {
    const folder = await folderWith({ 'a.md': before, 'b.md': after });
    const comparison = JSON.parse((await run(folder, ['diff', '--json', 'a.md', 'b.md'])).out);
    assert.equal(comparison.before, '1.0');
    assert.deepEqual(comparison.sections.added[0].id, 'c');
  });

  it('answers 0 when readers see no difference', async () => {
    const folder = await folderWith({ 'a.md': before });
    const { code, out } = await run(folder, ['diff', 'a.md', 'a.md']);
    assert.deepEqual({ code, out }, { code: 0, out: 'Rien ne change pour les lecteurs (version 1.0).\n' });
  });
});

describe('texts', () => {
  it('gives every text of the interface, as the code has it now', async () => {
    const { code, out } = await run(await folderWith(), ['texts']);
    const texts = JSON.parse(out) as Record<string, string>;
    const inCode = Object.fromEntries(findInterfaceTexts().map(({ id, text }) => [id, text]));
    const given = Object.fromEntries(Object.entries(texts).filter(([id]) => !id.startsWith('//')));
    assert.deepEqual(given, inCode, 'the texts are not those of the code: run npm run build:documents');
    assert.equal(code, 0);
  });

  it('says what each value is', async () => {
    const { out } = await run(await folderWith(), ['texts']);
    assert.equal(JSON.parse(out)['// acknowledgement.changed'], '${0}\u00a0: un numéro de version');
  });

  it('writes a file that validates, once', async () => {
    const folder = await folderWith();
    await mkdir(join(folder, 'a'));
    assert.equal((await run(folder, ['texts', '-o', 'a/textes.json'])).code, 0);
    assert.equal((await run(folder, ['validate', 'a/textes.json'])).code, 0);
    assert.equal((await run(folder, ['texts', '-o', 'a/textes.json'])).code, 2);
    assert.equal((await run(folder, ['texts', '-o', 'a/textes.json', '--force'])).code, 0);
  });
});
