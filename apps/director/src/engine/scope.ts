import { readFile } from 'node:fs/promises';
import { Secret } from '@bosh6/base';
import type { PemPair } from '@bosh6/credentials';
import type { Agent } from '../agents/agent.js';
import { Agents } from '../agents/agents.js';
import type { Collaborators } from '../core/collaborators.js';
import { CpiSession } from '../cpi/cpi-session.js';
import type { TaskContext } from '../tasks/task-handler.js';
import { NewAgents } from './new-agents.js';
import { titleOf } from './title-of.js';

/** What every deploy task of this process shares. */
export interface DeployTools {
  readonly collaborators: Collaborators;
  readonly agents: Agents;
  /** Issues the agents' client certificates. */
  readonly busCa: () => Promise<PemPair>;
  /** Certificate that the Director's HTTPS endpoint is verified with. */
  readonly directorCa: () => Promise<string>;
  /** How long a VM may take until its agent answers. */
  readonly agentWaitMs: number;
  /** How long a scan waits for the answer of an agent whose VM is there. */
  readonly scanWaitMs: number;
}

export function createTools(collaborators: Collaborators, options: { agentWaitMs?: number; scanWaitMs?: number } = {}): DeployTools {
  const { config, bus, busAuthority, world } = collaborators;
  return {
    collaborators,
    agents: new Agents(bus, world, busAuthority),
    busCa: once(async () => ({
      certificate: await readFile(config.bus.ca.certificate, 'utf8'),
      privateKey: new Secret(await readFile(config.bus.ca.privateKey, 'utf8')),
    })),
    directorCa: once(() => readFile(config.tls.ca, 'utf8')),
    agentWaitMs: options.agentWaitMs ?? 600_000,
    scanWaitMs: options.scanWaitMs ?? 10_000,
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** One task's hands: its CPIs and agents log into it and stop with it. */
export class Scope {
  readonly tools: DeployTools;
  readonly task: TaskContext;
  readonly newAgents: NewAgents;
  readonly #sessions = new Map<string, CpiSession>();

  constructor(tools: DeployTools, task: TaskContext) {
    this.tools = tools;
    this.task = task;
    this.newAgents = new NewAgents(tools.collaborators.busAuthority, tools.collaborators.world);
  }

  get collaborators(): Collaborators {
    return this.tools.collaborators;
  }

  cpi(name: string): CpiSession {
    const known = this.#sessions.get(name);
    if (known !== undefined) return known;
    const session = new CpiSession(name, this.collaborators, this.task);
    this.#sessions.set(name, session);
    return session;
  }

  /** Its errors name the instance. */
  agent(id: string, signal = this.task.signal): Agent {
    const title = (): Promise<string | undefined> => this.#titleOf(id);
    return this.tools.agents.agent(id, { signal, debug: this.task.debug, title });
  }

  /** Of an agent's instance; a store that fails is not to hide what the agent said. */
  async #titleOf(agentId: string): Promise<string | undefined> {
    const { read } = this.collaborators.store;
    try {
      const vm = await read.vms.find({ agentId });
      const instance = vm === undefined ? undefined : await read.instances.find({ id: vm.instanceId });
      return instance === undefined ? undefined : titleOf(instance);
    } catch {
      return undefined;
    }
  }
}
