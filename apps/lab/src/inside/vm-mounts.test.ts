import { describe, expect, it } from 'vitest';
import { vmMounts } from './vm-mounts.js';

describe("a VM's mounts", () => {
  const table = vmMounts({ base: '/base', directory: '/a b/vm', stemcellRoot: '/sc', ownUsr: false, node: '/n', bundle: '/b', init: '/i' });

  it('write blanks in paths the way fstab does', () => {
    expect(table).toContain('upperdir=/a\\040b/vm/up');
    for (const line of table.trim().split('\n')) expect(line.split(' ')).toHaveLength(6);
  });

  it('hold nothing of the host that can be written', () => {
    for (const line of table.split('\n')) if (/^\/(usr|dev\/|n |b |i )/.test(line)) expect(line).toMatch(/bind,ro/);
  });

  it("leave out the host's /usr for a stemcell with its own", () => {
    expect(
      vmMounts({ base: '/base', directory: '/v', stemcellRoot: '/sc', ownUsr: true, node: '/n', bundle: '/b', init: '/i' }),
    ).not.toMatch(/^\/usr \/base\/vm/m);
  });
});
