/** One error of the networking reference, section 1. In its texts `§` stands where the error points; it is taken out before they are read. */
export interface ErrorRow {
  /** Section and check of the reference, and what is wrong. */
  row: string;
  /** BOSH's number; none where BOSH has no such check. */
  number: number | undefined;
  /** Cloud configs, in order of upload. */
  clouds: readonly string[];
  manifest: string;
  /** What was deployed before. */
  before?: { clouds: readonly string[]; manifest: string; ignored?: true };
  /** Held by others. */
  used?: string;
  /** All that the message has to name. */
  says: readonly string[];
}

export const s4 = '{range: 192.168.1.0/24, gateway: 192.168.1.1}';
export const s6 = '{range: "2001:db8:0:1::/64", gateway: "2001:db8:0:1::1"}';
/** A manual network of subnets in YAML's flow style. */
export const net = (name: string, ...subnets: string[]): string =>
  `- name: ${name}\n  subnets:\n${subnets.map((subnet) => `  - ${subnet}\n`).join('')}`;
/** With more keys. */
export const plus = (subnet: string, more: string): string => `${subnet.slice(0, -1)}, ${more}}`;

/** A cloud config of networks. */
export const cloud = (
  networks: string,
  { azs = '[{name: z1}, {name: z2}]', compilation = 'workers: 1, network: a, vm_type: small' } = {},
) => `azs: ${azs}\nvm_types: [{name: small}]\nnetworks:\n${networks}compilation: {${compilation}}\n`;

/** A manifest with one group; lines of YAML are keys of the group. */
export const manifest = (instances: number, ...lines: string[]): string =>
  `name: d
releases: [{name: r, version: 1}]
stemcells: [{alias: default, os: o, version: 1}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}
instance_groups:
- name: g
  instances: ${instances}
  stemcell: default
  vm_type: small
  jobs: [{name: j, release: r}]
${lines.map((line) => `  ${line}\n`).join('')}`;
