import { connect, type DetailedPeerCertificate } from 'node:tls';
import type { CodedError } from '@bosh6/base';
import { IpAddress } from '@bosh6/ip';
import { fail } from './errors.js';
import type { Target } from './target.js';

const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

/** Says why a certificate was refused: the host, who issued it, the names that it holds, the flag to use. Undefined when that was not the cause. */
export async function certificateFailure(cause: NodeJS.ErrnoException, at: Target): Promise<CodedError | undefined> {
  const { code } = cause;
  if (code === undefined) return undefined;
  const where = { object: at.origin };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = nameList((await readCertificate(at))?.subjectaltname);
    return fail('CertificateNameMismatch', `the certificate of ${at.origin} is not for '${at.host}' but for ${names}`, { where, cause });
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    const certificate = await readCertificate(at);
    const span = certificate === undefined ? '' : `; it is valid from ${certificate.valid_from} to ${certificate.valid_to}`;
    return fail('CertificateExpired', `the certificate of ${at.origin} is not valid now${span}`, { where, cause });
  }
  if (!untrusted.has(code)) return undefined;
  const certificate = await readCertificate(at);
  const issuer = certificate === undefined ? 'an unknown issuer' : `'${issuerName(certificate)}'`;
  return fail('CertificateUntrusted', `the certificate of ${at.origin} was issued by ${issuer}, which is not trusted`, { where, cause });
}

function issuerName(certificate: DetailedPeerCertificate): string {
  const { CN, O } = certificate.issuer;
  return [CN ?? O].flat()[0] ?? 'no name';
}

function nameList(subjectaltname: string | undefined): string {
  if (subjectaltname === undefined) return 'no name at all';
  return subjectaltname
    .split(', ')
    .map((name) => name.replace(/^(DNS|IP Address):/, ''))
    .map((name) => IpAddress.tryParse(name)?.toString() ?? name)
    .join(', ');
}

/** Only to name the issuer in the error: nothing is sent over this connection. */
function readCertificate(at: Target): Promise<DetailedPeerCertificate | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: at.host, port: at.port, rejectUnauthorized: false, timeout: 5000 }, () => {
      const certificate = socket.getPeerCertificate(true);
      socket.destroy();
      resolve(certificate);
    });
    const stop = (): void => {
      socket.destroy();
      resolve(undefined);
    };
    socket.on('error', stop);
    socket.on('timeout', stop);
  });
}
