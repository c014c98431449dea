import type { Networks } from '@bosh6/agent-protocol';
import type { Log } from '../log.js';
import { announce } from './announce.js';
import { type NetworkBackend, networkBackend } from './backends/backend.js';
import type { GatewayGuard } from './gateway-guard.js';
import { ip, ipAnyway, isEmpty } from './ip-batch.js';
import { type KernelState, readKernel } from './kernel-state.js';
import { linkReady } from './link-ready.js';
import { localRule } from './local-rule.js';
import { planNetworks } from './network-plan.js';
import { listNics } from './nics.js';
import type { NetworkPlan } from './plan.js';
import { isLastPlan, rememberPlan } from './plan-memory.js';
import { probe } from './probe.js';
import { missing, remains } from './reconcile.js';
import { closeToStrangers, requireIpv6 } from './sysctls.js';

export interface ConfigureOptions {
  log: Log;
  /** The back-end's name in agent.json. */
  manager?: string | undefined;
  /** How long a NIC may be without a link; 30 s unless said. */
  patienceMs?: number;
  gateways?: Pick<GatewayGuard, 'watch' | 'pins'>;
}

/** Makes the interfaces as the settings say: closes them to router advertisements before they are up, asks whether an address is free before it takes it, flushes what an image or an older plan
 * left, tells the neighbours. Repeatable: with the same settings in the same boot only what was learnt meanwhile goes.
 * Throws NicNotFound, InvalidSettings, Ipv6Unavailable, NoCarrier, ProbeFailed, DuplicateAddress, NetworkSetupFailed. */
export async function configureNetworks(networks: Networks, { log, manager, patienceMs, gateways }: ConfigureOptions): Promise<void> {
  const plan = planNetworks(networks, await listNics());
  await requireIpv6(plan);
  const backend = await networkBackend(manager);
  await closeToStrangers(plan, !backend.readsAdvertisements);
  const used = plan.nics.filter((nic) => !nic.untouched && (nic.ipv6 || nic.addresses.length + nic.delegated.length > 0));
  await ip({ 4: ['lo', ...used.map(({ name }) => name)].map((name) => `link set dev ${name} up`), 6: [] });
  const fresh = freshAddresses(plan, await readKernel());
  const asking = used.filter((nic) => fresh.some((each) => each.nic === nic));
  for (const result of await Promise.allSettled(asking.map((nic) => linkReady(nic, patienceMs))))
    if (result.status === 'rejected') throw result.reason;
  const probes = await Promise.allSettled(fresh.map(({ nic, each }) => probe(nic.name, each)));
  for (const result of probes) if (result.status === 'rejected') throw result.reason;
  await makeSo(plan, await readKernel(), backend);
  await rememberPlan(plan);
  await announce(
    [...new Set(fresh.map(({ nic }) => nic))],
    log,
    () => gateways?.pins ?? [],
    () => void gateways?.watch(plan),
  );
}

type Fresh = { nic: NetworkPlan['nics'][number]; each: NetworkPlan['nics'][number]['addresses'][number] };

function freshAddresses(plan: NetworkPlan, { addresses }: KernelState): Fresh[] {
  return plan.nics.flatMap((nic) =>
    nic.addresses
      .filter(({ address }) => !addresses.some((has) => has.nic === nic.name && has.settled && has.address.equals(address)))
      .map((each) => ({ nic, each })),
  );
}

async function makeSo(plan: NetworkPlan, state: KernelState, backend: NetworkBackend): Promise<void> {
  const learntOnly = await isLastPlan(plan);
  let now = state;
  const old = remains(plan, now, learntOnly);
  if (!isEmpty(old)) {
    await ipAnyway(old);
    // With an address its routes go, and the secondary ones of its subnet.
    now = await readKernel();
  }
  await backend.realise(plan, missing(plan, now));
  now = await readKernel();
  const order = localRule(plan, now);
  if (!isEmpty(order)) await ip(order);
  if (backend.name === 'iproute2') return;
  const left = remains(plan, now, learntOnly);
  if (!isEmpty(left)) await ipAnyway(left);
}
