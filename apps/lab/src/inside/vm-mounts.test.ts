import { describe, expect, it } from 'vitest';
import { vmMounts } from './vm-mounts.js';

describe("a VM's mounts", () => {
  const table = vmMounts({ directory: '/a b/vm', stemcellRoot: '/sc', ownUsr: false, node: '/n', bundle: '/b' });

  it('write blanks in paths the way fstab does', () => {
    expect(table).toContain('upperdir=/a\\040b/vm/up');
    for (const line of table.trim().split('\n')) expect(line.split(' ')).toHaveLength(6);
  });

  it('hold nothing of the host that can be written', () => {
    for (const line of table.split('\n'))
      if (line.startsWith('/usr') || line.startsWith('/n ') || line.startsWith('/b ')) expect(line).toMatch(/bind,ro/);
  });

  it("leave out the host's /usr for a stemcell with its own", () => {
    expect(vmMounts({ directory: '/v', stemcellRoot: '/sc', ownUsr: true, node: '/n', bundle: '/b' })).not.toMatch(/^\/usr/m);
  });
});
