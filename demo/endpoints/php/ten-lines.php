<?php // The least that receives signatures, in PHP: see index.php for the rest.
ini_set('display_errors', '0'); // what PHP says of a failure is no answer: 500 is
function answer(int $status, array $body, string $type = 'application/json'): never
{
    http_response_code($status);
    header("Content-Type: $type");
    exit(json_encode($body));
}
function refuse(int $status, string $name): never
{
    answer($status, ['type' => "urn:charter-elements:problem:$name", 'status' => $status], 'application/problem+json');
}
$database = new PDO('sqlite:' . (getenv('DATABASE') ?: 'signatures.sqlite'));
$database->exec('create table if not exists signatures (id text primary key, record text, received_at text)');
$body = file_get_contents('php://input');
$id = json_decode($body)->id ?? null;
if (json_last_error()) refuse(400, 'malformed-json');
if (!is_string($id)) refuse(422, 'invalid-record');
$insert = $database->prepare('insert or ignore into signatures values (?, ?, ?)');
$insert->execute([$id, $body, gmdate('Y-m-d\TH:i:s\Z')]);
$select = $database->prepare('select record, received_at from signatures where id = ?');
$select->execute([$id]);
[$kept, $receivedAt] = $select->fetch(PDO::FETCH_NUM);
if ($kept !== $body) refuse(422, 'idempotency-mismatch');
$digest = 'sha256:' . hash('sha256', $body);
answer($insert->rowCount() ? 201 : 200, ['id' => $id, 'receivedAt' => $receivedAt, 'recordDigest' => $digest]);
