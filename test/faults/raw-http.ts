import { connect } from 'node:net';

/** What is written to a socket, whether it is HTTP or not. */
export interface RawRequest {
  readonly kind: string;
  readonly bytes: Buffer;
  /** The client says that it will write no more: otherwise the server would wait for the rest. */
  readonly isIncomplete?: boolean;
}

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Longest time that a server may leave a request without answering or closing, in milliseconds. */
const patience = 30_000;

/**
 * Writes to a connection of its own and reads until the server closes it.
 *
 * @returns The final answers: none when the server just closed.
 * @throws Error when the server does neither, or answers something that is no HTTP.
 */
export async function sendRaw(port: number, { bytes, isIncomplete }: RawRequest): Promise<RawAnswer[]> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const signal = AbortSignal.timeout(patience);
  const abort = () => socket.destroy(new Error(`no answer and no end after ${patience} ms`));
  signal.addEventListener('abort', abort);
  const received: Buffer[] = [];
  socket.on('data', (data: Buffer) => received.push(data));
  try {
    await new Promise<void>((resolve, reject) => {
      socket.on('end', resolve);
      socket.on('close', () => resolve());
      // The server may close before it has read everything.
      socket.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve() : reject(error),
      );
      if (isIncomplete) socket.end(bytes);
      else socket.write(bytes);
    });
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
  return readAnswers(Buffer.concat(received));
}

function readAnswers(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let rest = bytes.toString('latin1'); rest;) {
    const end = rest.indexOf('\r\n\r\n');
    const head = rest.slice(0, end);
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
    if (end < 0 || !status) throw new Error(`this is no answer: ${JSON.stringify(rest.slice(0, 200))}`);
    const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
    rest = rest.slice(end + 4);
    if (status < 200) continue;
    let body = '';
    if (header('transfer-encoding') === 'chunked') {
      for (let size = 1; size > 0;) {
        const line = rest.indexOf('\r\n');
        size = line < 0 ? 0 : parseInt(rest.slice(0, line), 16);
        body += rest.slice(line + 2, line + 2 + size);
        rest = rest.slice(line + 2 + size + 2);
      }
    } else {
      const size = Number(header('content-length') || 0);
      body = rest.slice(0, size);
      rest = rest.slice(size);
    }
    answers.push({ status, type: header('content-type'), body: Buffer.from(body, 'latin1').toString() });
  }
  return answers;
}
