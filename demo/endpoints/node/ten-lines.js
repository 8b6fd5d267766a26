// The least that receives signatures, in Node: see server.js for the rest.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
const rows = new Map(); // your database
const server = createServer(async (request, response) => {
  const answer = (status, body, type = 'application/json') =>
    response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(body));
  const refuse = (status, name) =>
    answer(status, { type: `urn:charter-elements:problem:${name}`, status }, 'application/problem+json');
  let body, id;
  try {
    body = Buffer.concat(await request.toArray()).toString();
    id = JSON.parse(body)?.id;
  } catch {
    return refuse(400, 'malformed-json');
  }
  if (typeof id !== 'string') return refuse(422, 'invalid-record');
  const isNew = !rows.has(id);
  if (isNew) rows.set(id, { body, receivedAt: new Date().toISOString() });
  const row = rows.get(id);
  if (row.body !== body) return refuse(422, 'idempotency-mismatch');
  const recordDigest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  return answer(isNew ? 201 : 200, { id, receivedAt: row.receivedAt, recordDigest });
});
server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${server.address().port}`),
);
