import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProblem } from '../../src/signature/read-problem.ts';
import { signInAddress } from '../../src/signing/sign-in-address.ts';

const endpoint = 'https://charter.hospital.example/api/signatures';
const page = 'https://intranet.hospital.example/charte?a=1#b';

describe('where a person signs in again', () => {
  const cases: [signIn: unknown, address: string | undefined][] = [
    [
      'https://charter.hospital.example/auth/login',
      `https://charter.hospital.example/auth/login?return=${encodeURIComponent(page)}`,
    ],
    ['/auth/login?x=1', `https://charter.hospital.example/auth/login?x=1&return=${encodeURIComponent(page)}`],
    [
      '/auth/login?return=//evil.example',
      `https://charter.hospital.example/auth/login?return=${encodeURIComponent(page)}`,
    ],
    ['https://evil.example/auth/login', undefined],
    ['http://charter.hospital.example/auth/login', undefined],
    ['//evil.example', undefined],
    ['\\\\evil.example', undefined],
    ['javascript:alert(1)', undefined],
    ['https://', undefined],
    [['/auth/login'], undefined],
    [undefined, undefined],
  ];
  for (const [signIn, address] of cases)
    it(`is ${address === undefined ? 'nowhere' : 'there'} for ${JSON.stringify(signIn)}`, () => {
      assert.equal(signInAddress(readProblem({ signIn }, 401), endpoint, page), address);
    });

  it('is nowhere for a page that sends its records itself, unless it is a whole address', () => {
    assert.equal(
      signInAddress({ type: 'about:blank', status: 401, signIn: '/auth/login' }, '', page),
      undefined,
    );
    const signIn = 'https://charter.hospital.example/auth/login';
    assert.equal(signInAddress({ type: 'about:blank', status: 401, signIn }, '', page), undefined);
  });
});
