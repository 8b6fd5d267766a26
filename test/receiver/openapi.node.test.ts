import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeAPI } from '../../receiver/routes/openapi.ts';
import { problems } from '../../src/signature/index.ts';

type JSONObject = { [name: string]: unknown };

const api = JSON.parse(JSON.stringify(describeAPI())) as JSONObject;
const operations = Object.entries(api['paths'] as Record<string, Record<string, JSONObject>>).flatMap(
  ([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

/** Every object inside a JSON value, with its path. */
function* objectsOf(value: unknown, path = '#'): Generator<[path: string, object: JSONObject]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as JSONObject];
  for (const [name, item] of Object.entries(value)) yield* objectsOf(item, `${path}/${name}`);
}

describe('openapi.json', () => {
  it('has the shape of OpenAPI 3.1', () => {
    assert.match(String(api['openapi']), /^3\.1\.\d$/);
    const { title, version, license } = api['info'] as JSONObject;
    assert.ok(title && version && license);
    assert.ok(operations.length >= 7);
    const ids = operations.map(({ operation }) => operation['operationId']);
    assert.equal(new Set(ids).size, ids.length);
    for (const { path, method, operation } of operations) {
      const where = `${method} ${path}`;
      assert.match(path, /^\//);
      assert.match(method, /^(get|post)$/);
      assert.ok(operation['operationId'] && operation['summary'], where);
      const parameters = (operation['parameters'] ?? []) as JSONObject[];
      for (const parameter of parameters) {
        assert.match(String(parameter['in']), /^(path|query|header)$/, where);
        assert.ok(parameter['name'] && parameter['schema'], where);
        assert.equal(typeof parameter['required'], 'boolean', where);
      }
      const inPath = parameters.filter((parameter) => parameter['in'] === 'path');
      assert.deepEqual(
        inPath.map(({ name }) => `{${String(name)}}`),
        path.match(/\{\w+\}/g) ?? [],
        where,
      );
      const responses = Object.entries(operation['responses'] as Record<string, JSONObject>);
      assert.ok(responses.length > 0, where);
      for (const [status, response] of responses) {
        assert.match(status, /^[1-5]\d\d$/, where);
        assert.ok(response['description'], where);
        for (const media of Object.values((response['content'] ?? {}) as Record<string, JSONObject>)) {
          assert.ok(media['schema'], where);
        }
      }
    }
  });

  it('names only schemas that it has, and each is used', () => {
    const schemas = Object.keys((api['components'] as { schemas: JSONObject }).schemas);
    const named = [...objectsOf(api)].flatMap(([, object]) =>
      typeof object['$ref'] === 'string' ? [object['$ref'].replace('#/components/schemas/', '')] : [],
    );
    assert.deepEqual([...new Set(named)].sort(), schemas.sort());
  });

  it('describes records as strictly as the contract', () => {
    const { SignatureRecord } = (api['components'] as { schemas: Record<string, JSONObject> }).schemas;
    const [accepted, declined] = SignatureRecord!['oneOf'] as JSONObject[];
    assert.equal(accepted!['additionalProperties'], false);
    assert.ok(!(accepted!['required'] as string[]).includes('reason'));
    assert.ok((declined!['required'] as string[]).includes('reason'));
    const { charter } = accepted!['properties'] as Record<string, JSONObject>;
    const { digest } = charter!['properties'] as Record<string, JSONObject>;
    assert.deepEqual(digest, { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' });
  });

  it('has no schema that says nothing, and patterns that JSON Schema can read', () => {
    for (const [path, object] of objectsOf(api)) {
      if (/\/properties\/[^/]+$/.test(path)) assert.ok(Object.keys(object).length > 0, path);
      if (typeof object['pattern'] === 'string') assert.ok(new RegExp(object['pattern'], 'u'), path);
    }
  });

  it('names every problem of the contract that the receiver answers with', () => {
    const post = operations.find(({ method }) => method === 'post')!.operation['responses'] as Record<
      string,
      JSONObject
    >;
    const elsewhere = ['not-found', 'forbidden', 'method-not-allowed'];
    for (const [name, [status]] of Object.entries(problems)) {
      if (elsewhere.includes(name)) continue;
      assert.match(String(post[status]?.['description']), new RegExp(`\`${name}\``));
    }
  });
});
