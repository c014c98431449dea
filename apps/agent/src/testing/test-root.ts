import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A machine's /usr as another Debian release has it; busybox is all that the agent does not ask for, but not the shell: its own takes `ip` for its applet. */
const packages = [
  'busybox-static',
  'dash',
  'iproute2',
  'ifupdown',
  'systemd',
  'dbus-daemon',
  'iputils-arping',
  'ndisc6',
  'libstdc++6',
  'procps',
];

/** Unpacks a minimal tree of a Debian release that this machine does not run, once; undefined, with the reason on stderr, where its mirror cannot be reached. */
export async function otherRoot(): Promise<string | undefined> {
  try {
    const { mirror, release } = await otherRelease();
    const root = join(homedir(), '.cache', 'bosh6', `test-root-${release}-1`);
    if (!existsSync(root)) await unpack(mirror, release, root);
    return root;
  } catch (error) {
    process.stderr.write(`no second root file system to test on: ${error instanceof Error ? error.message : error}\n`);
    return undefined;
  }
}

async function otherRelease(): Promise<{ mirror: string; release: string }> {
  const { stdout } = await execute('apt-get', ['indextargets', '--format', '$(REPO_URI) $(CODENAME)']);
  const sources = stdout
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, name]) => name !== undefined && !name.includes('-'));
  const [mirror, own] = sources[0] ?? [];
  if (mirror === undefined) throw new Error('apt has no sources');
  return { mirror, release: own === 'trixie' ? 'bookworm' : 'trixie' };
}

async function unpack(mirror: string, release: string, root: string): Promise<void> {
  await mkdir(dirname(root), { recursive: true });
  const work = await mkdtemp(`${root}.`);
  try {
    const apt = join(work, 'apt');
    for (const each of ['lists/partial', 'cache/archives/partial']) await mkdir(join(apt, each), { recursive: true });
    await writeFile(join(apt, 'status'), '');
    await writeFile(
      join(apt, 'sources.list'),
      `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${release} main\n`,
    );
    const options = [
      `Dir::Etc::sourcelist=${apt}/sources.list`,
      'Dir::Etc::sourceparts=/dev/null',
      `Dir::State::lists=${apt}/lists`,
      `Dir::State::status=${apt}/status`,
      `Dir::Cache=${apt}/cache`,
      `APT::Sandbox::User=root`,
      'Acquire::Languages=none',
    ].flatMap((option) => ['-o', option]);
    await execute('apt-get', [...options, 'update'], { maxBuffer: 1 << 26 });
    await execute('apt-get', [...options, 'install', '-y', '--no-install-recommends', '--download-only', ...packages], {
      maxBuffer: 1 << 26,
    });
    const tree = join(work, 'tree');
    await mkdir(tree);
    const archives = join(apt, 'cache', 'archives');
    for (const name of await readdir(archives)) if (name.endsWith('.deb')) await execute('dpkg', ['-x', join(archives, name), tree]);
    for (const each of ['bin', 'sbin', 'lib', 'lib64']) await mergeIntoUsr(tree, each);
    await symlink('dash', join(tree, 'usr/bin/sh')).catch(() => undefined);
    const busybox = join(tree, 'usr/bin/busybox');
    const { stdout } = await execute(busybox, ['--list']);
    for (const applet of stdout.trim().split('\n')) await symlink('busybox', join(tree, 'usr/bin', applet)).catch(() => undefined);
    await rename(tree, root);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Packages of before the merge have files in both places. */
async function mergeIntoUsr(tree: string, name: string): Promise<void> {
  await mkdir(join(tree, 'usr', name), { recursive: true });
  if (existsSync(join(tree, name))) await execute('cp', ['-a', '--remove-destination', `${join(tree, name)}/.`, join(tree, 'usr', name)]);
}
