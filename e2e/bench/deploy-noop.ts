import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Benchmark } from './benchmark.js';
import { interleaved } from './interleaved.js';
import { closeLiveStack, liveStack } from './live-stack.js';
import { emptyNode, millisecondsToRun, nodeBinary } from './process-time.js';
import { missing } from './walkthrough-rounds.js';

const manifest = `name: twenty
releases: [{name: nginx, version: latest}]
stemcells: [{alias: default, os: debian-bookworm, version: latest}]
update: {canaries: 1, max_in_flight: 20, canary_watch_time: 0-60000, update_watch_time: 0-60000}
instance_groups:
- name: nginx
  instances: 20
  azs: [z1]
  stemcell: default
  vm_type: small
  networks: [{name: ipv6}]
  jobs:
  - name: nginx
    release: nginx
    properties:
      nginx_conf: |
        events {}
        http { server { listen [::]:80; } }
`;

/** `deploy` of what is deployed already on 20 VMs of the lab, from this host's terminal: every agent is asked, nothing is changed. */
export const deployNoop: Benchmark = {
  name: 'deploy.noop',
  unit: 'ms',
  peer: 'node',
  missing,
  async run() {
    const { state, url, ca, adminPassword } = await liveStack();
    const file = join(state, 'twenty.yml');
    writeFileSync(file, manifest);
    const env = {
      ...process.env,
      BOSH_CONFIG: join(state, 'bench-config'),
      BOSH_ENVIRONMENT: url,
      BOSH_CA_CERT: ca,
      BOSH_DEPLOYMENT: 'twenty',
    };
    const deploy = [nodeBinary, cli, '-n', 'deploy', file];
    await need([nodeBinary, cli, 'log-in'], { env, input: `admin\n${adminPassword}\n` });
    await need(deploy, { env });
    await need([nodeBinary, cli, 'plan', '--expect-no-changes', file], { env });
    try {
      return await interleaved(millisecondsToRun(deploy, { env }), emptyNode, { rounds: 15, warmUp: 3 });
    } finally {
      await need([nodeBinary, cli, '-n', 'delete-deployment'], { env });
    }
  },
  close: closeLiveStack,
};

async function need(argv: string[], options: Parameters<typeof run>[1]): Promise<void> {
  const { code, stdout, stderr } = await run(argv, options);
  if (code !== 0) throw new Error(`${argv.slice(2).join(' ')} failed: ${stdout}${stderr}`);
}
