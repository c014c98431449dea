// What the benchmarks of large deploys measure, for the suite outside: `create-deploy.js N [--bare | --nats-server PATH]` prints what a first deploy of N instances costs a Director, and its peer.
import { parseArgs } from 'node:util';
import { createDirector } from '@bosh6/director-api/client';
import { startMeasured } from './create-deploy/measured-child.js';
import type { BareWork, Cost } from './create-deploy/messages.js';
import { type BenchSite, makeSite, manifestOf } from './create-deploy/site.js';

/** Deployed before, so that the code that is measured is compiled. */
const warmUp = 100;

interface Deployed extends Cost {
  readonly seconds: number;
  /** What each agent was asked, as the peer repeats it. */
  readonly warm: BareWork;
  readonly work: BareWork;
}

const { values: wanted, positionals } = parseArgs({
  allowPositionals: true,
  options: { bare: { type: 'boolean' }, 'nats-server': { type: 'string' } },
});
const instances = Number(positionals[0]);
const site = await makeSite(wanted['nats-server']);
try {
  const { warm, work, ...ours } = await deploy(site);
  const peer = wanted.bare ? { peer: await bare(site, warm, work) } : {};
  const requests = work.asked.reduce((sum, { length }) => sum + length, 0);
  process.stdout.write(`${JSON.stringify({ ...ours, requests, ...peer })}\n`);
} finally {
  await site.remove();
}

async function deploy({ configFile, ca, user }: BenchSite): Promise<Deployed> {
  const child = startMeasured('director-process.js', configFile);
  try {
    const { port } = await child.heard('ready');
    const target = `https://[::1]:${port}`;
    const tokens = await createDirector({ target, ca }).uaa.logIn(user);
    const director = createDirector({ target, ca, credentials: { kind: 'user', tokens } });
    const create = async (name: string, count: number): Promise<Cost & { work: BareWork }> => {
      child.agents.asked.clear();
      child.ask({ kind: 'forget' });
      const { task } = await director.tasks.follow(await director.deployments.deploy(manifestOf(name, count)), { type: 'none' });
      if (task.state !== 'done') throw new Error(`the deploy of ${count} instances ended ${task.state}: ${task.result}`);
      child.ask({ kind: 'measure' });
      const cost = await child.heard('measured');
      return { ...cost, work: { asked: [...child.agents.asked.values()], commits: cost.commits } };
    };
    const { work: warm } = await create('warm-up', warmUp);
    const started = performance.now();
    return { ...(await create('measured', instances)), seconds: (performance.now() - started) / 1000, warm };
  } finally {
    await child.end();
  }
}

async function bare({ configFile }: BenchSite, warm: BareWork, work: BareWork): Promise<Cost> {
  const child = startMeasured('bare-process.js', configFile);
  try {
    await child.heard('ready');
    for (const each of [warm, work]) {
      child.ask({ kind: 'work', ...each });
      await child.heard('done');
    }
    child.ask({ kind: 'measure' });
    return await child.heard('measured');
  } finally {
    await child.end();
  }
}
