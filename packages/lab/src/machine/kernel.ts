import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import { type Finding, fine, wanting } from './finding.js';
import { type KernelProbe, kernelProbes, probeScript } from './kernel-probes.js';

/** Tries what a lab asks of the kernel, as this user and where the state directory is or will be. Leaves nothing behind. */
export async function kernelFindings(stateDirectory: string): Promise<Finding[]> {
  const directory = nearest(stateDirectory);
  let scratch: string;
  try {
    scratch = mkdtempSync(join(directory, '.bosh6-doctor-'));
  } catch (cause) {
    const what = `nothing can be written to ${directory}`;
    const hint = 'choose another state directory with the environment variable BOSH6_HOME=DIRECTORY';
    return [wanting('state directory', fail('StateDirectoryUnusable', what, { cause, hint, where: { object: stateDirectory } }))];
  }
  try {
    return readProbes(await probe(scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The directory, or what is there of the way to it. */
export const nearest = (directory: string): string => (existsSync(directory) ? directory : nearest(dirname(directory)));

interface Probed {
  readonly out: string;
  readonly said: string;
}

async function probe(scratch: string): Promise<Probed> {
  const ids = process.getuid?.() === 0 ? ['--map-root-user'] : ['--map-root-user', '--map-auto'];
  const argv = ['-U', ...ids, '-n', '-m', '-p', '-u', '-i', '-f', '--kill-child', '--', 'sh', '-c', probeScript, 'probe', scratch];
  const path = `${process.env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`;
  const child = spawn('unshare', argv, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: path, LC_ALL: 'C' } });
  const failed = new Promise<Probed>((resolve) => child.once('error', ({ message }) => resolve({ out: '', said: message })));
  const ended = Promise.all([text(child.stdout), text(child.stderr)]).then(([out, said]) => ({ out, said }));
  return Promise.race([failed, ended]);
}

/** What the probe's lines say; nothing but the refusal when there are none. */
export function readProbes({ out, said }: Probed, settings: (path: string) => string | undefined = readSetting): Finding[] {
  const lines = out.split('\n').filter((line) => line !== '');
  if (lines.length === 0) return [wanting('user namespaces', refused(said.trim().split('\n').at(-1) ?? '', settings))];
  const bad = new Map(lines.flatMap((line) => (line.startsWith('no ') ? [split(line.slice(3))] : [])));
  const good = kernelProbes.filter(({ name }) => lines.includes(`ok ${name}`)).map(({ name }) => name);
  return [
    fine('kernel', ['user namespaces', ...good].join(', ')),
    ...kernelProbes.flatMap((one) => (good.includes(one.name) ? [] : [lacking(one, bad.get(one.name) ?? 'it was not tried')])),
  ];
}

function split(line: string): [name: string, said: string] {
  const at = line.indexOf(': ');
  return [line.slice(0, at), line.slice(at + 2)];
}

function lacking({ name, why, fix, optional }: KernelProbe, said: string): Finding {
  const problem = fail('KernelLacks', `${name} does not work here${said === '' ? '' : ` (${said})`}: ${why}`, { hint: fix });
  return wanting('kernel', problem, optional === true ? 'warn' : 'fail');
}

/** Settings that refuse user namespaces, with the value that allows them; the first one that does is named. */
const refusals: readonly [path: string, refuses: string, setting: string][] = [
  ['/proc/sys/user/max_user_namespaces', '0', 'user.max_user_namespaces=10000'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0', 'kernel.unprivileged_userns_clone=1'],
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1', 'kernel.apparmor_restrict_unprivileged_userns=0'],
];

function refused(said: string, settings: (path: string) => string | undefined): CodedError {
  const found = refusals.find(([path, refuses]) => settings(path) === refuses);
  const hint =
    found === undefined
      ? 'an ordinary user needs newuidmap (package uidmap) and 65536 ids in /etc/subuid and /etc/subgid: `sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $USER`; or run as root'
      : `allow them: \`sudo sysctl ${found[2]}\`; or run as root`;
  const where = { object: found?.[0] ?? '/etc/subuid, /etc/subgid' };
  return fail('LabUserNamespaceRefused', `this user may not make user namespaces${said === '' ? '' : ` (${said})`}`, { hint, where });
}

function readSetting(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
