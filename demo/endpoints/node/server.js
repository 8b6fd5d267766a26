// Receives the signatures of charter-elements: Node 24 or later, with the package for its schema and its digests.
//
//   npm install charter-elements
//   CHARTERS_DIR=charters DATABASE=signatures.sqlite node server.js
//
// Before production: HTTPS and the identity header come from a reverse proxy (IDENTITY_HEADER, which it must set itself and
// remove from what clients send); back the database up, and test that a copy can be restored; decide with the data
// protection officer how long rows are kept. The reference receiver (receiver) does more: PostgreSQL, signed receipts.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { canonicalForm, compareVersions, digestDocument, readCharter } from 'charter-elements/charter';
import { parseSignatureRecord, problemPrefix, problems } from 'charter-elements/signature';

const path = '/api/signatures';
const maxSize = 64 * 1024;
const maxDepth = 16;
/** How far ahead of this machine's clock a browser's may be. Milliseconds. */
const clockTolerance = 10 * 60_000;
const {
  CHARTERS_DIR = 'charters',
  DATABASE = 'signatures.sqlite',
  HOST = '127.0.0.1',
  PORT = '8080',
  IDENTITY_HEADER,
} = process.env;

const database = new DatabaseSync(DATABASE, { timeout: 10_000 });
// A row is on the disk before the answer is sent.
database.exec(`
  pragma synchronous = full;
  create table if not exists charter_signatures (
    id text primary key, record text not null, record_digest text not null, received_at text not null,
    charter_id text not null, charter_version text not null, decision text not null,
    signer_name text not null, department text, identity text
  );
  create trigger if not exists no_update before update on charter_signatures
    begin select raise(abort, 'signatures are not changed'); end;
  create trigger if not exists no_delete before delete on charter_signatures
    begin select raise(abort, 'signatures are not deleted'); end;
`);
const findRow = database.prepare('select record_digest, received_at from charter_signatures where id = ?');
const addRow = database.prepare(
  'insert into charter_signatures values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing',
);

/** The charters that people may sign, newest first, with their digests. */
const charters = (await Promise.all(readdirSync(CHARTERS_DIR).map(readDocument)))
  .filter((document) => document !== undefined)
  .sort((a, b) => compareVersions(b.charter.version, a.charter.version));
if (charters.length === 0) throw new Error(`${CHARTERS_DIR} holds no charter ("schema": "charter/1").`);

async function readDocument(name) {
  if (!name.endsWith('.json')) return undefined;
  const document = JSON.parse(readFileSync(join(CHARTERS_DIR, name), 'utf8'));
  return document.schema === 'charter/1' ? readCharter(document, name) : undefined;
}

/** An answer that is an error of the contract (RFC 9457). */
class Problem extends Error {
  constructor(name, detail, members = {}) {
    super(detail);
    const [status, title] = problems[name];
    this.status = status;
    this.body = { type: `${problemPrefix}${name}`, title, status, detail, ...members };
  }
}

createServer(async (request, response) => {
  try {
    const [status, receipt] = await receive(request);
    answer(response, status, receipt);
  } catch (error) {
    // Whatever it is, nothing was recorded: the element sends it again. The log quotes nothing that a person sent.
    if (!(error instanceof Problem)) console.error(error.name, error.code ?? '');
    const problem =
      error instanceof Problem ? error : new Problem('unavailable', 'Send the same request again later.');
    answer(response, problem.status, problem.body, 'application/problem+json');
  }
}).listen(Number(PORT), HOST, function () {
  console.log(`Receiver of signatures at http://${HOST}:${this.address().port}${path}`);
});

function answer(response, status, value, type = 'application/json') {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 405 && { Allow: 'POST' }),
    ...(status === 503 && { 'Retry-After': '5' }),
    // What is left of the body is not read.
    ...(status === 413 && { Connection: 'close' }),
  });
  response.end(JSON.stringify(value));
}

async function receive(request) {
  if (request.method !== 'POST') throw new Problem('method-not-allowed', `${path} takes POST.`);
  if (request.url.split('?')[0] !== path) throw new Problem('not-found', `Signatures are posted to ${path}.`);
  const identity = readIdentity(request);
  const key = request.headers['idempotency-key']?.trim().replace(/^"(.*)"$/, '$1');
  if (!key) throw new Problem('idempotency-key-missing', 'Send Idempotency-Key: "<id of the record>".');
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers['content-type'] ?? ''))
    throw new Problem('unsupported-media-type', 'Send Content-Type: application/json, in UTF-8.');
  const record = readRecord(await readBytes(request));
  if (key !== record.id)
    throw new Problem('idempotency-key-mismatch', 'The Idempotency-Key is not the id of the record.');
  return recordSignature(record, identity);
}

/** Who is signed in, when a reverse proxy says so in a header. */
function readIdentity({ headers }) {
  if (!IDENTITY_HEADER) return null;
  const written = headers[IDENTITY_HEADER.toLowerCase()] ?? '';
  try {
    const identity = decodeURIComponent(written).trim();
    if (identity) return identity;
  } catch {
    // Not percent-encoded UTF-8: it names nobody.
  }
  throw new Problem('sign-in-required', 'Sign in to the intranet, then send the same request again.');
}

async function readBytes(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxSize) throw new Problem('payload-too-large', `The body is larger than ${maxSize} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readRecord(bytes) {
  let value;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem('malformed-json', 'The body cannot be read as JSON in UTF-8.');
  }
  if (isDeeper(value, maxDepth)) throw new Problem('invalid-record', 'The body nests too many objects.');
  try {
    return parseSignatureRecord(value);
  } catch (error) {
    throw new Problem('invalid-record', error.message);
  }
}

function isDeeper(value, depth) {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => isDeeper(item, depth - 1));
}

/** Stores a record once, and answers what was stored first. */
async function recordSignature(record, identity) {
  const { id, charter, signer } = record;
  const recordDigest = await digestDocument(record);
  // Not asked about a record that is already here: the charter may have changed since.
  if (!findRow.get(id)) checkCharter(record);
  // The primary key decides which of several that come at once is the one.
  const { changes } = addRow.run(
    id,
    canonicalForm(record),
    recordDigest,
    new Date().toISOString(),
    charter.id,
    charter.version,
    record.decision,
    signer.name,
    signer.department ?? null,
    identity,
  );
  const kept = findRow.get(id);
  if (kept.record_digest !== recordDigest)
    throw new Problem('idempotency-mismatch', 'Another record was recorded under this id.');
  return [changes === 1 ? 201 : 200, { id, receivedAt: kept.received_at, recordDigest }];
}

/** The record must sign, word for word, the newest charter kept here. */
function checkCharter({ charter: shown, decision, statements, practices = [], signedAt }) {
  const sameId = charters.filter(({ charter }) => charter.id === shown.id);
  const [newest] = sameId;
  if (newest && compareVersions(shown.version, newest.charter.version) < 0) {
    const { version } = newest.charter;
    const translated = sameId.find(
      ({ charter }) => charter.version === version && charter.locale === shown.locale,
    );
    const { charter, digest } = translated ?? newest;
    throw new Problem('charter-outdated', `The version to sign is ${version}.`, {
      current: { id: charter.id, version, locale: charter.locale, digest },
    });
  }
  const kept = sameId.find(
    ({ charter }) => charter.version === shown.version && charter.locale === shown.locale,
  );
  if (!kept)
    throw new Problem('unknown-charter', 'No charter of this id, version and language is kept here.');
  if (kept.digest !== shown.digest)
    throw new Problem('digest-mismatch', `The copy of this charter kept here has ${kept.digest}.`);
  if (Date.parse(signedAt) > Date.now() + clockTolerance)
    throw new Problem('signed-in-the-future', '/signedAt is ahead of the clock: set the device’s right.');
  refuse(faultsOf(kept.charter, { decision, statements, practices }));
}

function faultsOf(charter, { decision, statements, practices }) {
  const known = charter.statements ?? [];
  const given = statements.map(({ id }) => id);
  const ids = (charter.practices ?? []).map(({ id }) => id);
  const isStatement = ({ id, text }, index) =>
    given.indexOf(id) === index &&
    known.some((each) => each.id === id && each.text.normalize('NFC') === text.normalize('NFC'));
  const isMissing = ({ id, required = true }) => decision === 'accepted' && required && !given.includes(id);
  return [
    ...statements.flatMap((statement, index) =>
      isStatement(statement, index) ? [] : [[`/statements/${index}`, 'not in the charter, or given twice']],
    ),
    ...known.filter(isMissing).map(({ id }) => ['/statements', `the required statement "${id}" is missing`]),
    ...practices.flatMap((id, index) =>
      ids.includes(id) && practices.indexOf(id) === index
        ? []
        : [[`/practices/${index}`, 'not in the charter, or given twice']],
    ),
  ].map(([pointer, detail]) => ({ pointer, detail }));
}

function refuse(errors) {
  const [first] = errors;
  if (first)
    throw new Problem('invalid-record', `At ${first.pointer}: ${first.detail}.`, {
      errors: errors.slice(0, 20),
    });
}
