import { Agent } from 'node:https';
import { connect, type PeerCertificate } from 'node:tls';
import { fail } from '../errors.js';
import type { Endpoint } from './endpoint.js';
import { transportError } from './transport-error.js';

/**
 * An endpoint that trusts exactly the certificate of a thumbprint (SHA-1 or SHA-256), which vCenter vouches for:
 * hosts often have certificates that nobody else signed. The certificate is fetched first, then only it is trusted.
 */
export async function trustThumbprint(like: Endpoint, url: URL, thumbprint: string, signal: AbortSignal): Promise<Endpoint> {
  const wanted = thumbprint.replace(/[^0-9a-f]/gi, '').toUpperCase();
  const seen = await fetchCertificate(url, like.connectTimeoutMs, signal);
  const known = [seen.fingerprint, seen.fingerprint256].map((one) => one.replaceAll(':', ''));
  if (wanted === '' || !known.includes(wanted))
    throw fail('VSphereUntrusted', `${url.host} has the certificate ${seen.fingerprint}, but vCenter vouches for ${thumbprint}`);
  const pem = `-----BEGIN CERTIFICATE-----\n${seen.raw.toString('base64')}\n-----END CERTIFICATE-----\n`;
  // The certificate stands for itself: who signed it, and for which name, is vCenter's to know.
  const agent = new Agent({ keepAlive: false, ca: pem, allowPartialTrustChain: true, checkServerIdentity: () => undefined });
  return { url: new URL(url.origin), agent, tls: { ca: pem }, connectTimeoutMs: like.connectTimeoutMs };
}

function fetchCertificate(url: URL, timeoutMs: number, signal: AbortSignal): Promise<PeerCertificate> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    // Nothing is sent on this connection.
    const socket = connect({ host, port: Number(url.port || 443), rejectUnauthorized: false, timeout: timeoutMs });
    const abort = (): void => void socket.destroy(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    signal.addEventListener('abort', abort, { once: true });
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', abort);
      socket.destroy();
      settle();
    };
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerCertificate();
      end(() => resolve(certificate));
    });
    socket.once('timeout', () => socket.destroy(new Error(`no connection within ${timeoutMs} ms`)));
    socket.once('error', (error) => end(() => reject(signal.aborted ? signal.reason : transportError(error, url))));
  });
}
