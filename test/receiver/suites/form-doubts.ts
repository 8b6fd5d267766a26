import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EngineUnderTest } from '../support/each-store.ts';
import {
  cookiesOf,
  encodeForm,
  guideForm,
  numberOn,
  postForm,
  postFormAgain,
  postFormOnce,
  readPage,
  receiptOn,
  uniqueForm,
} from '../support/forms.ts';
import { assertPage } from '../support/pages.ts';
import { loadEarlierLibrary, visits } from '../support/records.ts';
import { readBack } from '../support/requests.ts';

/** What a form is when it comes once more, and when something is wrong in it. */
export function formDoubtsSuite(get: () => EngineUnderTest): void {
  describe('POST /api/signatures by a form', () => {
    let address: string;
    let close: () => Promise<void>;
    before(async () => ({ address, close } = await get().serve()));
    after(() => close());

    describe('sent again', () => {
      it('is the earlier signature, by its id', async () => {
        const form = { ...guideForm, id: crypto.randomUUID() };
        const first = await postForm(address, form);
        const again = await postForm(address, form);
        assertPage(again, 200, 'Votre signature est enregistrée');
        assert.equal(again.text, first.text);
        const other = await postForm(address, { ...form, 'signer.name': 'Someone Else' });
        assertPage(other, 422, 'Votre signature n’est pas enregistrée');
        assert.match(other.text, /Une autre signature porte déjà le même numéro/);
      });

      it('is the earlier signature, by what it says, without an id, in the same browser', async () => {
        const form = uniqueForm();
        const first = await postForm(address, form);
        assert.match(numberOn(first), /^.{8}-.{4}-8.{3}-[89ab].{3}-/);
        const [cookie = '', ...others] = first.headers.getSetCookie();
        assert.deepEqual(others, []);
        assert.match(
          cookie,
          /^charter_form=[\w-]{22}; Max-Age=600; Path=\/api\/signatures; HttpOnly; SameSite=Strict$/,
        );
        const again = await postFormAgain(address, { ...form, 'signer.role': ' ', _token: 'other' }, first);
        assert.equal(again.status, 200);
        assert.equal(again.text, first.text);
        const other = await postFormAgain(address, { ...form, 'signer.role': 'Infirmier' }, first);
        assert.equal(other.status, 201);
        assert.notEqual(numberOn(other), numberOn(first));
      });

      it('by a browser that is not known yet is recorded under the secret that it is told first', async () => {
        const form = uniqueForm();
        const headers = { 'Sec-Fetch-Site': 'same-origin' };
        const rows = await get().countRows();
        // Whichever of its two clicks a browser goes on with.
        const clicks = await Promise.all([
          postFormOnce(address, form, headers),
          postFormOnce(address, form, headers),
        ]);
        for (const { status, text, headers } of clicks)
          assert.deepEqual([status, text, headers.get('location')], [307, '', '?again=']);
        assert.equal(new Set(clicks.map(cookiesOf)).size, 2);
        assert.equal(await get().countRows(), rows);
        const [first, second] = clicks;
        const known = { ...headers, Cookie: cookiesOf(first) };
        const answers = [
          await postFormOnce(address, form, known, '?again='),
          // The second click, once the first was told; and a reload.
          await postFormOnce(address, form, known),
          await postFormOnce(address, form, known, '?again='),
        ];
        assert.deepEqual(
          answers.map(({ status }) => status),
          [201, 200, 200],
        );
        assert.equal(new Set(answers.map(numberOn)).size, 1);
        assert.equal(await get().countRows(), rows + 1);
        // Another browser, whose form says the same, learns nothing.
        const other = { ...headers, Cookie: cookiesOf(second) };
        assert.equal((await postFormOnce(address, form, other, '?again=')).status, 201);
      });

      it('by a browser that keeps no cookies, a command or with an id is taken at once', async () => {
        const browser = { Origin: address };
        const asked = await postFormOnce(address, uniqueForm(), browser, '?lang=fr');
        assert.equal(asked.headers.get('location'), '?lang=fr&again=');
        assert.equal((await postFormOnce(address, uniqueForm(), browser, '?lang=fr&again=')).status, 201);
        assert.equal((await postFormOnce(address, uniqueForm())).status, 201);
        const withId = { ...uniqueForm(), id: crypto.randomUUID() };
        const answer = await postFormOnce(address, withId, browser);
        assert.deepEqual([answer.status, answer.headers.getSetCookie()], [201, []]);
      });

      it('by somebody else tells nothing of the earlier one, and does not take its place', async () => {
        const form = uniqueForm();
        // Before the person, and after: each is a signature of its own, the answers differ in nothing else.
        const answers = [
          await postForm(address, form),
          await postForm(address, form),
          await postForm(address, form),
        ];
        const proofs = answers.map(receiptOn);
        assert.equal(new Set(proofs.map(({ id }) => id)).size, 3);
        for (const [index, answer] of answers.entries()) {
          assertPage(answer, 201, 'Votre signature est enregistrée');
          for (const [other, { id, receipt }] of proofs.entries()) {
            assert.equal(answer.text.includes(id), other === index);
            assert.equal(answer.text.includes(receipt), other === index);
          }
        }
        // Nor does a cookie of one's own making.
        for (const cookie of ['', 'x', 'A'.repeat(22), numberOn(answers[0]!)]) {
          const guess = await postForm(address, form, { Cookie: `charter_form=${cookie}` });
          assert.equal(guess.status, 201);
        }
        const [mine, ...more] = proofs;
        assert.equal((await readBack(address, mine!)).status, 200);
        assert.equal((await readBack(address, { ...more[0]!, id: mine!.id })).status, 403);
      });

      it('makes one row of 50 at once, in the same browser or with an id', async () => {
        const browser = await postForm(address, uniqueForm());
        for (const form of [uniqueForm(), { ...uniqueForm(), id: crypto.randomUUID() }]) {
          const rows = await get().countRows();
          const answers = await Promise.all(
            Array.from({ length: 50 }, () => postFormAgain(address, form, browser)),
          );
          assert.equal(answers.filter(({ status }) => status === 201).length, 1);
          assert.equal(answers.filter(({ status }) => status === 200).length, 49);
          assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
          assert.equal(await get().countRows(), rows + 1);
        }
      });

      it('is the earlier signature also when the charter has a newer version since', async () => {
        const older = await get().serve({ charters: await loadEarlierLibrary() });
        const form = { ...uniqueForm(), 'charter.version': '1.0.0', statements: 'read' };
        const first = await postForm(older.address, form);
        assert.equal(first.status, 201, first.text);
        const again = await postFormAgain(address, form, first);
        assert.equal(again.status, 200);
        assert.equal(again.text, first.text);
        await older.close();
      });
    });

    describe('with a mistake', () => {
      const wrong: [
        title: string,
        fields: Record<string, string | string[]>,
        status: number,
        said: RegExp[],
      ][] = [
        ['no name', { 'signer.name': ' ' }, 422, [/^Indiquez votre nom et votre prénom\.$/]],
        ['a long name', { 'signer.name': 'x'.repeat(201) }, 422, [/votre nom .* 200\u00a0caractères/]],
        [
          'no required statement',
          { statements: 'news' },
          422,
          [/^Cochez .*«\u00a0J’ai lu la charte\.\u00a0»$/, /«\u00a0Je m’engage à la respecter, .*\u00a0»$/],
        ],
        ['a wrong address', { 'signer.email': 'zoe' }, 422, [/prenom\.nom@hopital\.example/]],
        ['a refusal without reason', { decision: 'declined' }, 422, [/^Dites pourquoi/]],
        ['a reason without refusal', { reason: 'x' }, 422, [/une raison de la refuser est écrite/]],
        ['an unknown field', { ip: '10.0.0.1' }, 422, [/^Le champ «\u00a0ip\u00a0» n’est pas prévu\.$/]],
        [
          'a field twice',
          { 'signer.name': ['A', 'B'] },
          422,
          [/«\u00a0signer\.name\u00a0» est donné deux fois/],
        ],
        ['an id that is none', { id: '12' }, 422, [/«\u00a0id\u00a0» n’est pas un UUID/]],
        ['another decision', { decision: 'maybe' }, 422, [/«\u00a0decision\u00a0» vaut/]],
        ['no charter', { 'charter.id': '' }, 422, [/«\u00a0charter\.id\u00a0» manque/]],
        ['no version', { 'charter.version': '' }, 422, [/«\u00a0charter\.version\u00a0» manque/]],
        ['another audience', { 'charter.audience': 'all' }, 422, [/«\u00a0charter\.audience\u00a0» vaut/]],
        ['a digest that is none', { 'charter.digest': 'x' }, 422, [/n’est pas une empreinte/]],
        ['another digest', { 'charter.digest': visits.digest }, 422, [/n’est pas celui que l’établissement/]],
        ['an unknown version', { 'charter.version': '9' }, 422, [/n’est pas celui que l’établissement/]],
        ['an unknown statement', { statements: ['read', 'commit', 'sing'] }, 422, [/nomme un engagement/]],
        ['a statement twice', { statements: ['read', 'commit', 'read'] }, 422, [/le même qu’un autre/]],
        ['an unknown practice', { practices: 'fly' }, 422, [/nomme une bonne pratique/]],
        ['an outdated version', { 'charter.version': '1.0.0' }, 409, [/nouvelle version, 2\.0\.0\. C’est/]],
        ['U+0000', { 'signer.name': 'a\0b' }, 422, [/^Écrivez votre nom/]],
      ];
      for (const [title, fields, status, said] of wrong) {
        it(`(${title}) is refused with what to do`, async () => {
          const rows = await get().countRows();
          const answer = await postForm(address, { ...guideForm, ...fields });
          assertPage(answer, status, 'Votre signature n’est pas enregistrée');
          const sentences = readPage(answer);
          for (const pattern of said) {
            assert.ok(
              sentences.some((sentence) => pattern.test(sentence)),
              `${pattern}\n${sentences.join('\n')}`,
            );
          }
          assert.ok(sentences.some((sentence) => /Revenez en arrière|Signalez-le/.test(sentence)));
          assert.equal(await get().countRows(), rows);
        });
      }

      it('tells everything that a person has to correct at once', async () => {
        const answer = await postForm(address, {
          ...guideForm,
          'signer.name': '',
          'signer.email': 'x',
          statements: 'commit',
        });
        const sentences = readPage(answer);
        assert.ok(sentences.some((sentence) => sentence.includes('J’ai lu la charte.')));
        assert.ok(!sentences.some((sentence) => sentence.includes('à la respecter')));
        assert.ok(sentences.some((sentence) => sentence.includes('votre nom')));
        assert.ok(sentences.some((sentence) => sentence.includes('adresse électronique')));
        assert.ok(sentences.includes('Revenez en arrière\u00a0: votre saisie y est encore.'));
      });

      it('is refused when it cannot be read', async () => {
        const prefix = `${encodeForm(guideForm)}&signer.role=`;
        const fields = Array.from({ length: 501 }, () => 'practices=blur').join('&');
        const bodies: [body: string, status: number, type?: string][] = [
          [`${prefix}%`, 400],
          [`${prefix}%e9t%e9`, 400],
          [`${prefix}%ed%a0%80`, 400],
          ['', 422],
          ['&&&', 422],
          ['=', 422],
          [fields, 422],
          ['x'.repeat(65_537), 413],
          [encodeForm(guideForm), 415, 'application/x-www-form-urlencoded; charset=iso-8859-1'],
          [encodeForm(guideForm), 415, 'multipart/form-data; boundary=x'],
        ];
        for (const [body, status, type] of bodies) {
          const answer = await postForm(address, body, type === undefined ? {} : { 'Content-Type': type });
          assertPage(answer, status, 'Votre signature n’est pas enregistrée');
        }
      });
    });
  });
}
