import type { JsonObject } from '@bosh6/base';

/** `stemcell.MF`. */
export interface StemcellManifest {
  name: string;
  version: string;
  /** The name when absent. */
  operatingSystem: string;
  /** Of `image`; a digest string. */
  sha1: string;
  /** 1 when absent. */
  apiVersion: number;
  /** Absent: fits every CPI. */
  stemcellFormats?: string[];
  cloudProperties: JsonObject;
}
