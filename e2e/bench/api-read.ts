import { writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fillDatabase } from './api-database.js';
import { type ApiDirector, startApiDirector } from './api-director.js';
import type { Benchmark, Measurement } from './benchmark.js';
import { forgetPeak, peakMegabytes, residentMegabytes } from './process-memory.js';

const clients = 50;
/** Each client asks once a second; ours and the bare route in turns, `turnSeconds` long. */
const turns = { each: 4, seconds: 3 };

interface Read {
  readonly events: Measurement;
  readonly instances: Measurement;
  /** Megabytes that the Director grew by at most. */
  readonly growth: number;
}

let read: Promise<Read> | undefined;

async function measure(): Promise<Read> {
  const director = await startApiDirector();
  try {
    fillDatabase(director.state, { instances: 1000, events: 100_000 });
    const agents = Array.from({ length: clients }, () => new Agent({ keepAlive: true, maxSockets: 1, ca: director.ca }));
    const routes = { events: '/events', instances: '/deployments/big/instances' };
    for (const [name, path] of Object.entries(routes)) {
      for (const agent of agents) writeFileSync(join(director.bare, name), (await ask(director, agent, path)).bytes);
      for (const agent of agents) await ask(director, agent, `/info/bare/${name}`);
    }
    forgetPeak(director.pid);
    const before = residentMegabytes(director.pid);
    const measured = {
      events: await compare(director, agents, routes.events, '/info/bare/events'),
      instances: await compare(director, agents, routes.instances, '/info/bare/instances'),
    };
    const growth = peakMegabytes(director.pid) - before;
    for (const agent of agents) agent.destroy();
    return { ...measured, growth };
  } finally {
    await director.stop();
  }
}

async function compare(director: ApiDirector, agents: readonly Agent[], path: string, bare: string): Promise<Measurement> {
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns.each; turn++) {
    ours.push(...(await load(director, agents, path)));
    peer.push(...(await load(director, agents, bare)));
  }
  return { value: percentile(ours, 0.99), peerValue: percentile(peer, 0.99) };
}

/** Milliseconds of each answer while every client asks once a second, one after the other within the second. */
async function load(director: ApiDirector, agents: readonly Agent[], path: string): Promise<number[]> {
  const one = async (agent: Agent, at: number): Promise<number[]> => {
    const latencies: number[] = [];
    const start = performance.now() + (at * 1000) / clients;
    for (let second = 0; second < turns.seconds; second++) {
      await after(Math.max(0, start + second * 1000 - performance.now()));
      latencies.push((await ask(director, agent, path)).milliseconds);
    }
    return latencies;
  };
  return (await Promise.all(agents.map(one))).flat();
}

function ask({ url, token }: ApiDirector, agent: Agent, path: string): Promise<{ bytes: Buffer; milliseconds: number }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = path.startsWith('/info') ? {} : { authorization: `bearer ${token}` };
    const asked = request(`${url}${path}`, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const milliseconds = performance.now() - start;
        if (response.statusCode === 200) resolve({ bytes: Buffer.concat(chunks), milliseconds });
        else reject(new Error(`${path}: ${response.statusCode} ${Buffer.concat(chunks)}`));
      });
    });
    asked.on('error', reject).end();
  });
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

const once = (): Promise<Read> => {
  read ??= measure();
  return read;
};
const peer = 'a bare route of the same bytes';

/** The slowest but one in a hundred of 50 clients' looks at the newest of 100,000 events. Nobody writes meanwhile, so the Director makes the answer once. */
export const apiReadEvents: Benchmark = {
  name: 'api.read.events.p99',
  unit: 'ms',
  peer,
  run: async () => (await once()).events,
};

/** The same for the instances of a deployment of 1,000. */
export const apiReadInstances: Benchmark = {
  name: 'api.read.instances.p99',
  unit: 'ms',
  peer,
  run: async () => (await once()).instances,
};

/** How much the Director grows at most while those clients ask. */
export const apiReadRss: Benchmark = {
  name: 'api.read.rss',
  unit: 'MB',
  run: async () => ({ value: (await once()).growth }),
};
