import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const hasProc = existsSync('/proc/self/stat');

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  readonly isMarked: boolean;
}

/** Name of the environment variable by which a command's processes are known, wherever they have moved. */
export const marker = 'TEST_COMMAND_ID';

/**
 * Ends a command and all that it started: with SIGTERM, then SIGKILL after `grace` milliseconds. Browsers are started in
 * groups of their own, so the group is not enough: they are found by parent, session and marker.
 * @param leader The process that was spawned `detached`, with `marker` in its environment.
 */
export async function endAll(leader: number, id: string, grace: number): Promise<void> {
  const first = belongingTo(leader, id);
  for (const pid of first) send(pid, 'SIGTERM');
  const end = performance.now() + grace;
  while (performance.now() < end && first.some(isAlive)) await delay(50);
  // Also what was started in the meantime.
  for (const pid of new Set([...first, ...belongingTo(leader, id)])) send(pid, 'SIGKILL');
}

/** What a command that ended by itself has left behind: a server not closed, a browser. */
export function killLeftovers(leader: number, id: string): void {
  for (const pid of belongingTo(leader, id)) send(pid, 'SIGKILL');
}

/** Where there is no /proc, the group alone. */
function belongingTo(leader: number, id: string): number[] {
  if (!hasProc) return [-leader];
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(name, id) : []));
  const found = new Set<number>();
  const isOurs = ({ pid, parent, session, isMarked }: Process): boolean =>
    pid !== process.pid && (pid === leader || session === leader || isMarked || found.has(parent));
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const each of processes) if (isOurs(each)) found.add(each.pid);
  }
  return [...found];
}

function readProcess(pid: string, id: string): Process[] {
  try {
    // pid (name) state parent group session …; the name may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)!.trim().split(' ');
    return [
      {
        pid: Number(pid),
        parent: Number(fields[1]),
        session: Number(fields[3]),
        isMarked: hasMarker(pid, id),
      },
    ];
  } catch {
    // It has just ended.
    return [];
  }
}

function hasMarker(pid: string, id: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${marker}=${id}`);
  } catch {
    // Another user's.
    return false;
  }
}

/** Whether a process runs; one that has ended and whose parent has not asked yet does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    // Where there is no /proc.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && !hasProc;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended first.
  }
}
