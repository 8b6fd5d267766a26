import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Answer } from './forward.ts';
import type { MadeUpAnswer } from './made-up-answers.ts';
import type { Random } from './random.ts';

/** Answers as the server behind did, or as was made up. */
export function answer(
  response: ServerResponse,
  { status, headers, body }: Answer | (MadeUpAnswer & { headers: OutgoingHttpHeaders }),
): void {
  const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}

/** Ends the connection in either of the two ways that a browser sees. */
export function drop({ socket }: ServerResponse, random: Random): void {
  if (random() < 0.5) socket?.destroy();
  else socket?.resetAndDestroy();
}

/** Begins an answer, and breaks off within its headers or its body. */
export async function truncate(
  response: ServerResponse,
  { status, headers, body }: Answer,
  random: Random,
): Promise<void> {
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  const part = body.subarray(0, Math.floor(random() * body.length));
  // The headers alone may go before the connection breaks: the browser then waits for a body.
  response.flushHeaders();
  if (part.length > 0) await new Promise((written) => response.write(part, written));
  await new Promise(setImmediate);
  response.socket?.destroy();
}

const statusLines = ['HTTP/1.1', 'HTTP/1.1 20', 'HTTP/1.1 201 Created', 'HTTP/1.1 201 Created\r\n'];

/** Breaks off within the first line. */
export function cutStatusLine({ socket }: ServerResponse, random: Random): void {
  socket?.end(statusLines[Math.floor(random() * statusLines.length)]!);
}

/** Says that it is working on it, and nothing more. */
export function cutAfterProcessing({ socket }: ServerResponse): void {
  socket?.end('HTTP/1.1 102 Processing\r\n\r\n');
}
