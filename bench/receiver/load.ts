// Posts records over connections that are kept alive, as cheaply as Node can: raw sockets, requests that are copies of a
// template. A process of its own, so that it can be told from the receiver. It takes one line of JSON on its standard input,
// a LoadOrder, and writes one, a LoadReport.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { personPlaceholder, recordIdPlaceholder } from './load-order.ts';
import type { LoadOrder, LoadReport } from './load-order.ts';

const order = JSON.parse(await text(process.stdin)) as LoadOrder;
const templates = order.records.map(createTemplate);
const latencies: number[] = [];
let sent = 0;
let recorded = 0;
let measured = 0;
const start = performance.now();
let began = start;
let cpu = process.cpuUsage();
let isOver = false;

interface Template {
  readonly bytes: Buffer;
  readonly ids: readonly number[];
  readonly person: number;
}

function createTemplate(record: string): Template {
  const body = Buffer.from(record);
  const head =
    `POST /api/signatures HTTP/1.1\r\nHost: 127.0.0.1:${order.port}\r\nContent-Type: application/json\r\n` +
    `Accept: application/json, application/problem+json\r\nIdempotency-Key: "${recordIdPlaceholder}"\r\n` +
    `Content-Length: ${body.length}\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(head), body]);
  const first = bytes.indexOf(recordIdPlaceholder);
  return {
    bytes,
    ids: [first, bytes.indexOf(recordIdPlaceholder, first + 1)],
    person: bytes.indexOf(personPlaceholder),
  };
}

function createRequest(): Buffer {
  const number = sent++;
  // People who changed their mind: they sign again, some to decline.
  const again = order.againEvery > 0 && number % order.againEvery === order.againEvery - 1;
  const person = order.firstPerson + (again ? number >> 1 : number);
  const { bytes, ids, person: at } = templates[(person + (again ? 1 : 0)) % templates.length]!;
  const request = Buffer.from(bytes);
  const id = randomUUID();
  for (const offset of ids) request.write(id, offset, 'latin1');
  request.write(String(person).padStart(personPlaceholder.length, '0'), at, 'latin1');
  return request;
}

async function post(): Promise<void> {
  const socket = connect({ port: order.port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((done, fail) => {
    let answer = '';
    let at = 0;
    const next = () => {
      if (isOver || (order.count !== undefined && sent >= order.count)) {
        socket.end();
        return;
      }
      at = performance.now();
      socket.write(createRequest());
    };
    socket.setEncoding('latin1');
    socket.on('connect', next);
    socket.on('data', (chunk: string) => {
      answer = answer === '' ? chunk : answer + chunk;
      const end = lengthOf(answer);
      if (end === undefined || answer.length < end) return;
      if (!answer.startsWith('HTTP/1.1 201 ')) {
        fail(new Error(answer.slice(0, 1000)));
        return;
      }
      answer = '';
      recorded += 1;
      const now = performance.now();
      if (now >= began && !isOver) {
        measured += 1;
        if (order.seconds !== undefined) latencies.push(now - at);
      }
      next();
    });
    socket.on('close', () => (isOver || order.count !== undefined ? done() : fail(new Error('cut'))));
    socket.on('error', fail);
  });
}

/** Where an answer ends, once its head is there. */
function lengthOf(answer: string): number | undefined {
  const head = answer.indexOf('\r\n\r\n');
  if (head === -1) return undefined;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head + 2))?.[1];
  if (length === undefined) throw new Error(`an answer without length: ${answer.slice(0, head)}`);
  return head + 4 + Number(length);
}

let end = 0;
if (order.seconds !== undefined) {
  began = start + (order.warmUpSeconds ?? 0) * 1000;
  setTimeout(() => (cpu = process.cpuUsage()), began - start);
  setTimeout(
    () => {
      isOver = true;
      end = performance.now();
      cpu = process.cpuUsage(cpu);
    },
    began - start + order.seconds * 1000,
  );
}
await Promise.all(Array.from({ length: order.connections }, post));
if (end === 0) {
  end = performance.now();
  cpu = process.cpuUsage(cpu);
}
latencies.sort((a, b) => a - b);
const quantile = (part: number) => latencies[Math.floor(part * (latencies.length - 1))] ?? 0;
const report: LoadReport = {
  recorded,
  perSecond: (measured * 1000) / (end - began),
  p50: quantile(0.5),
  p99: quantile(0.99),
  processorSeconds: (cpu.user + cpu.system) / 1e6,
};
process.stdout.write(JSON.stringify(report));
