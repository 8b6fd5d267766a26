<?php
declare(strict_types=1);

/** RFC 8785 after NFC of every string. Enough for records and charters, whose names are ASCII and numbers none. */
function canonicalForm(mixed $value): string
{
    if (is_array($value)) {
        return '[' . implode(',', array_map(canonicalForm(...), $value)) . ']';
    }
    if ($value instanceof stdClass) {
        $members = get_object_vars($value);
        ksort($members, SORT_STRING);
        $written = [];
        foreach ($members as $name => $item) {
            $written[] = canonicalForm((string) $name) . ':' . canonicalForm($item);
        }
        return '{' . implode(',', $written) . '}';
    }
    $scalar = is_string($value) ? toNFC($value) : $value;
    $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS;
    return json_encode($scalar, $flags | JSON_THROW_ON_ERROR);
}

function toNFC(string $text): string
{
    $normal = Normalizer::normalize($text, Normalizer::FORM_C);
    return $normal === false ? $text : $normal;
}

function digestOf(mixed $value): string
{
    return 'sha256:' . hash('sha256', canonicalForm($value));
}

/**
 * Every charter of a folder: the JSON files there with "schema": "charter/1".
 *
 * @return list<stdClass>
 */
function loadCharters(string $folder): array
{
    $charters = [];
    foreach (glob("$folder/*.json") ?: [] as $file) {
        $document = json_decode((string) file_get_contents($file), false, 64, JSON_THROW_ON_ERROR);
        if (($document->schema ?? null) === 'charter/1') {
            $charters[] = $document;
        }
    }
    if ($charters === []) {
        throw new RuntimeException('CHARTERS_DIR holds no charter');
    }
    return $charters;
}
