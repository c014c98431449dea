import { homedir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The repository's root, from source and from dist alike. */
export const root = here.slice(0, here.lastIndexOf(`${sep}e2e${sep}`));
export const cli = join(root, 'apps/cli/bin/bosh6.js');
export const manifests = join(root, 'e2e/fixtures/manifests');

/** Where fetched sources and built fixtures are kept between runs. */
export function cacheDirectory(): string {
  return process.env.BOSH6_HOME ?? join(homedir(), '.bosh6');
}
