import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LabHandle, waitFor } from '@bosh6/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from './run.js';
import { type TestPlace, testPlace } from './testing/test-lab.js';

let place: TestPlace;
let lab: LabHandle;

beforeAll(async () => {
  place = await testPlace();
  lab = await place.start();
});
afterAll(async () => {
  await lab?.stop({ purge: true });
  await place?.remove();
});

it('runs the agent that a stemcell brings, as stemcells start it, over the tree of a light one', async () => {
  const tree = path.join(place.stateDir, '..', 'tree');
  const files: Record<string, string> = {
    'var/vcap/bosh/bin/bosh-agent':
      '#!/bin/sh\necho "$PWD $*" >/var/vcap/bosh/log/started\ncat /etc/brought /etc/hosts >>/var/vcap/bosh/log/started\nexec sleep infinity\n',
    'var/vcap/bosh/etc/operating_system': 'ubuntu',
    'etc/brought': 'brought\n',
    // a light image is smaller
    padding: randomBytes(100_000).toString('hex'),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
    writeFileSync(path.join(tree, name), text, { mode: 0o755 });
  }
  const imagePath = path.join(tree, '..', 'archive');
  await run(['tar', '-C', tree, '-czf', imagePath, '.']);
  const stemcell = await lab.createStemcell({ imagePath, cloudProperties: {} });
  const { cid } = await lab.createVm({ stemcell, networks: {}, settings: { agent_id: 'a' }, cloudProperties: {} });
  const started = path.join(place.stateDir, 'vms', cid, 'vcap/bosh/log/started');
  const said = (): string => (existsSync(started) ? readFileSync(started, 'utf8') : '');
  await waitFor(30_000, () => said().includes('localhost') || undefined);
  expect(said()).toMatch(/^\/var\/vcap\/bosh -P ubuntu -C \/var\/vcap\/bosh\/agent.json\nbrought\n127.0.0.1 localhost\n/);
});
