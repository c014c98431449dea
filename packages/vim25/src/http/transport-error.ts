import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';

const untrusted = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)/;

/** A failure below HTTP as an error that says where, and for TLS what would make it trusted. */
export function transportError(error: unknown, url: URL): Error {
  if (CodedError.is(error)) return error;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  // A host with several addresses fails with one error for each.
  const inner = error instanceof AggregateError ? error.errors.map((one) => (one as Error).message).join('; ') : message;
  if (untrusted.test(code)) {
    const hint = "give the CA's certificate in tls.ca, or tls.rejectUnauthorized: false where nobody is in between";
    return fail('VSphereUntrusted', `the certificate of ${url.host} is not trusted: ${inner}`, { cause: error, hint });
  }
  return fail('VSphereUnreachable', `${url.host} cannot be reached: ${inner}`, { cause: error, details: { code } });
}
