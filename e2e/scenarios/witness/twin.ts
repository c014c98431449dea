import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Secret } from '@bosh6/base';
import { connectBus } from '@bosh6/bus';

// A process in the lab that is on the bus as an agent whose settings its first line of input has: it hears what that one is asked, says so, a JSON line each,
// and answers all but the newest when it is told to. A line with a number has it send a heartbeat, with that many seconds to the next.
interface Mbus {
  urls?: string[];
  cert?: { ca?: string; certificate: string; private_key: string };
}
interface Settings {
  agent_id: string;
  mbus?: string;
  env?: { bosh?: { mbus?: Mbus } };
  /** By update_settings. */
  updated?: Mbus;
}

const input = createInterface({ input: process.stdin });
const [first] = (await once(input, 'line')) as [string];
const { agent_id: id, mbus, env, updated } = JSON.parse(first) as Settings;
const bootstrap = env?.bosh?.mbus;
const cert = updated?.cert?.certificate ? updated.cert : bootstrap?.cert;
const servers = [updated?.urls, bootstrap?.urls, mbus === undefined ? [] : [mbus]].find((urls) => (urls ?? []).length > 0) ?? [];

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const heard: string[] = [];
const tls = { ca: cert?.ca ?? '', certificate: cert?.certificate ?? '', privateKey: new Secret(cert?.private_key ?? '') };
const bus = await connectBus({ servers, tls, name: 'twin', failFast: true });
bus.subscribe(`agent.${id}`, ({ body }) => {
  const { method, reply_to: to } = JSON.parse(Buffer.from(body).toString()) as { method: string; reply_to: string };
  heard.push(to);
  say({ method });
});
await bus.flush();
say({ listens: true });

input
  .on('line', (line) => {
    if (line !== '') {
      bus.publish(`hm.agent.heartbeat.${id}`, JSON.stringify({ job_state: 'running', beat_seconds: Number(line) }));
      return void bus.flush().then(() => say({ beat: line }));
    }
    const all = heard.slice(0, -1);
    for (const to of all) bus.publish(to, JSON.stringify({ exception: { message: 'this is the second answer' } }));
    void bus.flush().then(() => say({ answered: all.length }));
  })
  .on('close', () => void bus.close().then(() => process.exit()));
