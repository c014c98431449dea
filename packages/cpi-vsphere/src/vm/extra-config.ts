import type { JsonObject } from '@bosh6/base';
import type { Data } from '@bosh6/vim25';
import type { VmxOptions } from '../properties/global-properties.js';

/** Keys that this CPI writes on what it makes. */
export const marks = {
  /** The process that makes it; says whether a half-made thing is still being made. */
  maker: 'bosh6.maker',
  agentId: 'bosh6.agent_id',
  requestId: 'bosh6.request_id',
  /** VM groups of the cluster that it is in, as JSON. */
  groups: 'bosh6.groups',
  /** The networks with their MACs, as JSON; there once the settings are delivered. */
  networks: 'bosh6.networks',
} as const;

export function optionValues(options: VmxOptions | Record<string, string>): Data<'OptionValue'>[] {
  return Object.entries(options).map(([key, value]) => ({ key, value: printed(value) }));
}

/** What the agent reads by VMware Tools, where its stemcell does so. */
export function guestinfo(settings: JsonObject): Data<'OptionValue'>[] {
  const userdata = Buffer.from(JSON.stringify(settings)).toString('base64');
  return optionValues({ 'guestinfo.userdata': userdata, 'guestinfo.userdata.encoding': 'base64' });
}

export function extraConfigOf(values: readonly Data<'OptionValue'>[] | undefined): Map<string, string> {
  return new Map((values ?? []).map(({ key, value }) => [key, String(value)]));
}

/** The agent is to find disks by their UUID. */
export function hasDiskUuids(options: VmxOptions | ReadonlyMap<string, string>): boolean {
  const value = options instanceof Map ? options.get('disk.enableUUID') : (options as VmxOptions)['disk.enableUUID'];
  return /^(1|true)$/i.test(String(value ?? ''));
}

// vmx files hold TRUE and FALSE
function printed(value: string | number | boolean): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
