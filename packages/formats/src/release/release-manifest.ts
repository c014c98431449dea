/** `release.MF`. `sha1` fields hold any digest string. */
export interface ReleaseManifest {
  name: string;
  version: string;
  /** `unknown` when absent. */
  commitHash: string;
  uncommittedChanges: boolean;
  jobs: ReleaseJob[];
  packages: ReleasePackage[];
  /** Present in a compiled release only, which then has no source packages. */
  compiledPackages?: CompiledReleasePackage[];
  license?: { version: string; fingerprint: string; sha1: string };
  noCompression: boolean;
}

export interface ReleaseJob {
  name: string;
  version: string;
  fingerprint: string;
  sha1: string;
  packages?: string[];
}

export interface ReleasePackage {
  name: string;
  version: string;
  fingerprint: string;
  sha1: string;
  dependencies: string[];
}

export interface CompiledReleasePackage extends ReleasePackage {
  stemcell: { os: string; version: string };
}
