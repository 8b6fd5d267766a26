-- What the receiver keeps. Run once by the receiver, or by the database administrator with psql.

create table if not exists charter_signatures (
  id uuid primary key,
  -- The exact canonical text (RFC 8785 after NFC): its SHA-256 is record_digest.
  record text not null,
  record_digest text not null,
  -- By the clock of the receiver, to the millisecond: the signed receipt carries the same instant. Nothing is ordered by it, as
  -- the clocks of several receivers differ: that is what "position" is for.
  received_at timestamptz not null default now(),
  charter_id text not null,
  charter_version text not null,
  charter_locale text not null,
  charter_digest text not null,
  audience text not null,
  decision text not null check (decision in ('accepted', 'declined')),
  -- Whom the row belongs to: the identity from the proxy when there is one, else what the record says.
  signer_key text not null,
  signer_name text not null,
  department text,
  -- What the proxy said; null when the receiver had no trusted proxy.
  identity_id text,
  identity_name text,
  identity_department text,
  receipt text not null,
  -- The order in which the database took the signatures, whichever receiver they came through.
  position bigint generated always as identity
);

-- Every text that the receiver ever asked people to sign: charter_signatures.charter_digest names one of these.
create table if not exists charter_documents (
  digest text primary key,
  charter_id text not null,
  charter_version text not null,
  charter_locale text not null,
  document text not null,
  kept_since timestamptz not null default now()
);
