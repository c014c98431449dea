import { X509Certificate } from 'node:crypto';
import { isoTime } from '../http/parse.js';

const dayMs = 86_400_000;

/** Until when a certificate (PEM) holds, and how many whole days those are from `now` (milliseconds). Throws what node:crypto does. */
export function expiryOf(certificate: string | Buffer, now: number): { until: string; daysLeft: number } {
  const end = new X509Certificate(certificate).validToDate.getTime();
  return { until: isoTime(end), daysLeft: Math.floor((end - now) / dayMs) };
}
