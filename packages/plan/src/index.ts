export { isForDeployment } from './addons/applies.js';
export { type AddonContext, withAddons } from './addons/with-addons.js';
export { type AppliedState, readAppliedState } from './applied-state.js';
export { keyOf as compiledPackageKey } from './compilation.js';
export { placeCompilation, placeCompilationVm } from './compilation-shape.js';
export { decide, type Hashes, needsNewVm } from './decide.js';
export type { Desired, DesiredPackage, DesiredRelease, DesiredStemcell, GroupJob, ReleaseJob } from './desired.js';
export { addressName, type DnsNumbers, dnsName, linkGroup, type Naming, namesLinks, usesNames, usesShortNames } from './dns-name.js';
export { envHashes } from './env-hashes.js';
export { fail as planErrors } from './errors.js';
export { linkContent } from './links/link-content.js';
export { type LinkProvider, linkProviders, type SharedProvider } from './links/providers.js';
export { type LinkSource, type LinkTable, type ResolvedLinks, resolveLinks } from './links/resolve-links.js';
export { type UnknownLink, unknownLinks } from './links/unknown-links.js';
export { withObserved } from './observed.js';
export { ownNetworkName } from './own-network.js';
export { dependencyKey, withDependencies } from './packages.js';
export { place, placing } from './place.js';
export type { PlacedCompilation, PlacedGroup, PlacedInstance, PlacedReservation, Placement } from './placement.js';
export type {
  Change,
  ChangeKind,
  CompileStep,
  DeleteStep,
  Difference,
  DiskAction,
  InstanceAction,
  InstanceStep,
  PackageRef,
  Plan,
} from './plan.js';
export { propertyDifferences } from './property-differences.js';
export type {
  CompiledPackage,
  DiskSnapshot,
  HeldReservation,
  InstanceSnapshot,
  PackedIntervals,
  Snapshot,
  VmSnapshot,
} from './snapshot.js';
export { packIntervals, unpackIntervals } from './used-addresses.js';
export type { StateChange, WantedState } from './wanted-state.js';
