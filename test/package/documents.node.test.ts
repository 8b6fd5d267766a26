import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { problems } from '../../src/signature/problem.ts';
import { root } from '../support/packages.ts';

interface Operation {
  readonly requestBody: { content: object };
  readonly parameters: readonly { name: string; required: boolean }[];
  readonly responses: Readonly<Record<string, { description: string; content: object }>>;
}

interface Description {
  readonly openapi: string;
  readonly paths: { readonly '/api/signatures': { readonly post: Operation } };
  readonly components: { readonly schemas: object };
}

interface Schema {
  readonly $schema: string;
  readonly title: string;
  readonly required?: string[];
  readonly anyOf?: readonly { additionalProperties: boolean }[];
  readonly oneOf?: readonly { additionalProperties: boolean }[];
}

const read = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(root, 'dist', path), 'utf8')) as unknown;
const readContract = async (): Promise<Description> => (await read('openapi.json')) as Description;
const readSchema = async (name: string): Promise<Schema> =>
  (await read(`schemas/${name}.schema.json`)) as Schema;

describe('the documents for receivers', () => {
  it('describe the contract alone: no address, form or page of the reference receiver', async () => {
    const { openapi, paths, components } = await readContract();
    assert.match(openapi, /^3\.1\./);
    assert.deepEqual(Object.keys(paths), ['/api/signatures', '/.well-known/jwks.json']);
    const { requestBody, parameters, responses } = paths['/api/signatures'].post;
    assert.deepEqual(Object.keys(requestBody.content), ['application/json', 'application/jose']);
    assert.deepEqual(
      parameters.map(({ name, required }) => [name, required]),
      [['Idempotency-Key', true]],
    );
    const types = Object.values(responses).flatMap(({ content }) => Object.keys(content));
    assert.deepEqual([...new Set(types)].sort(), ['application/json', 'application/problem+json']);
    const named = [...JSON.stringify([paths, components]).matchAll(/#\/components\/schemas\/(\w+)/g)];
    assert.deepEqual(
      [...new Set(named.map(([, name]) => name!))].sort(),
      Object.keys(components.schemas).sort(),
    );
  });

  it('have an answer for each status that a record can be refused with', async () => {
    const { responses } = (await readContract()).paths['/api/signatures'].post;
    for (const name of [
      'charter-outdated',
      'in-progress',
      'sign-in-required',
      'idempotency-mismatch',
    ] as const)
      assert.ok(responses[problems[name][0]]!.description.includes(`\`${name}\``), name);
  });

  it('are schemas of the same dialect, the record being strict', async () => {
    for (const name of ['charter', 'networks', 'receipt', 'signature-record']) {
      const schema = await readSchema(name);
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      assert.equal(schema.title, `charter-elements ${name}`);
    }
    const { anyOf, oneOf } = await readSchema('signature-record');
    for (const decision of (anyOf ?? oneOf)!) assert.equal(decision.additionalProperties, false);
    const { required } = await readSchema('receipt');
    assert.deepEqual(required?.sort(), ['id', 'receivedAt', 'recordDigest']);
  });
});
