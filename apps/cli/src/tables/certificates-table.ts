import type { CertificateEntry } from '@bosh6/director-api/client';
import type { Cell, Table } from '../output/table.js';

/** Fewer days than this are shown in red. */
const soon = 30;

/** The Director's certificates, in its order (as bosh-cli). */
export function certificatesTable(certificates: readonly CertificateEntry[]): Table {
  const rows = certificates.map(({ certificate_path: path, expiry, days_left: days }): Cell[] => [
    path ?? '',
    expiry ?? '',
    { text: String(days ?? ''), ...((days ?? 0) <= soon ? { good: false } : {}) },
  ]);
  return {
    api: { certificates },
    title: 'CERTIFICATE EXPIRY DATE INFORMATION',
    header: ['Certificate', 'Expiry Date (UTC)', 'Days Left'],
    rows,
  };
}
