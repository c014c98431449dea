import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  type AgentResponse,
  type AgentSettings,
  agentSubject,
  decodeResponse,
  encodeMessage,
  isAgentTask,
  replySubject,
} from '@bosh6/agent-protocol';
import { realWorld, type Secret } from '@bosh6/base';
import { agentDn, type Bus, connectBus, directorDn, healthMonitorDn, serverCommonName } from '@bosh6/bus';
import { type Broker, startBroker } from '@bosh6/bus/broker';
import { createCa, issue } from '@bosh6/credentials';
import { Agent } from '../core/agent.js';
import { Layout } from '../layout.js';
import { silentLog } from '../log.js';
import { DummyPlatform } from '../platform/dummy-platform.js';
import { fileSource } from '../settings/settings-source.js';

const execute = promisify(execFile);

export interface AgentRig {
  readonly id: string;
  readonly layout: Layout;
  readonly platform: DummyPlatform;
  readonly broker: Broker;
  readonly hm: Bus;
  readonly blobstore: string;
  readonly agent: Agent;
  /** One request and its answer. */
  ask(method: string, args?: readonly unknown[], protocol?: number): Promise<AgentResponse>;
  /** A method's result; follows its task. Throws what the agent says as an exception. */
  call(method: string, ...args: unknown[]): Promise<unknown>;
  /** A certificate for the agent. */
  certificate(kind: 'bootstrap' | 'permanent'): Promise<{ ca: string; certificate: string; private_key: string }>;
  /** Puts a blob into the local blobstore. */
  putBlob(content: Uint8Array): Promise<{ id: string; sha1: string }>;
  close(): Promise<void>;
}

/** An agent on a temporary base directory that leaves the machine alone, with a real broker, a Director's and a health monitor's connection. */
export async function startRig(world = realWorld()): Promise<AgentRig> {
  const directory = await mkdtemp(join(tmpdir(), 'agent-'));
  const layout = new Layout(join(directory, 'vcap'));
  const blobstore = join(directory, 'blobs');
  await mkdir(layout.bosh(), { recursive: true });
  await mkdir(blobstore);
  const id = randomUUID();
  const ca = await createCa('default.nats-ca.bosh-internal');
  const tls = async (dn: string): Promise<{ ca: string; certificate: string; privateKey: Secret }> => ({
    ca: ca.certificate,
    ...(await issue({ ca, dn, usage: 'client' })),
  });
  const server = await issue({ ca, commonName: serverCommonName, san: { ips: ['127.0.0.1'] }, usage: 'server' });
  const broker = await startBroker({ listen: [{ host: '127.0.0.1', port: 0 }], tls: { ca: ca.certificate, ...server } });
  const url = `nats://127.0.0.1:${broker.endpoints[0]?.port}`;
  await broker.authorize(id);
  const certificate = async (kind: 'bootstrap' | 'permanent') => {
    const { ca: text, certificate: pem, privateKey } = await tls(agentDn(id, kind));
    return { ca: text, certificate: pem, private_key: privateKey.reveal() };
  };
  const settings: AgentSettings = {
    agent_id: id,
    vm: { name: 'vm-a' },
    mbus: 'nats://192.0.2.1:4222',
    networks: { default: { type: 'manual', ip: '10.0.9.165', netmask: '255.255.255.0', default: ['dns', 'gateway'] } },
    blobstore: { provider: 'local', options: { blobstore_path: blobstore } },
    env: { bosh: { mbus: { urls: [url], cert: await certificate('bootstrap') } } },
  };
  const source = layout.bosh('settings-source.json');
  await writeFile(source, JSON.stringify(settings));
  const director = await connectBus({ servers: [url], tls: await tls(directorDn), name: 'director' });
  const hm = await connectBus({ servers: [url], tls: await tls(healthMonitorDn), name: 'hm' });
  const waiting = new Map<string, (response: AgentResponse) => void>();
  director.subscribe('director.d.>', ({ subject, body }) => waiting.get(subject)?.(decodeResponse(body)));
  await director.flush();
  const platform = new DummyPlatform(layout);
  const agent = new Agent({ layout, platform, sources: [fileSource(source)], world, log: silentLog, connect: connectBus });

  const ask = (method: string, args: readonly unknown[] = [], protocol = 3): Promise<AgentResponse> => {
    const subject = replySubject('d', id, randomUUID());
    const answer = new Promise<AgentResponse>((resolve) => waiting.set(subject, resolve));
    director.publish(agentSubject(id), encodeMessage({ protocol, method, arguments: args, reply_to: subject }));
    return answer;
  };
  const value = (response: AgentResponse): unknown => {
    if ('value' in response) return response.value;
    throw Object.assign(new Error(response.exception.message), { code: response.exception.code, details: response.exception.details });
  };
  const call = async (method: string, ...args: unknown[]): Promise<unknown> => {
    let answer = value(await ask(method, args));
    for (let pause = 5; isAgentTask(answer); pause = Math.min(pause * 1.5, 100)) {
      await world.sleep(pause);
      answer = value(await ask('get_task', [answer.agent_task_id]));
    }
    return answer;
  };
  return {
    id,
    layout,
    platform,
    broker,
    hm,
    blobstore,
    agent,
    ask,
    call,
    certificate,
    putBlob: async (content) => {
      const blobId = randomUUID();
      await writeFile(join(blobstore, blobId), content);
      return { id: blobId, sha1: createHash('sha1').update(content).digest('hex') };
    },
    close: async () => {
      await agent.close();
      await director.close();
      await hm.close();
      await broker.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A tgz of files by path; those under bin/ are executable. */
export async function tgz(files: Record<string, string>): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'tgz-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(directory, 'tree', name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
      if (name.includes('bin/')) await chmod(path, 0o755);
    }
    await execute('tar', ['-czf', join(directory, 'x.tgz'), '-C', join(directory, 'tree'), '.']);
    return await readFile(join(directory, 'x.tgz'));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Waits until the check gives something, looking often at first. */
export async function eventually<T>(check: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const world = realWorld();
  for (let pause = 5; ; pause = Math.min(pause * 1.5, 200)) {
    const found = await check();
    if (found !== undefined) return found;
    await world.sleep(pause);
  }
}
