import { describe, expect, it } from 'vitest';
import { uuidOf } from './cids.js';
import { parseDiskCid, printDiskCid } from './disk-cid.js';

const context = (requestId: string, directorUuid = 'd') => ({ requestId, directorUuid, log: () => undefined });

describe('names', () => {
  it('follow from a request id that is unique, and from the agent’s for one that is not', () => {
    const uuid = uuidOf('create_vm', context('r1'), 'agent');
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf('create_vm', context('r1'), 'other')).toBe(uuid);
    const others = [uuidOf('create_vm', context('r2')), uuidOf('create_disk', context('r1')), uuidOf('create_vm', context('r1', 'e'))];
    expect(new Set([uuid, ...others]).size).toBe(4);
    expect(uuidOf('create_vm', context('cpi-123456'), 'a')).toBe(uuidOf('create_vm', context('cpi-654321'), 'a'));
    expect(uuidOf('create_vm', context('cpi-123456'), 'a')).not.toBe(uuidOf('create_vm', context('cpi-123456'), 'b'));
    expect(uuidOf('create_disk', context('cpi-123456'))).not.toBe(uuidOf('create_disk', context('cpi-123456')));
  });

  it('of disks carry the datastores that their type allows', () => {
    const cid = printDiskCid('disk-1', ['ssd', 'a.b (1)']);
    const { name, datastores } = parseDiskCid(cid);
    expect(name).toBe('disk-1');
    for (const [one, is] of [
      ['ssd', true],
      ['a.b (1)', true],
      ['ssd2', false],
      ['axb (1)', false],
    ] as const)
      expect(datastores?.test(one)).toBe(is);
    expect(parseDiskCid(printDiskCid('disk-1', undefined))).toEqual({ name: 'disk-1' });
    for (const odd of ['disk-1.', 'disk-1.%%', 'disk-1.bnVsbA']) expect(parseDiskCid(odd)).toEqual({ name: 'disk-1' });
  });

  it('of disks that a CPI of the original wrote are read', () => {
    // {"target_datastore_pattern":"^(vsanDatastore)$"}
    const { datastores } = parseDiskCid('disk-2.eyJ0YXJnZXRfZGF0YXN0b3JlX3BhdHRlcm4iOiJeKHZzYW5EYXRhc3RvcmUpJCJ9');
    expect(datastores?.test('vsanDatastore')).toBe(true);
  });
});
