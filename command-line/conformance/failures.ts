import type { NetworkFault, NetworkParams } from '../messages/fr-mistakes.ts';

/** Codes of OpenSSL and Node for a certificate that is not trusted. */
const certificateFaults = new Set([
  ...['CERT_CHAIN_TOO_LONG', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CERT_REJECTED', 'CERT_REVOKED'],
  ...[
    'CERT_SIGNATURE_FAILURE',
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ],
  ...[
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
    'SELF_SIGNED_CERT_IN_CHAIN',
  ],
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
]);

const networkFaults: Readonly<Record<string, NetworkFault>> = {
  TimeoutError: 'timeout',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'hung-up',
  UND_ERR_SOCKET: 'hung-up',
};

/**
 * Why there was no answer, for the person who runs the command.
 *
 * @param failure - Code or message of Node.
 * @param timeout - Milliseconds that were waited.
 */
export function networkFault(failure: string, timeout: number): NetworkParams {
  const fault = networkFaults[failure] ?? (certificateFaults.has(failure) ? 'certificate' : 'other');
  return { fault, failure, seconds: timeout / 1000 };
}

/** The code that Node gives a failure of the network or of a certificate, or else its message. */
export function reasonOf(error: unknown): string {
  const { cause, name, message } = error as Error;
  if (name === 'TimeoutError') return name;
  const { code, message: inner } = (cause ?? {}) as NodeJS.ErrnoException;
  return code ?? (inner || message);
}
