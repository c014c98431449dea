import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Secret } from '@bosh6/base';
import { connectBus } from '@bosh6/bus';

// A process in the lab that is on the bus as a Director is: of a line of input it makes a request to the agent, and says the answer, a JSON line each.
const input = createInterface({ input: process.stdin });
const [first] = (await once(input, 'line')) as [string];
const { agent, server, ca, certificate, privateKey } = JSON.parse(first) as Record<string, string>;
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const tls = { ca: ca ?? '', certificate: certificate ?? '', privateKey: new Secret(privateKey ?? '') };
const bus = await connectBus({ servers: [server ?? ''], tls, name: 'asker', failFast: true });
bus.subscribe(`director.asker.${agent}.*`, ({ subject, body }) => {
  say({ id: Number(subject.split('.').at(-1)), answer: JSON.parse(Buffer.from(body).toString()) });
});
await bus.flush();
say({ listens: true });

input
  .on('line', (line) => {
    const { id, ...request } = JSON.parse(line) as { id: number };
    bus.publish(`agent.${agent}`, JSON.stringify({ ...request, reply_to: `director.asker.${agent}.${id}` }));
  })
  .on('close', () => void bus.close().then(() => process.exit()));
