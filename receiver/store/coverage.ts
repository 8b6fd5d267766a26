import type { SQLClient } from './sql-client.ts';

export interface DepartmentCount {
  /** `null` gathers the people of whom no department is known. */
  readonly department: string | null;
  readonly accepted: number;
  readonly declined: number;
}

/** What the triggers of `coverage.sql` have counted. */
export function readCounts(client: SQLClient, charter: string, version: string): Promise<DepartmentCount[]> {
  return client.query<DepartmentCount>(
    `select department, sum(accepted)::int4 as accepted, sum(declined)::int4 as declined
     from charter_department_counts where charter_id = $1 and charter_version = $2
     group by department
     having sum(accepted) <> 0 or sum(declined) <> 0
     order by department is null, department`,
    [charter, version],
    'read-counts',
  );
}

/** Counts from the signatures themselves, where there are no triggers that count. */
export function countRows(client: SQLClient, charter: string, version: string): Promise<DepartmentCount[]> {
  return client.query<DepartmentCount>(
    `select department,
       sum(case when decision = 'accepted' then 1 else 0 end)::int4 as accepted,
       sum(case when decision = 'declined' then 1 else 0 end)::int4 as declined
     from (
       select distinct on (signer_key) decision, department
       from charter_signatures where charter_id = $1 and charter_version = $2
       order by signer_key, received_at desc, id desc
     ) as latest
     group by department
     order by department is null, department`,
    [charter, version],
  );
}
