import { readFileSync, readdirSync } from 'node:fs';

// USER_HZ of Linux.
const ticksPerSecond = 100;

/** Fields of /proc/<pid>/stat after the name of the process. */
function readStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Seconds of processor that a process has taken so far. */
export function secondsOf(pid: number): number {
  const stat = readStat(pid) ?? [];
  return (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) / ticksPerSecond;
}

/** Those of its children that have ended and were waited for. */
export function secondsOfEnded(pid: number): number {
  const stat = readStat(pid) ?? [];
  return (Number(stat[13] ?? 0) + Number(stat[14] ?? 0)) / ticksPerSecond;
}

/** Those of a process, its children, and its children that have ended. */
export function secondsOfFamily(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + secondsOf(child), secondsOf(pid) + secondsOfEnded(pid));
}

export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => parentOf(child) === pid);
}

export function parentOf(pid: number): number | undefined {
  const stat = readStat(pid);
  return stat && Number(stat[1]);
}
