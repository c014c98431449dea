import { expect, test } from 'vitest';
import { silentLog } from '../log.js';
import { answerNames } from './answer-names.js';

const networks = { a: { dns: ['8.8.8.8'] } };

async function answered(listens: boolean, env?: { bosh: { local_dns: { enable: boolean } } }): Promise<unknown[]> {
  const said: unknown[] = [];
  const platform = {
    resolverAddress: '127.6.0.53',
    setNameServers: async (servers: readonly string[], hasResolver: boolean) => {
      said.push(servers, hasResolver);
      return ['9.9.9.9'];
    },
  };
  const resolver = {
    upstream: [] as readonly string[],
    listen: async (address: string) => {
      said.push(address);
      return listens;
    },
  };
  await answerNames(platform, resolver, { networks, env, log: silentLog });
  return [...said, resolver.upstream];
}

test('the resolver is named when it listens, and asks whom the machine would ask', async () => {
  expect(await answered(true)).toEqual(['127.6.0.53', ['8.8.8.8'], true, ['9.9.9.9']]);
  expect(await answered(false)).toEqual(['127.6.0.53', ['8.8.8.8'], false, ['9.9.9.9']]);
});

test('port 53 is left alone where the group says so', async () => {
  expect(await answered(true, { bosh: { local_dns: { enable: false } } })).toEqual([['8.8.8.8'], false, ['9.9.9.9']]);
  expect(await answered(true, { bosh: { local_dns: { enable: true } } })).toEqual(['127.6.0.53', ['8.8.8.8'], true, ['9.9.9.9']]);
});

test('where nobody asked for other name servers, a resolv.conf that cannot be written keeps no agent from its work', async () => {
  const broken = Object.assign(new Error('a link to nothing'), { code: 'ENOENT' });
  const platform = { resolverAddress: '127.6.0.53', setNameServers: () => Promise.reject(broken) };
  const resolver = { upstream: [], listen: async () => true };
  await answerNames(platform, resolver, { networks: { a: {} }, env: null, log: silentLog });
  await expect(answerNames(platform, resolver, { networks, env: null, log: silentLog })).rejects.toBe(broken);
});
