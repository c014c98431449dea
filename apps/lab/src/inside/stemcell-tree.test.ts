import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { buildLightTree } from './stemcell-tree.js';

const root = mkdtempSync(path.join(tmpdir(), 'tree-'));
afterEach(() => rmSync(root, { recursive: true }));

it('has no directory of its own that leads out of it: files of a stemcell are laid over the tree', async () => {
  await buildLightTree(root);
  const links = ['', 'dev', 'etc', 'var'].flatMap((directory) =>
    readdirSync(path.join(root, directory), { withFileTypes: true }).flatMap((each) =>
      each.isSymbolicLink() ? [path.join(directory, each.name)] : [],
    ),
  );
  expect(links).toContain('var/run');
  const outside = links.filter((name) => path.isAbsolute(readlinkSync(path.join(root, name))));
  // What /proc has takes no files.
  expect(outside.filter((name) => !readlinkSync(path.join(root, name)).startsWith('/proc/'))).toEqual([]);
});
