import type { Machine } from '../support/machine.ts';
import type { Document } from '../../build/marked-document.ts';
import type { FailoverResult } from './failover.ts';

/** What `run.ts` writes into results.json. */
export interface FailoverReport extends FailoverResult {
  readonly date: string;
  readonly machine: Machine;
}

const format = new Intl.NumberFormat('en');
const count = (value: number) => format.format(value);
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** What documents say of the run between their marks `failover`. */
export function documentedFigures(report: FailoverReport): { readonly [document in Document]?: string } {
  const { date, machine } = report;
  const where = `Measured on ${date.slice(0, 10)}, all on one machine of ${machine.processors} processors (${machine.processor}).`;
  return { 'docs/scaling.md': `${tableOf(report)} ${where}`, 'README.md': sentenceOf(report) };
}

/** The run in one sentence of Markdown. */
export function sentenceOf(result: FailoverResult): string {
  const { kills, killsOfPostgreSQL, killsOfPatroni, receiverKills, acknowledged, lost, doubled, outages } =
    result;
  return (
    `Two receivers on a PostgreSQL pair with automatic failover: the primary is killed ${count(kills)} times ` +
    `while people sign, PostgreSQL or Patroni alone ${count(killsOfPostgreSQL + killsOfPatroni)} times, ` +
    `a receiver ${count(receiverKills)} times; ${count(acknowledged)} signatures acknowledged, ` +
    `**${count(lost)} lost, ${count(doubled)} doubled**, no acknowledgement for ${tenths.format(medianOf(outages))} s at ` +
    `a failover (${tenths.format(Math.max(...outages))} s at most)`
  );
}

/** What was done and what clients saw, as a table of Markdown. */
export function tableOf(result: FailoverResult): string {
  const { answers, outages, waits, settings } = result;
  const rows = [
    ['What was done', ''],
    ['---', '---:'],
    [
      'The primary was killed (`kill -9` of Patroni and of PostgreSQL), and its standby took over',
      count(result.kills),
    ],
    ['The same, PostgreSQL alone', count(result.killsOfPostgreSQL)],
    [
      'The same, Patroni alone: a PostgreSQL that goes on, and does not know that it is no longer the primary',
      count(result.killsOfPatroni),
    ],
    [
      'of these, after the network between the two had stalled, so that its last commits were on its disk alone',
      count(result.isolations),
    ],
    ['A receiver was killed (`kill -9`)', count(result.receiverKills)],
    [`People who signed one after the other, at ${count(result.receivers)} receivers`, count(result.people)],
    ['**What is there in the end**', ''],
    ['Signatures acknowledged', count(result.acknowledged)],
    [
      'of them lost, on the primary and on the standby',
      `${count(result.lost)} and ${count(result.lostOnStandby)}`,
    ],
    [
      'Rows too many, on the primary and on the standby',
      `${count(result.doubled)} and ${count(result.doubledOnStandby)}`,
    ],
    ['**What clients were answered**', ''],
    ['201, recorded', count(answers.recorded)],
    ['200, it had been recorded already and the answer was lost', count(answers.knownAgain)],
    ['503, send it again', count(answers.unavailable)],
    ['no connection: the receiver was not there', count(answers.refused)],
    ['a connection that was cut before an answer', count(answers.cut)],
    ['any other answer', '0'],
    ['**How long they waited**', ''],
    [
      'Without any acknowledgement at a failover, half of them and the longest',
      `${tenths.format(medianOf(outages))} and ${tenths.format(Math.max(...outages))} s`,
    ],
    [
      'Signatures acknowledged within a second',
      share.format(Math.floor((1000 * waits.withinOneSecond) / result.acknowledged) / 1000),
    ],
    ['From the first attempt to the acknowledgement, the longest', `${tenths.format(waits.longest)} s`],
  ];
  const about =
    `Patroni: \`ttl\` ${settings.ttl} s, \`loop_wait\` ${settings.loopWait} s, \`retry_timeout\` ${settings.retryTimeout} s, ` +
    `synchronous mode${settings.isStrict ? ', strict' : ', not strict'}. Seed ${result.seed}, ${count(result.seconds)} s.`;
  return `${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n${about}`;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
