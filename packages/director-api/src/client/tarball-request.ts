import { mediaTypes } from '../routes.js';
import type { TarballSource } from './director.js';
import type { Outgoing } from './transport.js';

/** Body and media type for a tarball: an address that the Director fetches, or the bytes (reference 1.9). */
export function tarballRequest(source: TarballSource): Pick<Outgoing, 'headers' | 'body'> & object {
  if ('location' in source) return { headers: { 'content-type': mediaTypes.json }, body: JSON.stringify(source) };
  return { headers: { 'content-type': mediaTypes.upload }, body: source };
}
