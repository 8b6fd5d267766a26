/** A folder whose mutants are tried, and the tests that are to notice them. */
export interface Area {
  readonly folder: string;
  /** Patterns of test files, from the project's root. */
  readonly tests: readonly string[];
  /** Milliseconds after which a test is taken for one that never ends. */
  readonly patience: number;
}

/** What decides, and what everything else stands on. */
export const areas: readonly Area[] = [
  { folder: 'src/charter', tests: ['test/charter/*.node.test.ts'], patience: 60_000 },
  { folder: 'src/signature', tests: ['test/signature/*.node.test.ts'], patience: 60_000 },
  { folder: 'src/networks', tests: ['test/networks/*.node.test.ts'], patience: 60_000 },
  { folder: 'src/outbox', tests: ['test/outbox/*.node.test.ts'], patience: 3_000 },
  { folder: 'src/signing', tests: ['test/signing/*.node.test.ts'], patience: 3_000 },
  {
    folder: 'receiver/domain',
    tests: [
      'test/receiver/{charters,check-record,check-signer,coverage,encrypted-records,form-record,identity}.node.test.ts',
      'test/receiver/{domain-limits,may-read,read-record,roles}.node.test.ts',
    ],
    patience: 60_000,
  },
  {
    folder: 'receiver/http',
    tests: ['test/receiver/{body,http,http-answers,http-limits,http-requests,listening}.node.test.ts'],
    patience: 60_000,
  },
];

/** Kinds of mutants that are not made. A text is a message, a code or a name: types and translations check those. */
export const excludedMutations: readonly string[] = ['StringLiteral'];

/** Files whose mutants are not tried, by what their own tests need. */
export const leftOut: Readonly<Record<string, readonly string[]>> = {
  // IndexedDB, Web Locks, a page that is left.
  'a browser': [
    'src/outbox/forgotten.ts',
    'src/outbox/lock.ts',
    'src/outbox/storage.ts',
    'src/signing/open-signing.ts',
  ],
  // For each mutant, they would take minutes.
  'a database or processes of their own': [
    'receiver/domain/key-file.ts',
    'receiver/domain/receipts.ts',
    'receiver/domain/record-signature.ts',
  ],
};
