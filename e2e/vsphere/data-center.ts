import { readFileSync } from 'node:fs';
import { readInventory } from '@bosh6/cpi-vsphere/testing';
import { connectLab } from '@bosh6/lab';
import { connect } from '@bosh6/vim25';
import { z } from 'zod';
import { startVcsim } from '../vcsim/start-vcsim.js';
import { serveControl } from './control.js';
import { startGate } from './gate.js';
import { loginLog } from './login-log.js';
import { watchPower } from './watch-power.js';

// `node data-center.js CONFIG.json`, in the Director's place of the lab: a simulated vCenter, and what its VMs would do
const config = z
  .object({
    socket: z.string(),
    /** Of [::1], where the Director finds it. */
    port: z.number(),
    /** Path of the Unix socket by which tests reach it. */
    control: z.string(),
    /** A light image of the lab. */
    image: z.string(),
    user: z.string(),
    password: z.string(),
    /** PEM of who vouches for the vCenter's certificate. */
    ca: z.string(),
    vcsim: z.record(z.string(), z.json()),
  })
  .parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const { user, password, vcsim: shape } = config;
const vcsim = await startVcsim({ ...shape, listen: '[::1]:0', user, password, vms: 0 });
const gate = await startGate(config.port, Number(new URL(vcsim.url).port));
const lab = await connectLab({ socket: config.socket });
const vim = await connect({ url: vcsim.url, user, password, tls: { ca: config.ca } });
const stemcell = await lab.createStemcell({ imagePath: config.image, cloudProperties: {} });
const unserved = await serveControl(config.control, { ...vcsim, ...gate, inventory: () => readInventory(vim) });
process.stdout.write(`${JSON.stringify({ ready: true, url: vcsim.url })}\n`);
const ended = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ended.abort());
const log = loginLog(
  (line) => process.stdout.write(`${line}\n`),
  async () => ((await vcsim.calls()).Login ?? 0) - vim.session.login,
);
await watchPower({ vim, lab, datacenter: 'DC0', stemcell }, log.say, ended.signal);
await log.written();
unserved();
await gate.shut();
await vim.close();
await vcsim.stop();
lab.close();
