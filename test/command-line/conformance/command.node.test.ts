import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { charterWith, folderWith, run, runOnTerminal } from '../support/command.ts';
import { createGoodReceiver, keys, problem, recordOf, serveReceiver } from '../support/faulty-receiver.ts';
import type { Asked, Respond } from '../support/faulty-receiver.ts';

const good = (): Respond => createGoodReceiver().respond;

describe('conformance', () => {
  it('writes a table, group by group, and one sentence, without colours where nobody looks', async (t) => {
    const url = await serveReceiver(t, good());
    const { code, out, err } = await run(await folderWith(), ['conformance', url.href]);
    assert.equal(err, '');
    const [head, ...lines] = out.split('\n');
    assert.match(head!, /^ {2}Vérification +Attendu +Obtenu +Verdict$/);
    const column = head!.indexOf('Verdict');
    for (const line of lines) {
      const verdict = / {2}(conforme|écart|remarque|sans objet)$/.exec(line)?.[1];
      if (verdict) assert.equal(line.lastIndexOf(verdict), column, line);
    }
    for (const group of ['Enregistrer', 'Recevoir plusieurs fois', 'Refuser', 'Tenir bon'])
      assert.ok(lines.includes(group), group);
    assert.match(out, / JSON coupé +400 malformed-json +400 malformed-json +conforme\n/);
    const conclusion = lines.at(-2)!;
    assert.match(
      conclusion,
      /^Conforme\u00a0: 0\u00a0écart, \d+\u00a0remarques, \d+\u00a0vérifications sans défaut/,
    );
    assert.ok(!out.includes('\u001b'));
    assert.equal(code, 0);
  });

  it('answers 1 to remarks when it is strict', async (t) => {
    const url = await serveReceiver(t, good());
    const { code, out } = await run(await folderWith(), ['conformance', url.href, '--strict']);
    assert.match(out, /Conforme au contrat, mais pas à --strict\u00a0: 0\u00a0écart/);
    assert.equal(code, 1);
  });

  it('answers 1 to a breach, and says in JSON what it is and what to do', async (t) => {
    const respond = good();
    const url = await serveReceiver(t, (asked) =>
      recordOf(asked)?.decision === 'declined' ? problem(422, 'invalid-record') : respond(asked),
    );
    const { code, out } = await run(await folderWith(), ['conformance', url.href, '--json']);
    const report = JSON.parse(out);
    const result = report.results.find(({ id }: { id: string }) => id === 'declined');
    assert.deepEqual(
      { verdict: result.verdict, expected: result.expected, got: result.got, count: result.reasons.length },
      { verdict: 'breach', expected: '201, ou un autre 2xx', got: '422 invalid-record', count: 1 },
    );
    const counted = ['pass', 'breach', 'remark', 'skipped'].map((verdict) => Number(report[verdict]));
    assert.equal(
      counted.reduce((sum, count) => sum + count),
      report.results.length,
    );
    assert.equal(code, 1);
  });

  it('counts the records that it made, all of them of « Essai de conformité »', async (t) => {
    const { respond, rows } = createGoodReceiver();
    const url = await serveReceiver(t, respond);
    const { out } = await run(await folderWith(), ['conformance', url.href, '--json']);
    // The first, which finds out whether there is something to try, is counted too.
    assert.equal(JSON.parse(out).rows, rows.size);
    const names = [...rows.values()].map(({ record }) => JSON.stringify(record).normalize('NFC'));
    const other = names.filter((name) => !name.includes('Essai de conformité'));
    // Records with faults in the very name of the signer, which this receiver does not look at.
    assert.ok(other.length <= 3, other.join('\n'));
    assert.ok(rows.size < 80, String(rows.size));
  });

  it('sends the headers that it is given, and tries without them', async (t) => {
    const respond = good();
    const unlike: Asked[] = [];
    const url = await serveReceiver(t, (asked) => {
      if (asked.headers.authorization !== 'Bearer abc' || asked.headers['x-tenant'] !== 'ch') {
        unlike.push(asked);
        return problem(401, 'sign-in-required');
      }
      return respond(asked);
    });
    const headers = ['--header', 'Authorization: Bearer abc', '--header', 'X-Tenant: ch'];
    const { code, out } = await run(await folderWith(), [
      ...['conformance', url.href, '--json', '--under-session', ...headers],
    ]);
    const { results } = JSON.parse(out);
    const anonymous = results.find(({ id }: { id: string }) => id === 'anonymous');
    assert.deepEqual([anonymous.got, anonymous.verdict], ['401 sign-in-required', 'pass']);
    assert.equal(unlike.length, 1);
    assert.equal(code, 0);
  });

  for (const [name, headers, session, said] of [
    [
      'headers that may stand for a person',
      ['Cookie: session=abc', 'Accept-Language: fr'],
      {},
      /avec cookie,/,
    ],
    [
      'somebody who is signed in',
      [],
      { signedIn: true, identity: { id: '208316', name: 'Claire Martin' } },
      /connectée, Claire Martin \(208316\)/,
    ],
  ] as const) {
    it(`writes nothing under ${name} before that is allowed, and says so even then`, async (t) => {
      const posts: Asked[] = [];
      const respond = good();
      const url = await serveReceiver(t, (asked) => {
        if (asked.path === '/auth/session') return { status: 200, body: session };
        if (asked.method === 'POST') posts.push(asked);
        return respond(asked);
      });
      const args = ['conformance', url.href, '--json', ...headers.flatMap((line) => ['--header', line])];
      const refused = await run(await folderWith(), args);
      assert.match(refused.err.replace(/\s+/g, ' '), said);
      assert.match(refused.err, /rien n’a été envoyé\u00a0: .*--under-session/);
      assert.deepEqual([refused.code, refused.out, posts.length], [2, '', 0]);
      const allowed = await run(await folderWith(), [...args, '--under-session']);
      assert.match(allowed.err.replace(/\s+/g, ' '), said);
      assert.doesNotMatch(allowed.err, /rien n’a été envoyé/);
      assert.equal(posts.length > 50, true);
    });
  }

  for (const [answer, isWritten] of [
    ['oui', true],
    ['non', false],
    ['', false],
  ] as const) {
    it(`asks on a terminal, and takes "${answer}" for ${isWritten ? 'yes' : 'no'}`, async (t) => {
      let posts = 0;
      const url = await serveReceiver(t, ({ method }) => {
        if (method === 'POST') posts++;
        return { status: 404 };
      });
      const { code, out } = await runOnTerminal(
        ['conformance', url.href, '--header', 'X-Remote-User: alice'],
        answer,
      );
      assert.match(out, /Attention\u00a0: avec x-remote-user,[^]*Écrire ces lignes\u202f\? \(oui ou non\)/);
      assert.equal(posts, isWritten ? 1 : 0, out);
      assert.equal(/rien n’a été envoyé\./.test(out), !isWritten, out);
      assert.equal(code, 2);
    });
  }

  it('tries with the charter and the keys that it is given', async (t) => {
    const respond = good();
    const charters = new Set<string>();
    const url = await serveReceiver(t, (asked) => {
      charters.add(String(recordOf(asked)?.charter?.id));
      return respond(asked);
    });
    const folder = await folderWith({
      'charte.md': charterWith('Texte.'),
      'cles.json': JSON.stringify(keys),
    });
    const options = ['--charter', 'charte.md', '--receipt-keys', 'cles.json'];
    const { code, err } = await run(folder, ['conformance', url.href, ...options]);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.deepEqual(charters, new Set(['essai', 'undefined']));
  });

  const unusable: [name: string, respond: Respond, said: RegExp][] = [
    [
      'asks for a session',
      () => problem(401, 'sign-in-required'),
      /--header "Authorization: …" \(401 sign-in/,
    ],
    ['is not there', () => ({ status: 404 }), /vérifiez son chemin \(404\)/],
    ['takes no POST', () => ({ status: 405 }), /ne prend pas POST/],
    [
      'leads elsewhere',
      () => ({ status: 302, headers: { Location: '/login' } }),
      /renvoie à \/login \(302\)/,
    ],
    [
      'knows somebody of another name',
      () => problem(403, 'other-signer'),
      /ne s’appelle pas «\u00a0Essai de conformité\u00a0»/,
    ],
    ['has another charter', () => problem(422, 'unknown-charter'), /social-media 1\.0\.0 \(fr\).+--charter/],
    ['hangs up', () => ({ status: 0 }), /coupe la connexion/],
  ];
  for (const [name, respond, said] of unusable) {
    it(`answers 2 to an address that ${name}`, async (t) => {
      const url = await serveReceiver(t, respond);
      const { code, out, err } = await run(await folderWith(), ['conformance', url.href]);
      assert.match(err, said);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
    });
  }

  it('answers 2 to an address where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const { code, err } = await run(await folderWith(), ['conformance', `http://127.0.0.1:${port}/`]);
    assert.match(err, /aucun serveur n’écoute à cette adresse/);
    assert.equal(code, 2);
  });

  it('answers 2 to an address that does not answer in time', async (t) => {
    const server = createServer((socket) => t.after(() => socket.destroy())).listen(0, '127.0.0.1');
    t.after(() => server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, err } = await run(await folderWith(), [
      ...['conformance', `http://127.0.0.1:${port}/`, '--timeout', '0.2'],
    ]);
    assert.match(err, /pas de réponse en 0,2\u00a0s/);
    assert.equal(code, 2);
  });

  it('waits for an endpoint that limits its rate', async (t) => {
    const respond = good();
    let refusals = 0;
    const url = await serveReceiver(t, (asked) =>
      ++refusals % 20 === 0
        ? { ...problem(429, 'too-many-requests'), headers: { 'Retry-After': '0' } }
        : respond(asked),
    );
    const { code, out } = await run(await folderWith(), ['conformance', url.href, '--json']);
    assert.equal(JSON.parse(out).breach, 0);
    assert.equal(code, 0);
  });
});
