<?php
declare(strict_types=1);

/** A signature record that follows the contract. */
final class Record
{
    private const MAX_DEPTH = 16;
    /** How far ahead of this machine's clock a browser's may be. Seconds. */
    private const CLOCK_TOLERANCE = 600;
    private const UUID = '/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/D';
    private const INSTANT = '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/D';

    public readonly string $id;
    public readonly string $digest;
    /** @var list<array{pointer: string, detail: string}> */
    private array $faults = [];

    private function __construct(public readonly stdClass $value)
    {
        $this->checkSchema();
        $this->id = $value->id;
        $this->digest = digestOf($value);
    }

    /** @throws Problem when the body is not a record */
    public static function parse(string $body): self
    {
        try {
            // One level more for the values at the bottom.
            $value = json_decode($body, false, self::MAX_DEPTH + 1, JSON_THROW_ON_ERROR);
        } catch (JsonException $error) {
            throw $error->getCode() === JSON_ERROR_DEPTH
                ? new Problem(422, 'invalid-record', 'The body nests too many arrays and objects.')
                : new Problem(400, 'malformed-json', 'The body cannot be read as JSON in UTF-8.');
        }
        if (!$value instanceof stdClass) {
            throw new Problem(422, 'invalid-record', 'The body is not an object. Send a signature record.');
        }
        return new self($value);
    }

    private function checkSchema(): void
    {
        $record = $this->value;
        $required = ['schema', 'id', 'decision', 'charter', 'signer', 'statements', 'signedAt', 'component'];
        if (($record->decision ?? null) === 'declined') {
            $required[] = 'reason';
        }
        $this->members($record, '', $required, ['practices']);
        $this->text($record, 'schema', '', 40, '~^charter-signature/1$~D');
        $this->text($record, 'id', '', 36, self::UUID);
        $this->text($record, 'decision', '', 10, '/^(accepted|declined)$/D');
        $this->text($record, 'reason', '', 4000);
        $this->text($record, 'signedAt', '', 40, self::INSTANT);
        $this->text($record, 'component', '', 200);

        $names = ['id', 'version', 'locale', 'digest', 'audience'];
        $charter = $this->members($record->charter ?? null, '/charter', $names, ['plain']);
        $this->text($charter, 'id', '/charter', 200);
        $this->text($charter, 'version', '/charter', 40);
        $this->text($charter, 'locale', '/charter', 40);
        $this->text($charter, 'digest', '/charter', 71, '/^sha256:[0-9a-f]{64}$/D');
        $this->text($charter, 'audience', '/charter', 10, '/^(staff|patients|visitors)$/D');
        if (property_exists($charter, 'plain') && $charter->plain !== true) {
            $this->fault('/charter/plain', 'expected true, or nothing');
        }

        $signer = $this->members($record->signer ?? null, '/signer', ['name'], ['id', 'email', 'role', 'department']);
        foreach (['name', 'id', 'role', 'department'] as $name) {
            $this->text($signer, $name, '/signer', 200);
        }
        $this->text($signer, 'email', '/signer', 254, '/^[^\s@]+@[^\s@]+$/Du');

        foreach ($this->items($record, 'statements', 100) as $index => $item) {
            $statement = $this->members($item, "/statements/$index", ['id', 'text']);
            $this->text($statement, 'id', "/statements/$index", 200);
            $this->text($statement, 'text', "/statements/$index", 4000);
        }
        foreach ($this->items($record, 'practices', 10_000) as $index => $id) {
            $this->text((object) ["n$index" => $id], "n$index", '/practices', 200);
        }
        if ($this->faults === [] && !self::exists($record->signedAt)) {
            $this->fault('/signedAt', 'this instant does not exist');
        }
        $this->refuse();
    }

    private static function exists(string $instant): bool
    {
        [$year, $month, $day, $hour, $minute, $second] = array_map(intval(...), preg_split('/\D/', $instant));
        return checkdate($month, $day, max($year, 1)) && $hour < 24 && $minute < 60 && $second < 60;
    }

    /**
     * The record must sign, word for word, the newest charter kept here.
     *
     * @param list<stdClass> $charters
     * @throws Problem
     */
    public function checkCharter(array $charters): void
    {
        $record = $this->value;
        $kept = $this->findCharter($charters);
        $digest = digestOf($kept);
        if ($digest !== $record->charter->digest) {
            throw new Problem(422, 'digest-mismatch', "The copy of this charter kept here has $digest.");
        }
        if (strtotime(substr($record->signedAt, 0, 19) . 'Z') > time() + self::CLOCK_TOLERANCE) {
            throw new Problem(422, 'signed-in-the-future', '/signedAt is ahead of the clock: set the device’s right.');
        }
        $known = array_column($kept->statements ?? [], null, 'id');
        $given = array_column($record->statements, 'id');
        foreach ($record->statements as $index => $statement) {
            $wanted = $known[$statement->id] ?? null;
            $isFirst = array_search($statement->id, $given, true) === $index;
            if ($wanted === null || !$isFirst || toNFC($statement->text) !== toNFC($wanted->text)) {
                $this->fault("/statements/$index", 'not a statement of the charter, or given twice');
            }
        }
        foreach ($record->decision === 'accepted' ? $known : [] as $id => $statement) {
            if (($statement->required ?? true) && !in_array((string) $id, $given, true)) {
                $this->fault('/statements', "the required statement \"$id\" is missing");
            }
        }
        $practices = $record->practices ?? [];
        $ids = array_column($kept->practices ?? [], 'id');
        foreach ($practices as $index => $id) {
            if (!in_array($id, $ids, true) || array_search($id, $practices, true) !== $index) {
                $this->fault("/practices/$index", 'not a practice of the charter, or given twice');
            }
        }
        $this->refuse();
    }

    /** @param list<stdClass> $charters */
    private function findCharter(array $charters): stdClass
    {
        $shown = $this->value->charter;
        $sameId = array_filter($charters, fn (stdClass $charter): bool => $charter->id === $shown->id);
        // The newest first; of that version, the reader's language, else French.
        $rank = fn (stdClass $charter): int => ($charter->locale === $shown->locale ? 2 : 0) + ($charter->locale === 'fr' ? 1 : 0);
        usort($sameId, fn (stdClass $a, stdClass $b): int =>
            self::versionOf($b) <=> self::versionOf($a) ?: $rank($b) <=> $rank($a));
        $newest = $sameId[0] ?? null;
        if ($newest !== null && self::versionOf($shown) < self::versionOf($newest)) {
            throw new Problem(409, 'charter-outdated', "The version to sign is $newest->version.", ['current' => [
                'id' => $newest->id,
                'version' => $newest->version,
                'locale' => $newest->locale,
                'digest' => digestOf($newest),
            ]]);
        }
        foreach ($sameId as $charter) {
            if ($charter->version === $shown->version && $charter->locale === $shown->locale) {
                return $charter;
            }
        }
        throw new Problem(422, 'unknown-charter', 'No charter of this id, version and language is kept here.');
    }

    /**
     * The three numbers of a version, so that 1 and 1.0.0 are the same.
     *
     * @return array{int, int, int}
     */
    private static function versionOf(stdClass $charter): array
    {
        $numbers = array_map(intval(...), explode('.', $charter->version));
        return [$numbers[0], $numbers[1] ?? 0, $numbers[2] ?? 0];
    }

    /**
     * The members of an object, none missing and none that the contract does not name.
     *
     * @param list<string> $required
     * @param list<string> $optional
     */
    private function members(mixed $value, string $pointer, array $required, array $optional = []): stdClass
    {
        if (!$value instanceof stdClass) {
            $this->fault($pointer, 'not an object');
            return new stdClass();
        }
        foreach ($required as $name) {
            if (!property_exists($value, $name)) {
                $this->fault("$pointer/$name", 'this is missing');
            }
        }
        foreach (array_keys(get_object_vars($value)) as $name) {
            if (!in_array((string) $name, [...$required, ...$optional], true)) {
                $this->fault($pointer . '/' . substr((string) $name, 0, 80), 'the contract has no such member');
            }
        }
        return $value;
    }

    /** @return list<mixed> */
    private function items(stdClass $holder, string $name, int $most): array
    {
        if (!property_exists($holder, $name)) {
            return [];
        }
        if (!is_array($holder->$name) || count($holder->$name) > $most) {
            $this->fault("/$name", "not an array of at most $most");
            return [];
        }
        return $holder->$name;
    }

    /** A text that is there must be one that a database can store. Its length is in code points, after NFC. */
    private function text(stdClass $holder, string $name, string $pointer, int $limit, string $pattern = '/\S/u'): void
    {
        if (!property_exists($holder, $name)) {
            return;
        }
        $value = $holder->$name;
        if (!is_string($value) || !preg_match('/\S/u', $value) || str_contains($value, "\0")) {
            $this->fault("$pointer/$name", 'not a text that can be stored, or an empty one');
        } elseif (iconv_strlen(toNFC($value), 'UTF-8') > $limit) {
            $this->fault("$pointer/$name", "longer than $limit characters");
        } elseif (!preg_match($pattern, $value)) {
            $this->fault("$pointer/$name", 'not written as the contract asks');
        }
    }

    private function fault(string $pointer, string $detail): void
    {
        $this->faults[] = ['pointer' => $pointer, 'detail' => $detail];
    }

    private function refuse(): void
    {
        if ($this->faults === []) {
            return;
        }
        ['pointer' => $pointer, 'detail' => $detail] = $this->faults[0];
        $where = $pointer === '' ? 'its root' : $pointer;
        throw new Problem(422, 'invalid-record', "The record has faults: at $where, $detail.", [
            'errors' => array_slice($this->faults, 0, 20),
        ]);
    }
}
