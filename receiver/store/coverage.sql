-- Counts people by department while signatures are recorded, so that coverage is read from a few rows however many
-- signatures there are. Run by the receiver, or by the database administrator with psql; running it again counts anew.

-- None is added while they are made anew.
lock table charter_signatures in share row exclusive mode;

-- The latest decision of each person on each version of a charter.
drop table if exists charter_latest_decisions;
create table charter_latest_decisions (
  charter_id text not null,
  charter_version text not null,
  signer_key text collate "C" not null,
  -- Of the signature in charter_signatures.
  position bigint not null,
  decision text not null,
  department text,
  -- What the last change of this row replaced: "returning" tells the counts so, and nothing else would.
  replaced_decision text,
  replaced_department text,
  primary key (charter_id, charter_version, signer_key)
);

-- The counts of a department are the sums of its shards: sessions that record at the same time change different rows,
-- and do not wait for each other. A shard alone may be negative.
create table if not exists charter_department_counts (
  charter_id text not null,
  charter_version text not null,
  shard smallint not null,
  department text,
  accepted integer not null,
  declined integer not null
) with (fillfactor = 50);

create unique index if not exists charter_department_counts_key on charter_department_counts
  (charter_id, charter_version, shard, (department is null), (coalesce(department, '')));

-- Rows are locked in the same order by all, first signatures, then people, then counts: no deadlock.
create or replace function charter_count_added() returns trigger language plpgsql security definer as $$
begin
  with latest as (
    insert into charter_latest_decisions as kept
      (charter_id, charter_version, signer_key, position, decision, department)
    select distinct on (charter_id, charter_version, signer_key collate "C")
      charter_id, charter_version, signer_key, position, decision, department
    from added
    order by charter_id, charter_version, signer_key collate "C", position desc
    on conflict (charter_id, charter_version, signer_key) do update set
      position = excluded.position,
      decision = excluded.decision,
      department = excluded.department,
      replaced_decision = kept.decision,
      replaced_department = kept.department
    where excluded.position > kept.position
    returning *
  ),
  changes as (
    select charter_id, charter_version, department, decision, 1 as people from latest
    union all
    select charter_id, charter_version, replaced_department, replaced_decision, -1 from latest
    where replaced_decision is not null
  )
  insert into charter_department_counts as counts
    (charter_id, charter_version, shard, department, accepted, declined)
  select charter_id, charter_version, pg_backend_pid() % 64, department,
    coalesce(sum(people) filter (where decision = 'accepted'), 0),
    coalesce(sum(people) filter (where decision = 'declined'), 0)
  from changes
  group by charter_id, charter_version, department
  order by charter_id, charter_version, department
  on conflict (charter_id, charter_version, shard, (department is null), (coalesce(department, ''))) do update set
    accepted = counts.accepted + excluded.accepted,
    declined = counts.declined + excluded.declined;
  return null;
end
$$;

-- Counts anew from all signatures. None can be added meanwhile.
create or replace function charter_count_anew() returns void language plpgsql security definer as $$
begin
  lock table charter_signatures in share row exclusive mode;
  delete from charter_latest_decisions;
  delete from charter_department_counts;
  insert into charter_latest_decisions
    (charter_id, charter_version, signer_key, position, decision, department)
  select distinct on (charter_id, charter_version, signer_key)
    charter_id, charter_version, signer_key, position, decision, department
  from charter_signatures
  order by charter_id, charter_version, signer_key, position desc;
  insert into charter_department_counts (charter_id, charter_version, shard, department, accepted, declined)
  select charter_id, charter_version, 0, department,
    count(*) filter (where decision = 'accepted'), count(*) filter (where decision = 'declined')
  from charter_latest_decisions
  group by charter_id, charter_version, department;
end
$$;

revoke execute on function charter_count_anew() from public;

create or replace function charter_count_changed() returns trigger language plpgsql security definer as $$
begin
  perform charter_count_anew();
  return null;
end
$$;

-- They run as the owner of the tables, whoever adds a signature, and find the tables where they are now.
do $$
declare
  name text;
begin
  foreach name in array array['charter_count_added', 'charter_count_anew', 'charter_count_changed'] loop
    execute format('alter function %I() set search_path = pg_catalog, %I, pg_temp', name, current_schema());
  end loop;
end
$$;

drop trigger if exists charter_signatures_count_added on charter_signatures;
create trigger charter_signatures_count_added after insert on charter_signatures
  referencing new table as added for each statement execute function charter_count_added();

-- append-only.sql refuses these changes; an administrator who drops its triggers to end the retention makes them.
drop trigger if exists charter_signatures_count_changed on charter_signatures;
create trigger charter_signatures_count_changed after update or delete or truncate on charter_signatures
  for each statement execute function charter_count_changed();

select charter_count_anew();

-- Earlier versions of the receiver counted with it, at every request.
drop index if exists charter_signatures_latest;
