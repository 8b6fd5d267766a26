import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { types } from '../../test/support/static-server.ts';
import type { Files } from './bundle.ts';

export interface CompressingServer {
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly requests: string[];
  close(): void;
}

/** Serves files from memory, compressed beforehand as a well-kept intranet does. */
export async function serveCompressed(files: Files): Promise<CompressingServer> {
  const requests: string[] = [];
  const compressed = new Map(Object.entries(files).map(([path, body]) => [path, compress(body)]));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const body = compressed.get(path);
    if (!body || !String(request.headers['accept-encoding']).includes('br')) {
      response.writeHead(body ? 406 : 404).end();
      return;
    }
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Encoding': 'br',
      'Content-Length': body.length,
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function compress(body: string | Uint8Array): Buffer {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
