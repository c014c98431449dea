/** One numbered row of the networking reference, 4.2. */
export interface Row {
  number: number;
  /** What the row is about. */
  title: string;
  /** By letter; a row with one case has `a` only. */
  cases: Record<string, Case>;
}

export interface Case {
  /** The Director's own addresses; `elsewhere` unless said. None: nobody asks for a route. */
  director?: readonly string[];
  /** As `director.ignore_missing_gateway`. */
  ignoreMissingGateway?: true;
  steps: readonly Step[];
  /** What BOSH gives, a step each. */
  original: readonly Expected[];
  /** What this Director gives, where that is something else. */
  ours?: readonly Expected[];
  /** Why it is something else: the gotcha of the networking reference, 3.4. */
  because?: string;
}

export interface Deploy {
  /** Instance groups as YAML; `jobs`, `stemcell` and `vm_type` are filled in. */
  deploy: string;
  /** Networks as YAML, from now on. */
  networks?: string;
  /** Zones of the cloud config; z1 and z2 unless said. */
  azs?: string;
  /** `compilation` as YAML; a network of its own unless said. */
  compilation?: string;
  /** Whole cloud configs instead of all that. */
  configs?: readonly string[];
  /** Name of the deployment; `dep` unless said. */
  as?: string;
  /** With a job whose packages must be compiled. */
  compiles?: true;
  recreate?: true;
  /** Goes wrong on the infrastructure, for this step. */
  fails?: 'create_vm' | 'compile' | 'create_compilation_vm';
  /** More of the manifest's `update`. */
  update?: string;
}

export type Step =
  | Deploy
  /** Deletes a deployment. `held`: the infrastructure does not end it until `release`. */
  | { delete: string; held?: true }
  | { release: true }
  | { ignore: string }
  /** An orphaned VM of another deployment holds the address. */
  | { orphan: string; network: string }
  /** Both at once. */
  | { together: readonly [Deploy, Deploy] };

/**
 * A number: the error. Lines: `<group>/<index> [<az>] <addresses> <what became of the VM>` for each instance. `uncoded`: a raw exception of
 * Ruby, error 100. `apart`: whatever the addresses, no two overlap. An object: those, and what the rows, the settings and the messages say.
 */
export type Expected = number | 'uncoded' | 'apart' | readonly string[] | Told | { together: readonly Expected[] };

export interface Told {
  error?: number;
  /** In the message. */
  says?: readonly string[];
  instances?: readonly string[];
  /** All reservations: `<address> <network> <kind>[ nic <group>][ orphaned]`. */
  rows?: readonly string[];
  /** By `<group>/<index>`, network and key. */
  settings?: Record<string, unknown>;
  /** The address of the compilation VM that was asked for in this step. */
  compiledAt?: string;
}

/** Not in any subnet of the cases: one of each family. */
export const elsewhere = ['10.0.9.151', '2601:646:100:69f1::151'] as const;

const subnet = (fields: string, more: string): string => `{${fields}${more === '' ? '' : `, ${more}`}}`;

/** The reference's S4 and S6, with more keys. */
export const s4 = (more = ''): string => subnet('range: 192.168.1.0/24, gateway: 192.168.1.1', more);
export const s6 = (more = ''): string => subnet('range: "2001:db8:0:1::/64", gateway: "2001:db8:0:1::1"', more);
/** Any other subnet; a gateway of `.1` where none is named. */
export const sub = (range: string, gateway: string, more = ''): string => subnet(`range: "${range}", gateway: "${gateway}"`, more);

/** A manual network. */
export const net = (name: string, ...subnets: string[]): string => `- {name: ${name}, subnets: [${subnets.join(', ')}]}\n`;
export const vip = (name: string, ...subnets: string[]): string =>
  `- {name: ${name}, type: vip${subnets.length === 0 ? '' : `, subnets: [${subnets.join(', ')}]`}}\n`;

/** A group of `n` instances; `networks` are entries in YAML's flow style, or the name of one network. */
export const group = (name: string, n: number, networks: string, more = ''): string =>
  `- {name: ${name}, instances: ${n}, networks: [${networks.startsWith('{') || networks === '' ? networks : `{name: ${networks}}`}]${more === '' ? '' : `, ${more}`}}\n`;
export const g = (n: number, networks = 'a', more = ''): string => group('g', n, networks, more);
/** One entry of a group's networks with static addresses. */
export const st = (network: string, ips: string, more = ''): string =>
  `{name: ${network}, static_ips: [${ips}]${more === '' ? '' : `, ${more}`}}`;

/** Lines for instances `0..` of group `g`, all with the same fate. */
export const lines = (fate: string, ...addresses: string[]): string[] => addresses.map((address, index) => `g/${index} ${address} ${fate}`);

export const one = (given: Case): Row['cases'] => ({ a: given });
