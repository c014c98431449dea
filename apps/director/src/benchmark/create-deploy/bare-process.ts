// The peer of the Director: the same bus requests, certificates and number of commits, 32 VMs at once, and nothing else.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { agentSubject, directorSubjects, encodeMessage, protocolVersion, replySubject } from '@bosh6/agent-protocol';
import { realWorld, Secret } from '@bosh6/base';
import { agentNames, hasPresence } from '@bosh6/bus';
import { issue } from '@bosh6/credentials';
import { formatEndpoint } from '@bosh6/ip';
import { readConfig } from '../../core/config.js';
import { startBus } from '../../core/start-bus.js';
import { bareCommits } from '../../persistence/bare-commits.js';
import { inFlight, maxThreads } from '../../tasks/in-flight.js';
import { beMeasured, tell } from './measured.js';
import type { BareWork } from './messages.js';
import type { AskedOf } from './simulated-agents.js';

const config = await readConfig(process.argv[2] ?? '');
const world = realWorld();
if (!('embedded' in config.bus)) throw new TypeError('the bench is of the embedded broker');
const { bus, authority } = await startBus(config, world);
if (!hasPresence(authority)) throw new TypeError('the broker does not tell who is there');
const presence = authority;
const ca = {
  certificate: await readFile(config.bus.ca.certificate, 'utf8'),
  privateKey: new Secret(await readFile(config.bus.ca.privateKey, 'utf8')),
};
const servers = [`nats://${formatEndpoint('::1', config.bus.embedded.port)}`];

const remember = bareCommits(`${config.stateDir}.bare`);
const waiting = new Map<string, (body: Uint8Array) => void>();
const sender = randomUUID();
bus.subscribe(directorSubjects(sender), ({ subject, body }) => waiting.get(subject.slice(subject.lastIndexOf('.') + 1))?.(body));
const arrivals = new Map<string, () => void>();
presence.onPresence(({ agentId }) => arrivals.get(agentId)?.());

const forget = beMeasured();
process.on('message', (message: { kind: string } & BareWork) => {
  if (message.kind === 'work') void work(message).then(() => tell({ kind: 'done' }));
});
tell({ kind: 'ready', port: 0 });

async function work({ asked, commits }: BareWork): Promise<void> {
  // To have been told of the work is no part of it.
  forget();
  const each = Math.round(commits / asked.length);
  await inFlight(asked, maxThreads, { throwIfCancelled: () => undefined }, async (calls) => {
    const agentId = randomUUID();
    await authority.authorize(agentId);
    const pair = await issue({ ca, ...agentNames(agentId, 'bootstrap'), usage: 'client', world });
    const arrived = new Promise<void>((resolve) => arrivals.set(agentId, resolve));
    const cert = { ca: ca.certificate, certificate: pair.certificate, private_key: pair.privateKey.reveal() };
    tell({ kind: 'create', vm: { agentId, servers, cert } });
    await arrived;
    arrivals.delete(agentId);
    for (const call of calls) await request(agentId, call);
    for (let at = 0; at < each; at += 1) remember(agentId);
  });
}

async function request(agentId: string, call: AskedOf): Promise<void> {
  const id = randomUUID();
  const answered = new Promise<Uint8Array>((resolve) => waiting.set(id, resolve));
  bus.publish(agentSubject(agentId), encodeMessage({ protocol: protocolVersion, ...call, reply_to: replySubject(sender, agentId, id) }));
  JSON.parse(Buffer.from(await answered).toString());
  waiting.delete(id);
}
