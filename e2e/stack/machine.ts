import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a lab could leave on the machine beside its directory. Processes are in `labProcesses`. */
export function linksAndMounts(): { links: string[]; mounts: string[] } {
  const links = JSON.parse(execFileSync('ip', ['-json', 'link', 'show'], { encoding: 'utf8' })) as { ifname: string }[];
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').trim().split('\n');
  return { links: links.map(({ ifname }) => ifname).sort(), mounts: mounts.map((line) => line.split(' ').slice(4).join(' ')).sort() };
}

/** `pid: command` of each process that lives of the lab below a home: those that name it in their arguments or environment, or have mounted something of it, as those in VMs. */
export function labProcesses(home: string): string[] {
  const names = (text: string): boolean => text.split(home).some((rest, at) => at > 0 && !/^[\w-]/.test(rest));
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter((pid) => ['cmdline', 'environ', 'mountinfo'].some((file) => names(read(pid, file))))
    .filter((pid) => !/\) [ZX] /.test(read(pid, 'stat')))
    .map((pid) => `${pid}: ${read(pid, 'cmdline').replaceAll('\0', ' ').trim()}`);
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(join('/proc', pid, file), 'utf8');
  } catch {
    // gone meanwhile
    return '';
  }
}
