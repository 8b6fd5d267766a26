import type { Counts, DepartmentCount } from '../domain/store.ts';
import type { SQLClient } from './sql-client.ts';

/** What the triggers of `coverage.sql` have counted. */
const counted = `select department, sum(accepted)::int4 as accepted, sum(declined)::int4 as declined
  from charter_department_counts where charter_id = $1 and charter_version = $2
  group by department
  having sum(accepted) <> 0 or sum(declined) <> 0`;

/** The same from the signatures themselves, where there are no triggers that count. */
const fromRows = `select department,
    sum(case when decision = 'accepted' then 1 else 0 end)::int4 as accepted,
    sum(case when decision = 'declined' then 1 else 0 end)::int4 as declined
  from (
    select distinct on (signer_key) decision, department
    from charter_signatures where charter_id = $1 and charter_version = $2
    order by signer_key, position desc
  ) as latest
  group by department`;

/** How many people accepted or declined a version: all, and by department, the largest first. */
export async function readCoverage(
  client: SQLClient,
  {
    charter,
    version,
    hasCounts,
    most,
  }: { charter: string; version: string; hasCounts: boolean; most: number },
): Promise<{ total: Counts; departments: DepartmentCount[] }> {
  const source = `(${hasCounts ? counted : fromRows})`;
  const rows = await client.query<DepartmentCount & { all_accepted: number; all_declined: number }>(
    `select department, accepted, declined,
       (sum(accepted) over ())::int4 as all_accepted, (sum(declined) over ())::int4 as all_declined
     from ${source} as counts
     order by accepted + declined desc, department is null, department
     limit $3`,
    [charter, version, most],
  );
  return {
    total: { accepted: rows[0]?.all_accepted ?? 0, declined: rows[0]?.all_declined ?? 0 },
    departments: rows.map(({ department, accepted, declined }) => ({ department, accepted, declined })),
  };
}

/** Every count that the database keeps. */
export function readCounts(client: SQLClient, charter: string, version: string): Promise<DepartmentCount[]> {
  return client.query(`${counted} order by department is null, department`, [charter, version]);
}

/** Every count, made from the signatures. */
export function countRows(client: SQLClient, charter: string, version: string): Promise<DepartmentCount[]> {
  return client.query(`${fromRows} order by department is null, department`, [charter, version]);
}
