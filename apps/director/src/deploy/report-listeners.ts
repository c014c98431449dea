import type { AgentState } from '@bosh6/agent-protocol';
import { isJsonObject, type Json } from '@bosh6/base';
import { type Family, IpAddress } from '@bosh6/ip';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { activeVm, type Deploy } from './deploy.js';

type Listener = NonNullable<AgentState['listeners']>[number];

/** A port of some instances of a group that one family does not reach. */
export interface OneFamilyPort {
  readonly group: string;
  readonly port: number;
  readonly process: string;
  readonly family: Family;
  readonly instances: string[];
}

const askMs = 5000;

/** Warns of ports that listen on one family only on instances that have both. What an agent does not tell is not missed. */
export async function reportListeners(deploy: Deploy): Promise<void> {
  const { scope, rows } = deploy;
  const indexes = new Map(deploy.placement.instances.map(({ uuid, index }) => [uuid, index]));
  const found: { group: string; index: number; listeners: readonly Listener[] }[] = [];
  await inFlight(rows.values(), maxThreads, scope.task, async (row) => {
    const vm = row.ignore ? undefined : await activeVm(scope, row.id);
    if (vm === undefined || familiesOf(vm.networks).size < 2) return;
    try {
      const { listeners } = await scope.agent(vm.agentId).call('get_state', ['full'], { timeoutMs: askMs, retries: 0 });
      found.push({ group: row.group, index: indexes.get(row.uuid) ?? row.index, listeners: listeners ?? [] });
    } catch (error) {
      scope.task.throwIfCancelled();
      scope.task.debug(`which ports ${row.group}/${row.uuid} listens on is not known: ${String(error)}`);
    }
  });
  for (const port of oneFamilyPorts(found)) scope.task.events.warning(adviceOn(port));
}

/** The families of a VM's own addresses; a vip is not on any of its interfaces. */
export function familiesOf(networks: Json): Set<Family> {
  const families = new Set<Family>();
  for (const settings of Object.values(isJsonObject(networks) ? networks : {})) {
    if (!isJsonObject(settings) || settings.type === 'vip' || typeof settings.ip !== 'string') continue;
    const address = IpAddress.tryParse(settings.ip);
    if (address !== undefined) families.add(address.family);
  }
  return families;
}

/** By group, port and instances in order; the same port of several sockets counts as one. */
export function oneFamilyPorts(found: readonly { group: string; index: number; listeners: readonly Listener[] }[]): OneFamilyPort[] {
  const ports = new Map<string, OneFamilyPort>();
  for (const { group, index, listeners } of [...found].sort((a, b) => a.index - b.index)) {
    for (const port of [...new Set(listeners.map((listener) => listener.port))].sort((a, b) => a - b)) {
      const sockets = listeners.filter((listener) => listener.port === port);
      const [family, other] = [...new Set(sockets.flatMap(({ families }) => families))];
      if ((family !== 4 && family !== 6) || other !== undefined) continue;
      const process = sockets.find((socket) => socket.process !== '')?.process ?? '';
      const key = JSON.stringify([group, port, family, process]);
      const known = ports.get(key);
      if (known === undefined) ports.set(key, { group, port, process, family, instances: [`${group}/${index}`] });
      else known.instances.push(`${group}/${index}`);
    }
  }
  return [...ports.values()].sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : a.port - b.port));
}

/** What is the matter, and the line that mends it. */
export function adviceOn({ instances, port, process, family }: OneFamilyPort): string {
  const who = process === '' ? '' : ` (${process})`;
  const other = family === 4 ? 6 : 4;
  const mend = /^nginx\b/.test(process)
    ? `write \`listen [::]:${port} ipv6only=off;\` in its configuration`
    : family === 4
      ? `bind it to [::]:${port} instead of 0.0.0.0:${port} (\`spec.listen\` in a template)`
      : `switch the socket option IPV6_V6ONLY off, or let it listen on 0.0.0.0:${port} too`;
  return `${instances.join(', ')}: port ${port} listens on IPv${family} only${who}, and nobody reaches it over IPv${other}; ${mend}`;
}
