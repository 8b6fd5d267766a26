<?php
declare(strict_types=1);

/** The table of signatures: rows are added, and not changed. */
final class Store
{
    private readonly PDO $database;

    public function __construct(string $file)
    {
        // Waits up to ten seconds for another request that is writing.
        $this->database = new PDO("sqlite:$file", options: [PDO::ATTR_TIMEOUT => 10]);
        $this->database->exec('pragma synchronous = full');
        $this->database->exec(
            'create table if not exists charter_signatures (
               id text primary key, record text not null, record_digest text not null, received_at text not null,
               charter_id text not null, charter_version text not null, decision text not null,
               signer_name text not null, department text, identity text
             );
             create trigger if not exists no_update before update on charter_signatures
               begin select raise(abort, \'signatures are not changed\'); end;
             create trigger if not exists no_delete before delete on charter_signatures
               begin select raise(abort, \'signatures are not deleted\'); end;',
        );
    }

    /** @return ?array{record_digest: string, received_at: string} */
    public function find(string $id): ?array
    {
        $query = $this->database->prepare(
            'select record_digest, received_at from charter_signatures where id = ?',
        );
        $query->execute([$id]);
        return $query->fetch(PDO::FETCH_ASSOC) ?: null;
    }

    /** Adds a record, unless its id is there: the primary key decides which of several at once is the one. */
    public function add(Record $record, ?string $identity): bool
    {
        $now = new DateTimeImmutable('now', new DateTimeZone('UTC'));
        $value = $record->value;
        $insert = $this->database->prepare(
            'insert into charter_signatures values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing',
        );
        $insert->execute([
            $record->id,
            canonicalForm($value),
            $record->digest,
            $now->format('Y-m-d\TH:i:s.v\Z'),
            $value->charter->id,
            $value->charter->version,
            $value->decision,
            $value->signer->name,
            $value->signer->department ?? null,
            $identity,
        ]);
        return $insert->rowCount() === 1;
    }
}
