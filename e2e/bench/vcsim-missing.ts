import { findGo } from '../stack/find-go.js';
import { needs } from '../vcsim/build-vcsim.js';

/** Why no simulated vCenter can be had here. */
export async function vcsimMissing(): Promise<string | undefined> {
  return process.env.BOSH6_VCSIM === undefined && (await findGo()) === undefined ? `it needs ${needs}` : undefined;
}
