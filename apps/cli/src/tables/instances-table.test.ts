import { describe, expect, it } from 'vitest';
import { renderTable, tableToJson } from '../output/table.js';
import { instancesTable } from './instances-table.js';

const line = { id: 'u', job_name: 'nginx', job_state: 'running', processes: [{ name: 'nginx', state: 'running' }], ips: ['10.0.9.165'] };
const foreign = [
  { nic: 'eth0', address: '2601:646:100:69f0:250:56ff:fe8c:86a9', kind: 'slaac' },
  { nic: 'eth0', address: 'fe80::1', kind: 'route' },
];
const view = { deployment: 'nginx', details: true };

describe('foreign addresses', () => {
  it('have a column of --details when there are some', () => {
    const table = instancesTable(
      [
        { ...line, foreign_addresses: foreign },
        { ...line, id: 'v', foreign_addresses: [] },
      ],
      view,
    );
    expect(table.header.at(-1)).toBe('Foreign Addresses');
    const text = renderTable(table, { decorated: true, color: true });
    expect(text).toContain('\u001b[31meth0 2601:646:100:69f0:250:56ff:fe8c:86a9 (slaac)\u001b[0m');
    expect(text).toContain('eth0 fe80::1 (route)');
    expect(table.rows.map((row) => row.length)).toEqual(table.rows.map(() => table.header.length));
  });

  it.each([
    ['nobody has one', [{ ...line, foreign_addresses: [] }], {}, false],
    ['the Director does not tell', [line], {}, false],
    ['without --details', [{ ...line, foreign_addresses: foreign }], { details: false }, false],
    ['--json', [line], { exact: true }, true],
    ['--json without --details', [{ ...line, foreign_addresses: foreign }], { exact: true, details: false }, false],
  ])('%s', (_name, lines, more, there) => {
    const table = instancesTable(lines, { ...view, ...more });
    expect(table.header.includes('Foreign Addresses')).toBe(there);
    expect('foreign_addresses' in ((tableToJson(table).Rows as object[])[0] ?? {})).toBe(there);
  });

  it('leave processes their own columns', () => {
    const table = instancesTable([{ ...line, foreign_addresses: foreign }], { ...view, processes: true, vitals: true });
    expect(table.rows.map((row) => row.length)).toEqual([table.header.length, table.header.length]);
  });
});
