import type { InstanceLine } from '@bosh6/director-api/client';
import { IpPrefix } from '@bosh6/ip';
import { type Finding, fine, wanting } from '@bosh6/lab/machine';
import { fail } from '../errors.js';
import type { Use } from './networks-in-use.js';

/** A deployment's VMs, as its Director and their agents describe them. */
export interface DeploymentVms {
  readonly deployment: string;
  readonly vms: readonly InstanceLine[];
}

/** Whether the agents answer, how old they are, and which lack what networks ask of them. An agent that tells no version is the original. */
export function agentFindings(deployments: readonly DeploymentVms[], uses: readonly Use[]): Finding[] {
  const all = deployments.flatMap(({ deployment, vms }) =>
    vms.map((vm) => ({ vm, name: `${deployment}/${vm.job_name ?? ''}/${vm.id ?? ''}` })),
  );
  const asked = uses.find(({ feature }) => feature === 'dual stack');
  const problems = all.flatMap(({ vm, name }): Finding[] => {
    if (vm.job_state === 'unresponsive agent') return [silent(name)];
    const lacks = asked !== undefined && hasBothFamilies(vm) && vm.agent?.features?.includes('dual_stack') !== true;
    return lacks ? [tooOld(name, vm.agent?.version ?? 'the original')] : [];
  });
  const versions = new Map<string, number>();
  for (const { vm } of all) {
    const version = vm.agent?.version ?? 'of the original';
    if (vm.job_state !== 'unresponsive agent') versions.set(version, (versions.get(version) ?? 0) + 1);
  }
  const says = [...versions].map(([version, count]) => `${count} ${version}`).join(', ');
  return [...(says === '' && problems.length > 0 ? [] : [fine('agents', says === '' ? 'there are no VMs' : says)]), ...problems];
}

const hasBothFamilies = ({ ips }: InstanceLine): boolean => {
  const families = new Set((ips ?? []).map((text) => IpPrefix.tryParse(text)?.family));
  return families.has(4) && families.has(6);
};

function silent(name: string): Finding {
  const hint = 'look at it with `bosh6 cloud-check`, which can reboot and recreate it';
  return wanting('agents', fail('AgentSilent', `the agent of ${name} does not answer`, { hint, where: { object: name } }), 'warn');
}

function tooOld(name: string, version: string): Finding {
  const hint = 'deploy it with a stemcell of a newer agent, or give each family a network of its own';
  const what = `the agent of ${name} (${version}) does not say that it can have both families on one NIC`;
  return wanting('agents', fail('AgentTooOld', what, { hint, where: { object: name } }), 'warn');
}
