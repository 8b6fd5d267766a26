-- What tables of an earlier version of charter-receiver lack: the order in which the database took the signatures. Rows of
-- before get theirs in the order in which they lie there, which is how they came. Run once by the receiver, or by the owner of
-- the tables with psql.
alter table charter_signatures add column if not exists position bigint generated always as identity;
