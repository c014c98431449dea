import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The repository's root, from source and from dist alike. */
export const root = here.slice(0, here.lastIndexOf(`${sep}e2e${sep}`));
export const cli = join(root, 'apps/cli/bin/bosh6.js');
export const manifests = join(root, 'e2e/fixtures/manifests');

/** Where tests build what their labs' bosh.io serves: of this checkout alone, since others' bytes may differ. */
export const fixturesDirectory = join(root, 'e2e/.cache/fixtures');
