import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { loadCharters } from '../../../receiver/domain/charters.ts';
import type { Store } from '../../../receiver/domain/store.ts';
import { DatabaseUnavailableError } from '../../../receiver/store/sql-client.ts';
import { verifyReceipt } from '../../../src/signature/index.ts';
import type { JSONWebKeySet, Receipt, SignatureRecord } from '../../../src/signature/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { encodeForm, guideForm, postForm, readPage, receiptOn, uniqueForm } from '../support/forms.ts';
import { assertPage } from '../support/pages.ts';
import { guide, visits } from '../support/records.ts';
import { readBack, request } from '../support/requests.ts';
import { seed } from '../support/seed.ts';

/** Stands for a store whose database is gone. */
const lostStore = {
  find: () => Promise.reject(new DatabaseUnavailableError('gone')),
} as unknown as Store;

/** A page without a script signs with a plain form. */
export function formsSuite(get: () => EngineUnderTest): void {
  describe('POST /api/signatures by a form', () => {
    let address: string;
    let close: () => Promise<void>;
    before(async () => ({ address, close } = await get().serve()));
    after(() => close());

    it('records what the form says, in the words of the charter kept here', async () => {
      const id = crypto.randomUUID();
      const begin = Date.now();
      const answer = await postForm(address, {
        ...guideForm,
        id,
        _charset_: 'utf-8',
        'charter.audience': '',
        'signer.name': '  Zoë Lefèvre ',
        'signer.email': 'zoe@hopital.example',
        'signer.role': '',
        practices: ['blur', 'ask'],
      });
      assertPage(answer, 201, 'Votre signature est enregistrée');
      assert.equal(answer.headers.get('location'), `/api/signatures/${id}`);
      const { body } = await readBack(address, receiptOn(answer));
      const record = body['record'] as SignatureRecord;
      const { signedAt, ...rest } = record;
      assert.deepEqual(rest, {
        schema: 'charter-signature/1',
        id,
        decision: 'accepted',
        charter: { id: 'guide', version: '2.0.0', locale: 'fr', digest: guide.digest, audience: 'staff' },
        signer: { name: 'Zoë Lefèvre', email: 'zoe@hopital.example' },
        statements: guide.charter.statements!.slice(0, 2).map((statement) => ({
          id: statement.id,
          text: statement.text.normalize('NFC'),
        })),
        practices: ['blur', 'ask'],
        component: 'html-form',
      });
      assert.ok(Date.parse(signedAt) >= begin && Date.parse(signedAt) <= Date.now());

      const keys = (await request(address, '/.well-known/jwks.json')).body as unknown as JSONWebKeySet;
      const receipt = { id, ...body } as unknown as Receipt;
      await verifyReceipt(receipt, record, keys);
      for (const shown of [receipt.receipt!, receipt.recordDigest, id, guide.charter.title, '2.0.0']) {
        assert.ok(answer.text.includes(shown), shown);
      }
    });

    it('takes the form of the README, whose words are those of the built-in charter', async () => {
      const charters = await loadCharters('locales/content');
      const { address, close } = await get().serve({ charters });
      const readme = await readFile('receiver/README.md', 'utf8');
      const form = /<form [\s\S]*?<\/form>/.exec(readme)![0];
      const inputs = [...form.matchAll(/name="([^"]+)"(?: value="([^"]+)")?/g)];
      const answer = await postForm(
        address,
        new URLSearchParams(
          inputs.map(([, name = '', value = crypto.randomUUID()]) => [name, value] as [string, string]),
        ).toString(),
      );
      assertPage(answer, 201, 'Votre signature est enregistrée');
      const { body } = await readBack(address, receiptOn(answer));
      const read = form.replace(/\s+/g, ' ');
      for (const { text } of (body['record'] as SignatureRecord).statements) {
        assert.ok(read.includes(text), text);
      }
      await close();
    });

    it('records a refusal with its reason', async () => {
      const reason = 'Je ne suis\r\npas d’accord.';
      const answer = await postForm(address, {
        ...uniqueForm(),
        decision: 'declined',
        reason,
        statements: [],
      });
      assertPage(answer, 201, 'Votre refus est enregistré');
      const { body } = await readBack(address, receiptOn(answer));
      assert.equal((body['record'] as { reason: string }).reason, 'Je ne suis\npas d’accord.');
    });

    it('takes the other values of the record, and a charter without statements', async () => {
      const { charter, digest } = visits;
      const answer = await postForm(address, {
        'charter.id': charter.id,
        'charter.version': charter.version,
        'charter.locale': charter.locale,
        'charter.audience': 'visitors',
        'charter.digest': digest,
        'signer.name': crypto.randomUUID(),
        statements: (charter.statements ?? []).map(({ id }) => id),
      });
      assertPage(answer, 201, 'Votre signature est enregistrée');
    });

    it('is answered with a page too where the receiver cannot record it', async () => {
      const limited = await get().serve({ rateLimit: 1 });
      assert.equal((await postForm(limited.address, uniqueForm())).status, 201);
      const tooMany = await postForm(limited.address, uniqueForm());
      assertPage(tooMany, 429, 'Votre signature n’est pas enregistrée');
      assert.match(tooMany.headers.get('retry-after')!, /^\d+$/);
      assert.match(tooMany.text, /Attendez une minute\.|Attendez \d+ secondes\./);
      await limited.close();

      const { server: _, createPlace, open, serve } = get();
      const { client, store } = await open(await createPlace());
      const broken = await serve({ store });
      // A constraint of somebody's that this signature alone is against.
      await client.query(
        `alter table charter_signatures add constraint other check (signer_name <> '${guideForm['signer.name']}')`,
      );
      const failed = await postForm(broken.address, uniqueForm());
      assertPage(failed, 500, 'Votre signature n’est pas confirmée');
      assert.match(failed.text, /urn:uuid:/);
      await broken.close();

      const lost = await get().serve({ store: lostStore });
      const unavailable = await postForm(lost.address, uniqueForm());
      assertPage(unavailable, 503, 'Votre signature n’est pas confirmée');
      assert.match(unavailable.text, /Attendez 5 secondes\./);
      await lost.close();

      const elsewhere = await request(address, '/api/coverage', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: encodeForm(guideForm),
      });
      assertPage(elsewhere, 405, 'Votre signature n’est pas enregistrée');
    });

    it('writes what was typed as text', async () => {
      const name = `<script>alert(1)</script>"'&amp;${crypto.randomUUID()}`;
      const answer = await postForm(address, { ...guideForm, 'signer.name': name });
      assertPage(answer, 201, 'Votre signature est enregistrée');
      assert.ok(readPage(answer).includes(name));
      const refused = await postForm(address, { ...guideForm, '<img src=x onerror=alert(1)>': 'x' });
      assertPage(refused, 422, 'Votre signature n’est pas enregistrée');
      assert.ok(readPage(refused).some((sentence) => sentence.includes('<img src=x onerror=alert(1)>')));
    });

    it('leads back to the page that it came from, when that is of the same host', async () => {
      const back = async (referer: string) => {
        const { text } = await postForm(address, uniqueForm(), { Referer: referer });
        return /<a href="([^"]*)"/.exec(text)?.[1];
      };
      assert.equal(await back(`${address}/charte?a=1&b="2`), `${address}/charte?a=1&amp;b=&quot;2`);
      // A page of another site: the form is refused, or leads nowhere.
      assert.equal(await back('https://other.example/charte'), undefined);
      assert.equal(await back('javascript:alert(1)'), undefined);
      assert.equal(await back('x'), undefined);
    });

    it('never fails, nor makes a row that it does not acknowledge', async () => {
      const name = fc.oneof(
        fc.constantFrom(
          ...Object.keys(guideForm),
          'id',
          'decision',
          'reason',
          'practices',
          'charter.audience',
        ),
        fc.string({ maxLength: 10 }),
        fc.constantFrom('__proto__', 'constructor', 'charter', 'signer[name]', '_x'),
      );
      const value = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom('', 'guide', '2.0.0', 'fr', 'read', 'accepted', 'declined', crypto.randomUUID()),
      );
      const encoded = fc
        .array(fc.tuple(name, value), { maxLength: 8 })
        .map((pairs) => new URLSearchParams(pairs).toString());
      const changed = fc
        .record({ name, value, id: fc.uuid() })
        .map((change) => encodeForm({ ...guideForm, id: change.id, [change.name]: change.value }));
      const anyBody = fc.oneof(
        encoded,
        changed,
        changed.map((text) => text.replace('=', '=%')),
        fc.string(),
      );
      await fc.assert(
        fc.asyncProperty(anyBody, async (body) => {
          const rows = await get().countRows();
          const answer = await postForm(address, body);
          assert.ok(answer.status < 500, `${answer.status} ${answer.text}`);
          assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
          assert.equal(await get().countRows(), rows + (answer.status === 201 ? 1 : 0));
        }),
        { seed, numRuns: 300 },
      );
    });
  });
}
