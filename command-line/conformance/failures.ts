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

/**
 * Why there was no answer, for the person who runs the command.
 *
 * @param failure - Code or message of Node.
 * @param timeout - Milliseconds that were waited.
 */
export function explainFailure(failure: string, timeout: number): string {
  switch (failure) {
    case 'TimeoutError':
      return `pas de réponse en ${(timeout / 1000).toLocaleString('fr')} s (voir --timeout)`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'ce nom d’hôte est inconnu';
    case 'ECONNREFUSED':
      return 'aucun serveur n’écoute à cette adresse';
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return 'le serveur coupe la connexion sans répondre (https à la place de http ?)';
    default:
      return certificateFaults.has(failure)
        ? `son certificat n’est pas reconnu (${failure}) : donnez l’autorité de l’établissement par NODE_EXTRA_CA_CERTS=autorite.pem, ou NODE_OPTIONS=--use-system-ca`
        : `pas de réponse (${failure})`;
  }
}

/** The code that Node gives a failure of the network or of a certificate, or else its message. */
export function reasonOf(error: unknown): string {
  const { cause, name, message } = error as Error;
  if (name === 'TimeoutError') return name;
  const { code, message: inner } = (cause ?? {}) as NodeJS.ErrnoException;
  return code ?? (inner || message);
}
