-- Refuses every change of what was recorded. Rows can only be added.

create or replace function charter_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = '42501';
end
$$;

drop trigger if exists charter_signatures_no_change on charter_signatures;
create trigger charter_signatures_no_change before update or delete on charter_signatures
  for each row execute function charter_refuse_change();

drop trigger if exists charter_signatures_no_truncate on charter_signatures;
create trigger charter_signatures_no_truncate before truncate on charter_signatures
  for each statement execute function charter_refuse_change();

drop trigger if exists charter_documents_no_change on charter_documents;
create trigger charter_documents_no_change before update or delete on charter_documents
  for each row execute function charter_refuse_change();

drop trigger if exists charter_documents_no_truncate on charter_documents;
create trigger charter_documents_no_truncate before truncate on charter_documents
  for each statement execute function charter_refuse_change();
