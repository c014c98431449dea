import { execFile } from 'node:child_process';
import { chmod, copyFile, lstat, mkdir, readlink, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeArchive } from '@bosh6/formats/archives';
import { fail } from '../errors.js';
import { filesBelow } from './files-below.js';
import { archiveEntries, type ResourceFile } from './resource.js';

export interface Recipe {
  name: string;
  files: readonly ResourceFile[];
  prepare?: ResourceFile;
  noCompression?: boolean;
}

/** Writes a resource's archive to `path`; the same files give the same bytes. Its digest. Throws `PrePackagingFailed`. */
export async function buildArchive(directory: string, recipe: Recipe, path: string): Promise<string> {
  const files = recipe.prepare === undefined ? recipe.files : await prepared(directory, recipe, recipe.prepare, `${path}.stage`);
  const { sha256 } = await writeArchive(path, await archiveEntries(files), { compress: recipe.noCompression !== true });
  return `sha256:${sha256}`;
}

/** Copies the files, lets the script change the copies, and gives what is there then. */
async function prepared(directory: string, { name, files }: Recipe, script: ResourceFile, stage: string): Promise<ResourceFile[]> {
  for (const { path, file, link } of files) {
    const target = join(stage, path);
    await mkdir(dirname(target), { recursive: true });
    if (link === true) await symlink(await readlink(file), target);
    else {
      await copyFile(file, target);
      await chmod(target, ((await lstat(file)).mode & 0o111) === 0 ? 0o644 : 0o755);
    }
  }
  await runScript(name, script.file, stage, directory);
  await rm(join(stage, script.path), { force: true });
  const found: ResourceFile[] = [];
  for (const path of await filesBelow(stage)) {
    const file = join(stage, path);
    found.push({ path, file, ...((await lstat(file)).isSymbolicLink() ? { link: true } : {}) });
  }
  return found;
}

function runScript(name: string, file: string, stage: string, directory: string): Promise<void> {
  const env = { ...process.env, BUILD_DIR: stage, RELEASE_DIR: directory };
  return new Promise((done, reject) => {
    execFile('bash', ['-x', file], { cwd: stage, env, maxBuffer: 64 << 20 }, (cause, _stdout, stderr) => {
      if (cause === null) return done();
      const last = stderr.trimEnd().split('\n').slice(-10);
      reject(
        fail(
          'PrePackagingFailed',
          `pre_packaging of package '${name}' failed; its last lines:\n${last.map((line) => `  ${line}`).join('\n')}`,
          {
            where: { document: file },
            cause,
          },
        ),
      );
    });
  });
}
