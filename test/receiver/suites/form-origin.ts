import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { guideForm, numberOn, postForm, readPage, uniqueForm } from '../support/forms.ts';
import { assertPage } from '../support/pages.ts';

/** Whose form it is, and which sites may send it. */
export function formOriginSuite(get: () => EngineUnderTest): void {
  describe('a form and who sends it', () => {
    const behindProxy = {
      trustedProxies: trustProxies(['127.0.0.1']),
      identityHeaders: { id: 'x-remote-user', name: 'x-remote-name' },
    };
    const alice = { 'X-Remote-User': 'alice', 'X-Remote-Name': encodeURIComponent('Élise Çelik') };

    const formOfAlice = () => ({
      ...guideForm,
      'signer.name': 'élise CELIK',
      'signer.role': crypto.randomUUID(),
    });

    it('belongs to whom the proxy names, and two people never share a row', async () => {
      const { address, close } = await get().serve({ ...behindProxy, requireIdentity: true });
      const form = formOfAlice();
      const site = { 'Sec-Fetch-Site': 'same-origin' };
      const first = await postForm(address, form, { ...alice, ...site });
      assertPage(first, 201, 'Votre signature est enregistrée');
      assert.ok(readPage(first).includes('Élise Çelik'));
      const rows = await get().client.query<{ signer_key: string }>(
        'select signer_key from charter_signatures where id = $1',
        [numberOn(first)],
      );
      assert.equal(rows[0]!.signer_key, 'sso:alice');
      const second = await postForm(address, form, { 'X-Remote-User': 'bob', ...site });
      assert.equal(second.status, 201);
      assert.notEqual(numberOn(second), numberOn(first));
      assertPage(await postForm(address, form, site), 401, 'Votre signature n’est pas enregistrée');
      await close();
    });

    // Whether the form is taken from an unknown person, and under a session.
    const intranet = 'https://intranet.example';
    const cases: [headers: Record<string, string>, anonymous: number, signedIn: number][] = [
      [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://behind.example' }, 201, 201],
      [{ 'Sec-Fetch-Site': 'none' }, 201, 201],
      [{ 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.hospital.example' }, 403, 403],
      [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 403, 403],
      [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'http://receiver.example' }, 403, 403],
      [{ 'Sec-Fetch-Site': 'cross-site', Origin: intranet }, 201, 201],
      [{ 'Sec-Fetch-Site': 'anything' }, 403, 403],
      [{ Origin: 'https://receiver.example' }, 201, 201],
      [{ Origin: 'http://receiver.example' }, 201, 201],
      [{ Origin: 'https://receiver.example:8443' }, 403, 403],
      [{ Origin: 'https://evil.example', Referer: 'https://receiver.example/' }, 403, 403],
      [{ Origin: 'null' }, 403, 403],
      [{ Origin: intranet }, 201, 201],
      [{ Referer: 'https://receiver.example/charte' }, 201, 201],
      [{ Referer: 'https://evil.example/receiver.example' }, 403, 403],
      [{}, 201, 403],
    ];
    for (const [headers, anonymous, signedIn] of cases) {
      it(`is ${anonymous}, and ${signedIn} under a session, from ${JSON.stringify(headers)}`, async () => {
        const { address, close } = await get().serve({ ...behindProxy, allowedOrigins: [intranet] });
        const sent = { 'X-Forwarded-Host': 'receiver.example:443', ...headers };
        const one = await postForm(address, uniqueForm(), sent);
        assert.equal(one.status, anonymous, one.text);
        const two = await postForm(address, formOfAlice(), { ...sent, ...alice });
        assert.equal(two.status, signedIn, two.text);
        if (signedIn === 403) assertPage(two, 403, 'Votre signature n’est pas enregistrée');
        await close();
      });
    }

    it('believes the forwarded host of the proxy alone', async () => {
      const { address, close } = await get().serve();
      const forged = { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' };
      assert.equal((await postForm(address, uniqueForm(), forged)).status, 403);
      assert.equal((await postForm(address, uniqueForm(), { Origin: address })).status, 201);
      await close();
    });
  });
}
