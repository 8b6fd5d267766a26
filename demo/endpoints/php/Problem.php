<?php
declare(strict_types=1);

/** An answer that is an error of the contract (RFC 9457). */
final class Problem extends Exception
{
    /**
     * @param array<string, mixed> $members further members of the answer
     * @param array<string, string> $headers
     */
    public function __construct(
        public readonly int $status,
        private readonly string $name,
        string $detail,
        private readonly array $members = [],
        public readonly array $headers = [],
    ) {
        parent::__construct($detail);
    }

    /** @return array<string, mixed> */
    public function body(): array
    {
        return [
            'type' => "urn:charter-elements:problem:$this->name",
            'title' => $this->name,
            'status' => $this->status,
            'detail' => $this->getMessage(),
        ] + $this->members;
    }
}
