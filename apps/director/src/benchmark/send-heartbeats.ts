// The agents of benchmark heartbeats.core: each on a connection of its own, with heartbeats as our agent sends them, spread over the 5 s.
import { setTimeout as pause } from 'node:timers/promises';
import { agentSubject, decodeRequest, encodeMessage, type Heartbeat, heartbeatSubject } from '@bosh6/agent-protocol';
import { Secret } from '@bosh6/base';
import { connectBus } from '@bosh6/bus';

/** Where they connect, and as whom. */
export interface Senders {
  servers: string[];
  ca: string;
  agents: { agentId: string; certificate: string; privateKey: string }[];
}

const beatSeconds = 5;
/** As many beats as of minutes, so that what hears them is compiled as in a Director that has run for a while. */
const warmUpRounds = 60;
const disk = { percent: '12', inode_percent: '3' };
const heartbeat: Heartbeat = {
  deployment: 'd',
  job: 'g',
  index: 0,
  job_state: 'running',
  number_of_processes: 2,
  beat_seconds: beatSeconds,
  vitals: {
    cpu: { user: '1.3', sys: '0.7', wait: '0.0' },
    disk: { system: disk, ephemeral: disk, persistent: disk },
    load: ['0.10', '0.12', '0.09'],
    mem: { kb: '204800', percent: '20' },
    swap: { kb: '0', percent: '0' },
    uptime: { secs: 86_400 },
  },
};

process.once('message', ({ servers, ca, agents }: Senders) => void send(servers, ca, agents));
process.once('disconnect', () => process.exit());

async function send(servers: string[], ca: string, agents: Senders['agents']): Promise<void> {
  const beats: (() => void)[] = [];
  for (const [at, { agentId, certificate, privateKey }] of agents.entries()) {
    const tls = { ca, certificate, privateKey: new Secret(privateKey) };
    const bus = await connectBus({ servers, tls, name: agentId, failFast: true });
    // Whatever it is told, it took.
    bus.subscribe(agentSubject(agentId), ({ body }) => {
      const reply = decodeRequest(body)?.reply_to;
      if (reply !== undefined) bus.publish(reply, encodeMessage({ value: 'synced' }));
    });
    const said = JSON.stringify({ ...heartbeat, index: at, node_id: agentId });
    const beat = (): void => bus.publish(heartbeatSubject(agentId), said);
    beats.push(beat);
    beat();
    setTimeout(() => setInterval(beat, beatSeconds * 1000), (at / agents.length) * beatSeconds * 1000);
  }
  for (let round = 0; round < warmUpRounds; round += 1) {
    for (const beat of beats) beat();
    await pause(100);
  }
  process.send?.('beating');
}
