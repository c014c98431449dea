import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Layout } from '../layout.js';
import { DnsRecords } from './dns-records.js';

it('a malformed alias costs itself alone, and the log names it once for each version', async () => {
  const root = await mkdtemp(join(tmpdir(), 'bosh6-records-'));
  try {
    const said: unknown[] = [];
    const platform = { writeHosts: async () => undefined, giveToVcapGroup: async () => undefined };
    const log = { info: () => expect.unreachable(), warn: (_message: string, fields: unknown) => void said.push(fields) };
    const records = new DnsRecords(new Layout(root), platform, () => 'vm', { log, isHealthy: () => true });
    const keys = ['id', 'instance_group', 'group_ids', 'network', 'deployment', 'ip', 'domain'];
    const infos = [['u-0', 'web', ['1'], 'dual', 'dep', '2001:db8::5', 'bosh']];
    const aliases = { 'bad.internal': [{ group_id: '1' }], 'web.internal': [{ root_domain: 'bosh', group_id: '1' }] };
    const take = (version: number): Promise<void> =>
      records.take(JSON.stringify({ version, records: [], record_keys: keys, record_infos: infos, aliases }), version);
    for (const version of [1, 2]) {
      await take(version);
      for (const _again of [1, 2]) expect((await records.names())?.find('web.internal')?.map(String)).toEqual(['2001:db8::5']);
      expect(said).toEqual(Array(version).fill({ aliases: ['bad.internal'] }));
    }
  } finally {
    await rm(root, { recursive: true });
  }
});
