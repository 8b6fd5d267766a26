import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

/** Memory of a process, in bytes. */
export interface Memory {
  /** What its objects and buffers take after a collection of garbage. */
  readonly used: number;
  /** What the system has given it. */
  readonly resident: number;
}

/** Environment of a process whose memory will be asked for at a local socket. */
export function probed(socket: string): NodeJS.ProcessEnv {
  const probe = pathToFileURL(join(import.meta.dirname, 'memory-probe.ts'));
  return { MEMORY_PROBE: socket, NODE_OPTIONS: `--import=${probe.href}` };
}

export async function readMemory(socket: string): Promise<Memory> {
  const { heapUsed, external, rss } = JSON.parse(await text(connect(socket))) as NodeJS.MemoryUsage;
  return { used: heapUsed + external, resident: rss };
}
