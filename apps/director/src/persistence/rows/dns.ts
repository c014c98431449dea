/** One address of one instance as local DNS knows it; what stands for a name is canonical already. */
export interface DnsRecordRow {
  readonly id: number;
  readonly deploymentId: number;
  readonly deployment: string;
  readonly instanceId: number;
  readonly uuid: string;
  readonly group: string;
  readonly index: number;
  readonly az: string | null;
  /** The network's own name, whichever family the address is of. */
  readonly network: string;
  readonly family: 4 | 6;
  /** 16 bytes in hexadecimal digits, IPv4 right-aligned: equal when the addresses are. */
  readonly address: string;
  readonly agentId: string;
}

export type DnsNumberKind = 'az' | 'group' | 'instance' | 'link' | 'network';

/** The number that a name has in short DNS names, an instance by its UUID; it keeps it for good. */
export interface DnsNumberRow {
  readonly id: number;
  readonly kind: DnsNumberKind;
  readonly name: string;
  /** 0 for AZs and networks, which all deployments share. */
  readonly deploymentId: number;
}

/** Another name for the instances of a group: their manifest gives it to a link that they provide. */
export interface DnsAliasRow {
  readonly id: number;
  readonly deploymentId: number;
  readonly group: string;
  readonly domain: string;
  readonly healthFilter: string | null;
  readonly initialHealthCheck: string | null;
  readonly placeholderType: string | null;
}

/** A link that a group provides, in a deployment whose links have names: its instances have the link's number beside the group's. */
export interface DnsLinkRow {
  readonly id: number;
  readonly deploymentId: number;
  readonly group: string;
  /** That of its number. */
  readonly name: string;
}

/** A published version of all records; its id is the version. */
export interface DnsBlobRow {
  readonly id: number;
  /** Null until the blob is stored. */
  readonly blobstoreId: string | null;
  readonly sha256: string | null;
  /** Hex SHA-256 of the records themselves, without version: equal when nothing has changed. */
  readonly contentHash: string;
}

/** The newest version that an agent has confirmed. */
export interface AgentDnsVersionRow {
  readonly id: number;
  readonly agentId: string;
  readonly version: number;
}
