export type { CloudAz, CloudConfig, Compilation, DiskType, VmType } from './cloud-config/cloud-config.js';
export { locateNetworkError } from './cloud-config/locate-network-error.js';
export { parseCloudConfig } from './cloud-config/parse-cloud-config.js';
export type { CpiConfig, CpiEntry } from './cpi-config/cpi-config.js';
export { parseCpiConfig } from './cpi-config/parse-cpi-config.js';
export { fail as formatsErrors } from './errors.js';
export { interpolate } from './interpolate/interpolate.js';
export { variableFile, variableFlag, variablesEnvironment, variablesFile } from './interpolate/sources.js';
export type { Interpolated, InterpolateOptions, VariableSource, VariableStore } from './interpolate/types.js';
export { canonicalName } from './manifest/canonical-name.js';
export type {
  Addon,
  AddonFilter,
  Amount,
  ConsumedLink,
  DnsAlias,
  Features,
  GroupState,
  InstanceGroup,
  Manifest,
  ManifestJob,
  ManifestRelease,
  ManifestStemcell,
  PersistentDisk,
  ProvidedLink,
  UpdatePolicy,
  VariableDefinition,
  VmResources,
  WatchTime,
} from './manifest/manifest.js';
export { parseManifest } from './manifest/parse-manifest.js';
export { type Operation, parseOpsFile } from './ops/operation.js';
export { emitReleaseManifest } from './release/emit-release-manifest.js';
export type { JobSpec, PackageLock, PackageSpec, PropertyDefinition } from './release/job-spec.js';
export { parseJobSpec } from './release/parse-job-spec.js';
export { parsePackageLock, parsePackageSpec } from './release/parse-package-spec.js';
export { parseReleaseManifest, parseStemcellManifest } from './release/parse-release-manifest.js';
export type { CompiledReleasePackage, ReleaseJob, ReleaseManifest, ReleasePackage } from './release/release-manifest.js';
export type { StemcellManifest } from './release/stemcell-manifest.js';
export { compareVersions, isLatest, isVersion, newestVersion } from './release/version.js';
export { parseRuntimeConfig, parseRuntimeConfigs, type RuntimeConfig } from './runtime-config/parse-runtime-config.js';
export { duplicateKeyWarnings } from './yaml/duplicate-keys.js';
export { type EmitOptions, emitYaml } from './yaml/emit-yaml.js';
export { compareGoKeys } from './yaml/go-style.js';
export { locateError } from './yaml/locate-error.js';
export { parseYaml, type YamlOptions } from './yaml/parse-yaml.js';
export { placeOf } from './yaml/place-of.js';
export { childPointer, pointerTokens } from './yaml/pointer.js';
export type { DuplicateKey, Located, Position, SourceDocument, Sourced, Written } from './yaml/source-document.js';
