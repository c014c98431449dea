import type { JobSpec } from '../release/job-spec.js';
import type { CompiledReleasePackage, ReleaseJob, ReleaseManifest, ReleasePackage } from '../release/release-manifest.js';
import type { StemcellManifest } from '../release/stemcell-manifest.js';

/** What a stemcell tarball holds; the image is a file of the work directory. */
export interface StemcellContents {
  manifest: StemcellManifest;
  imagePath: string;
  imageSize: number;
  /** SHA-1 of the image as found, hex. */
  imageSha1: string;
}

/** What a release tarball holds; inner archives are files of the work directory, digests checked against release.MF. */
export interface ReleaseContents {
  manifest: ReleaseManifest;
  jobs: (ReleaseJob & { archivePath: string; spec: JobSpec })[];
  /** `archivePath` is absent where the manifest names a package that the tarball leaves out (an upload of what is missing only). */
  packages: (ReleasePackage & { archivePath?: string })[];
  compiledPackages: (CompiledReleasePackage & { archivePath?: string })[];
  /** The license's archive, where there is one. */
  licensePath?: string;
}

/** A release whose archives are files: what a tarball is made of. */
export interface ReleaseArchives {
  manifest: ReleaseManifest;
  jobs: readonly NamedArchive[];
  packages: readonly NamedArchive[];
  compiledPackages: readonly NamedArchive[];
  licensePath?: string;
}

export interface NamedArchive {
  name: string;
  archivePath?: string;
}

/** What a job's archive holds. */
export interface JobContents {
  spec: JobSpec;
  monit: string;
  /** Template texts in the order of the spec. */
  templates: { source: string; destination: string; text: string }[];
}

export interface Digests {
  sha1: string;
  sha256: string;
  size: number;
}
