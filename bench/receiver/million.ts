import { mostDepartments } from '../../receiver/domain/coverage.ts';
import { countRows, readCounts } from '../../receiver/store/coverage.ts';
import { SignatureStore } from '../../receiver/store/signature-store.ts';
import type { SQLClient } from '../../receiver/store/sql-client.ts';
import { figure, ratio, sampleOf } from '../support/result.ts';
import type { Result } from '../support/result.ts';
import { runLoad } from './load-order.ts';
import { startBenchReceiver, startBenchServer } from './receiver-process.ts';
import { createRecords, departments } from './records.ts';

const signatures = 1_000_000;
const step = 100_000;
/** No step is begun after so many seconds: the rest of the rows is made by the database. */
const longest = 330;
const runs = 9;

const whole = new Intl.NumberFormat('en');

/** What a receiver's memory and its counts become with a million signatures. */
export async function measureMillion(log: (line: string) => void): Promise<Result[]> {
  const server = await startBenchServer();
  const { url, client } = await server.createDatabase();
  const receiver = await startBenchReceiver(url);
  const used: number[] = [];
  const resident: number[] = [];
  let sent = 0;
  try {
    const records = await createRecords(true);
    const start = performance.now();
    while (sent < signatures && (performance.now() - start) / 1000 < longest) {
      const order = { connections: 64, count: step, firstPerson: sent, againEvery: 20 };
      const { perSecond, recorded } = await runLoad({ port: receiver.port, records, ...order });
      sent += recorded;
      const memory = await receiver.readMemory();
      used.push(memory.used / 1e6);
      resident.push(memory.resident / 1e6);
      log(
        `${whole.format(sent)} at ${Math.round(perSecond)} a second: ${used.at(-1)!.toFixed(1)} MB in use, ` +
          `${resident.at(-1)!.toFixed(0)} MB resident`,
      );
    }
  } finally {
    await receiver.end();
  }
  try {
    return [
      ...memoryResults(sent, { used, resident }),
      ...(await measureCoverage(client, signatures - sent, log)),
    ];
  } finally {
    await server.remove();
  }
}

function memoryResults(sent: number, { used, resident }: Record<'used' | 'resident', number[]>): Result[] {
  const after = (values: number[], name: string): Result =>
    ratio(
      `${name} of the receiver after ${whole.format(sent)} signatures over HTTP`,
      'MB',
      [values.at(-1)!],
      { name: `after ${whole.format(step)}`, values: [values[0]!] },
      {
        target: { most: 1.1 },
        note: `Every ${whole.format(step)}: ${values.map((each) => each.toFixed(0)).join(', ')} MB.`,
      },
    );
  return [after(used, 'Objects and buffers'), after(resident, 'Resident memory')];
}

async function measureCoverage(
  client: SQLClient,
  missing: number,
  log: (line: string) => void,
): Promise<Result[]> {
  await fill(client, missing, log);
  await client.run('vacuum analyze charter_signatures');
  const store = await SignatureStore.open(client);
  const [row] = await client.query<{ id: string; version: string; rows: number }>(
    `select charter_id as id, charter_version as version, count(*)::int as rows
     from charter_signatures group by 1, 2`,
  );
  const { id, version, rows } = row!;
  const counted = await readCounts(client, id, version);
  const expected = await countRows(client, id, version);
  if (JSON.stringify(counted) !== JSON.stringify(expected))
    throw new Error('the counts are not those of the rows');
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(await timeOf(() => store.countByDepartment(id, version, mostDepartments)));
    theirs.push(
      await timeOf(() =>
        client.query('select department, count(*) from charter_signatures group by department'),
      ),
    );
  }
  log(`coverage of ${rows} signatures: ${sampleOf(ours).median} ms beside ${sampleOf(theirs).median} ms`);
  const people = counted.reduce((sum, { accepted, declined }) => sum + accepted + declined, 0);
  const what = `Coverage by department, ${whole.format(rows)} signatures`;
  return [
    figure(what, 'ms', ours, {
      target: { most: 50 },
      note: `${whole.format(people)} people in ${counted.length} departments, equal to a recount from the rows.`,
    }),
    ratio(
      `${what}, beside a bare count`,
      'ms',
      ours,
      { name: 'count(*) … group by department', values: theirs },
      {
        target: { most: 0.2 },
        ...(missing > 0 && { note: `${whole.format(missing)} of the rows were made by the database.` }),
      },
    ),
  ];
}

/** Rows of other people, of whom some sign twice. */
async function fill(client: SQLClient, count: number, log: (line: string) => void): Promise<void> {
  const size = 20_000;
  for (let from = 0; from < count; from += size) {
    await client.query(
      `insert into charter_signatures
         (id, record, record_digest, received_at, charter_id, charter_version, charter_locale, charter_digest, audience,
          decision, signer_key, signer_name, department, receipt)
       select gen_random_uuid(), record, record_digest, now() + n * interval '1 ms', charter_id, charter_version,
         charter_locale, charter_digest, audience, case n % 8 when 7 then 'declined' else 'accepted' end,
         'id:fill-' || case n % 20 when 19 then n / 2 else n end, signer_name, ($1::text[])[1 + n % 40], receipt
       from (select * from charter_signatures limit 1) as like_this, generate_series($2::int, $3::int) as n`,
      [departments, from, Math.min(from + size, count) - 1],
    );
    if (from % 200_000 === 0) log(`${whole.format(from)} rows made by the database`);
  }
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
