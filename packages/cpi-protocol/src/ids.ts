/** IaaS ids are opaque text; brands keep one kind from being passed for another. */
export type VmCid = string & { readonly __brand: 'VmCid' };
export type DiskCid = string & { readonly __brand: 'DiskCid' };
export type StemcellCid = string & { readonly __brand: 'StemcellCid' };
export type SnapshotCid = string & { readonly __brand: 'SnapshotCid' };
export type AgentId = string & { readonly __brand: 'AgentId' };
