import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

const own = userNamespace('self');

/** What a lab could leave on the machine beside its directory. Processes are in `LabProcesses`. */
export function linksAndMounts(): { links: string[]; mounts: string[] } {
  const links = JSON.parse(execFileSync('ip', ['-json', 'link', 'show'], { encoding: 'utf8' })) as { ifname: string }[];
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').trim().split('\n');
  return { links: links.map(({ ifname }) => ifname).sort(), mounts: mounts.map((line) => line.split(' ').slice(4).join(' ')).sort() };
}

/**
 * The processes of the lab below a home: those that name the home in their arguments or environment, and those of their user
 * namespaces, remembered from every look: the VMs' processes name nothing of the host.
 */
export class LabProcesses {
  readonly #home: string;
  readonly #namespaces = new Set<string>();

  constructor(home: string) {
    this.#home = home;
  }

  /** `pid: command` of each that lives. */
  list(): string[] {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
    const named = all.filter((pid) => ['cmdline', 'environ'].some((file) => read(pid, file).includes(this.#home)));
    for (const pid of named) {
      const namespace = userNamespace(pid);
      if (namespace !== undefined && namespace !== own) this.#namespaces.add(namespace);
    }
    return all
      .filter((pid) => named.includes(pid) || this.#namespaces.has(userNamespace(pid) ?? ''))
      .filter((pid) => !/\) [ZX] /.test(read(pid, 'stat')))
      .map((pid) => `${pid}: ${read(pid, 'cmdline').replaceAll('\0', ' ').trim()}`);
  }
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8');
  } catch {
    // gone meanwhile
    return '';
  }
}

function userNamespace(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/user`);
  } catch {
    return undefined;
  }
}
