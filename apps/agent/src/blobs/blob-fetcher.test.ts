import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startRig, tgz } from '../testing/test-rig.js';

test('a blobstore that ends amid the bytes, each time: BlobUnavailable with the name of the package; once it is whole, so is the package', async () => {
  const rig = await startRig();
  await rig.agent.start();
  const content = await tgz({ big: randomBytes(200_000).toString('hex') });
  let cuts = 4;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-length': content.length });
    if (cuts === 0) return response.end(content);
    cuts -= 1;
    return response.write(content.subarray(0, 100_000), () => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/signed/blob`;
  const sha1 = createHash('sha1').update(content).digest('hex');
  const packages = { tool: { name: 'tool', version: '1', sha1, blobstore_id: 'blob', signed_url: url } };
  const spec = { networks: {}, deployment: 'd', job: { name: 'web' }, index: 0, id: 'i', configuration_hash: 'c', packages };
  await expect(rig.call('apply', spec)).rejects.toMatchObject({
    code: 'BlobUnavailable',
    message: expect.stringContaining('package tool/1'),
  });
  expect(await rig.call('apply', spec)).toBe('applied');
  expect(cuts).toBe(0);
  await rig.close();
  server.close();
});
