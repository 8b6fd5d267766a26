import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutputChunk } from 'rollup';
import { launch, part, press, tickAll } from '../../test/support/drive.ts';

/** The names of the chunks that a browser asks for, in their order. */
export interface Downloads {
  /** Until the charter is on screen and the first field can be used. */
  readonly shown: readonly string[];
  /** Until the answer of the endpoint is on screen. */
  readonly signed: readonly string[];
}

const page = `<!doctype html>
<html lang="fr">
<title>Charte</title>
<script type="module" src="/main.js"></script>
<charter-viewer id="charter"></charter-viewer>
<charter-acknowledgement for="charter" endpoint="/api/signatures"></charter-acknowledgement>
`;

/** Reads and signs the built-in charter in Chromium with a bundle, and notes what is downloaded for it. */
export async function signInBrowser(chunks: readonly OutputChunk[]): Promise<Downloads> {
  const byPath = new Map(chunks.map((chunk) => [`/${chunk.fileName}`, chunk]));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const chunk = byPath.get(path);
    if (chunk) {
      asked.push(chunk.fileName);
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(chunk.code);
    } else if (path === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
    } else if (path === '/api/signatures') {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const { id } = JSON.parse(body) as { id: string };
        const answer = { id, receivedAt: new Date().toISOString(), recordDigest: `sha256:${'0'.repeat(64)}` };
        response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
      });
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await launch('chromium');
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const tag = 'charter-acknowledgement';
    await part(tab, 'charter-viewer', '[part~=section]');
    await part(tab, tag, '#name');
    const shown = [...asked];
    await (await part(tab, tag, '#name')).type('Claire Martin');
    await tickAll(tab, tag);
    await press(tab, tag, '[part~=review-button]');
    await press(tab, tag, '[part~=sign-button]');
    await part(tab, tag, '[part~=result-title]');
    return { shown, signed: [...asked] };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
