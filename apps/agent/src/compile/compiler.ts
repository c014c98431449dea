import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { World } from '@bosh6/base';
import type { BlobFetcher, BlobReference } from '../blobs/blob-fetcher.js';
import { digestsOfFile } from '../blobs/digests.js';
import { fullDisk, isFull } from '../disks/full-disk.js';
import { fail } from '../errors.js';
import type { InstallablePackage, PackageInstaller } from '../install/package-installer.js';
import { isGzip, unpack } from '../install/unpack.js';
import type { Layout } from '../layout.js';
import { run } from '../processes/run.js';

export interface Compilation {
  name: string;
  version: string;
  source: BlobReference;
  dependencies: InstallablePackage[];
}

export interface CompiledPackage {
  /** A tar file; `discard` removes it. */
  path: string;
  sha1: string;
  sha512: string;
  discard: () => Promise<void>;
}

const kept = 10 * 1024;

/** Makes a compiled package of a source package, as bosh-agent. */
export class Compiler {
  readonly #layout: Layout;
  readonly #blobs: BlobFetcher;
  readonly #packages: PackageInstaller;
  readonly #world: World;

  constructor(layout: Layout, blobs: BlobFetcher, packages: PackageInstaller, world: World) {
    this.#layout = layout;
    this.#blobs = blobs;
    this.#packages = packages;
    this.#world = world;
  }

  /** Only the dependencies are on the machine while it compiles. Throws PackagingFailed with the ends of the script's outputs, DiskFull. */
  async compile(wanted: Compilation): Promise<CompiledPackage> {
    const source = await this.#blobs.fetch(wanted.source);
    const directory = this.#layout.data('compile', wanted.name);
    try {
      await this.#packages.keepOnly(new Map());
      for (const dependency of wanted.dependencies) await this.#packages.enable(dependency.name, await this.#packages.install(dependency));
      await rm(directory, { recursive: true, force: true });
      await mkdir(directory, { recursive: true, mode: 0o755 });
      const compressed = await isGzip(source.path);
      await unpack(source.path, directory, `source package ${wanted.name}`);
      const target = await this.#packages.prepareTarget(wanted.name, wanted.version);
      await this.#package(wanted, directory);
      const path = join(this.#layout.temporary, `compiled-${this.#world.uuid()}`);
      await this.#archive(target, path, compressed);
      const [sha1 = '', sha512 = ''] = await digestsOfFile(path, ['sha1', 'sha512']);
      await this.#packages.keepOnly(new Map());
      return { path, sha1, sha512, discard: () => rm(path, { force: true }) };
    } finally {
      await source.release();
      await rm(directory, { recursive: true, force: true });
    }
  }

  async #archive(target: string, path: string, compressed: boolean): Promise<void> {
    try {
      await archive(target, path, compressed);
    } catch (error) {
      const why = (await isFull(this.#layout.temporary)) ? fullDisk('compiled package', this.#layout.temporary, error) : error;
      await rm(path, { force: true });
      throw why;
    }
  }

  async #package(wanted: Compilation, directory: string): Promise<void> {
    const exists = await access(join(directory, 'packaging')).then(
      () => true,
      () => false,
    );
    if (!exists) return;
    const logs = this.#layout.data('sys', 'log', 'compilation');
    await rm(logs, { recursive: true, force: true });
    await mkdir(logs, { recursive: true, mode: 0o750 });
    const stdoutPath = join(logs, 'packaging.stdout.log');
    const stderrPath = join(logs, 'packaging.stderr.log');
    const stdout = await open(stdoutPath, 'w', 0o640);
    const stderr = await open(stderrPath, 'w', 0o640);
    try {
      const { code, signal } = await run(['bash', '-x', 'packaging'], {
        cwd: directory,
        stdout: stdout.fd,
        stderr: stderr.fd,
        env: {
          PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
          HOME: '/root',
          LANG: 'C.UTF-8',
          TMPDIR: this.#layout.temporary,
          BOSH_COMPILE_TARGET: directory,
          BOSH_INSTALL_TARGET: this.#layout.packages(wanted.name),
          BOSH_PACKAGE_NAME: wanted.name,
          BOSH_PACKAGE_VERSION: wanted.version,
        },
      });
      if (code === 0) return;
      const end = async (path: string): Promise<string> => (await readFile(path)).subarray(-kept).toString('utf8');
      const message = `Compiling package ${wanted.name}: Running packaging script: Command exited with ${signal ?? code}; Stdout: ${await end(stdoutPath)}, Stderr: ${await end(stderrPath)}`;
      throw fail('PackagingFailed', message, { details: { package: wanted.name, status: code } });
    } finally {
      await stdout.close();
      await stderr.close();
    }
  }
}

/** Tars a directory's content; compressed when its source was. */
export async function archive(directory: string, path: string, compressed: boolean): Promise<void> {
  const child = spawn('tar', ['-C', directory, '-cf', '-', '.'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  const file = createWriteStream(path, { mode: 0o600 });
  await (compressed ? pipeline(child.stdout, createGzip({ level: 3, chunkSize: 64 * 1024 }), file) : pipeline(child.stdout, file));
  const code = await ended;
  if (code !== 0) throw fail('CommandFailed', `tar ended with ${code} for ${directory}`);
}
