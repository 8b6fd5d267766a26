/**
 * Writes what is read without the library: JSON Schemas and the OpenAPI description of the contract, made from the schemas
 * that the code validates with, the built-in documents, and the texts of the interface, which a hospital may replace. Run by `npm run build:documents`.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findInterfaceTexts } from '../locales/msg-calls.ts';
import { describeAPI } from '../receiver/routes/openapi.ts';
import { charterSchema } from '../src/charter/charter.ts';
import { networksSchema } from '../src/networks/networks.ts';
import { receiptSchema } from '../src/signature/receipt.ts';
import { signatureRecordSchema } from '../src/signature/record.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

const schemas = {
  charter: charterSchema,
  networks: networksSchema,
  receipt: receiptSchema,
  'signature-record': signatureRecordSchema,
};

const write = (path: string, document: object): Promise<void> =>
  writeFile(join(dist, path), `${JSON.stringify(document, null, 2)}\n`);

await mkdir(join(dist, 'schemas'), { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  // Checks that JSON Schema cannot express (links, unique ids, real dates) are left to the library.
  const document = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input', target: 'draft-2020-12' });
  await write(`schemas/${name}.schema.json`, { title: `charter-elements ${name}`, ...document });
}
await write('openapi.json', describeContract());
await write('interface-texts.json', interfaceTexts());
await cp(join(root, 'locales/content'), join(dist, 'content'), { recursive: true });

/** By id; a text that is written in several places is one. */
function interfaceTexts(): object {
  const byId = new Map(findInterfaceTexts().map(({ id = '', text, values }) => [id, { id, text, values }]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * What any receiver answers to: the reference receiver's description, without what is its own (reading back, counting,
 * forms and the pages that answer them).
 */
function describeContract(): object {
  const { paths, components, ...description } = describeAPI();
  const { requestBody, responses, parameters, ...post } = paths['/api/signatures'].post;
  const { 'application/json': record, 'application/jose': encrypted } = requestBody.content;
  const contract = {
    '/api/signatures': {
      description: 'The endpoint: its address is for the receiver to choose, and for the page to set.',
      post: {
        ...post,
        // Only a form cannot send it.
        parameters: parameters?.map((parameter) => ({ ...parameter, required: true })),
        requestBody: {
          required: true,
          content: { 'application/json': record, 'application/jose': encrypted },
        },
        responses: Object.fromEntries(
          Object.entries(responses)
            // A form alone is sent back to come with its cookie.
            .filter(([, response]) => 'content' in response)
            .map(([status, response]) => [status, withoutPage(response)]),
        ),
      },
    },
    '/.well-known/jwks.json': paths['/.well-known/jwks.json'],
  };
  return {
    ...description,
    info: { ...description.info, title: 'Contract of charter signatures' },
    paths: contract,
    components: { schemas: pick(components.schemas, namedIn(contract, components.schemas)) },
  };
}

function withoutPage(response: object): object {
  if (!('content' in response)) return response;
  const { 'text/html': _page, ...content } = response.content as Record<string, unknown>;
  return { ...response, content };
}

/** The names of the schemas that a part of the description refers to, and that these refer to. */
function namedIn(
  part: object,
  all: Readonly<Record<string, object>>,
  found = new Set<string>(),
): Set<string> {
  for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (found.has(name!)) continue;
    found.add(name!);
    namedIn(all[name!]!, all, found);
  }
  return found;
}

function pick(from: Readonly<Record<string, object>>, names: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.has(name)));
}
