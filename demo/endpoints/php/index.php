<?php
// Receives the signatures of charter-elements: PHP 8.1 or later with pdo_sqlite and intl, nothing else to install.
//
//   CHARTERS_DIR=charters DATABASE=signatures.sqlite php -S 127.0.0.1:8080 index.php
//
// Before production: serve it with PHP-FPM over HTTPS, with charters and database outside of the web server's folder; have
// the single sign-on's proxy set the identity header (IDENTITY_HEADER), and remove it from what clients send; back the
// database up, and test that a copy can be restored; decide with the data protection officer how long rows are kept. With
// MySQL or PostgreSQL the address of PDO changes, and "on conflict" for MySQL ("insert ignore").
declare(strict_types=1);

require __DIR__ . '/Problem.php';
require __DIR__ . '/documents.php';
require __DIR__ . '/Record.php';
require __DIR__ . '/Store.php';

const MAX_SIZE = 64 * 1024;

// A warning written before the answer would spoil it.
ini_set('display_errors', '0');
ini_set('html_errors', '0');

try {
    [$status, $answer] = receive();
    answer($status, $answer, 'application/json');
} catch (Problem $problem) {
    answer($problem->status, $problem->body(), 'application/problem+json', $problem->headers);
} catch (Throwable $error) {
    // Whatever it is, nothing was recorded: the element sends it again. The log quotes nothing that a person sent.
    error_log(get_class($error) . ' at ' . basename($error->getFile()) . ':' . $error->getLine());
    $problem = new Problem(503, 'unavailable', 'The signature cannot be recorded now. Send it again later.');
    answer(503, $problem->body(), 'application/problem+json', ['Retry-After' => '5']);
}

/** @return array{int, array<string, string>} the status and the receipt */
function receive(): array
{
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        throw new Problem(405, 'method-not-allowed', 'This address takes POST.', [], ['Allow' => 'POST']);
    }
    $identity = readIdentity();
    $key = trim($_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? '');
    if ($key === '') {
        throw new Problem(400, 'idempotency-key-missing', 'Send Idempotency-Key: "<id of the record>".');
    }
    $type = strtolower($_SERVER['CONTENT_TYPE'] ?? '');
    if (!preg_match('~^\s*application/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$~D', $type)) {
        throw new Problem(415, 'unsupported-media-type', 'Send Content-Type: application/json, in UTF-8.');
    }
    $body = (string) file_get_contents('php://input', length: MAX_SIZE + 1);
    if (strlen($body) > MAX_SIZE) {
        throw new Problem(413, 'payload-too-large', 'The body is larger than ' . MAX_SIZE . ' bytes.');
    }
    $record = Record::parse($body);
    if (trim($key, '"') !== $record->id) {
        throw new Problem(422, 'idempotency-key-mismatch', 'The Idempotency-Key is not the id of the record.');
    }

    $store = new Store(getenv('DATABASE') ?: __DIR__ . '/signatures.sqlite');
    // Not asked about a record that is already here: the charter may have changed since.
    if ($store->find($record->id) === null) {
        $record->checkCharter(loadCharters(getenv('CHARTERS_DIR') ?: __DIR__ . '/charters'));
    }
    $isNew = $store->add($record, $identity);
    $kept = $store->find($record->id);
    if ($kept['record_digest'] !== $record->digest) {
        throw new Problem(422, 'idempotency-mismatch', 'Another record was recorded under this id.');
    }
    return [$isNew ? 201 : 200, [
        'id' => $record->id,
        'receivedAt' => $kept['received_at'],
        'recordDigest' => $kept['record_digest'],
    ]];
}

/** Who is signed in, when a reverse proxy says so in a header. */
function readIdentity(): ?string
{
    $name = getenv('IDENTITY_HEADER');
    if (!$name) {
        return null;
    }
    $identity = trim(rawurldecode($_SERVER['HTTP_' . strtoupper(strtr($name, '-', '_'))] ?? ''));
    if ($identity === '') {
        throw new Problem(401, 'sign-in-required', 'Sign in to the intranet, then send the same request again.');
    }
    return $identity;
}

/**
 * @param array<string, mixed> $value
 * @param array<string, string> $headers
 */
function answer(int $status, array $value, string $type, array $headers = []): void
{
    http_response_code($status);
    header("Content-Type: $type");
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    header_remove('X-Powered-By');
    foreach ($headers as $name => $text) {
        header("$name: $text");
    }
    echo json_encode($value, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE);
}
