import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Need {
  package: string;
  /** A program in PATH, or a file. */
  has: string;
  why: string;
  onlyUnprivileged?: boolean;
}

const needs: readonly Need[] = [
  { package: 'iproute2', has: 'ip', why: 'makes the networks of the lab' },
  { package: 'gcc', has: 'gcc', why: 'compiles nginx in the compilation VM' },
  { package: 'make', has: 'make', why: 'compiles nginx in the compilation VM' },
  { package: 'libc6-dev', has: '/usr/include/stdio.h', why: 'headers for the compiler' },
  { package: 'curl', has: 'curl', why: 'fetches the pages' },
  { package: 'procps', has: 'sysctl', why: 'kernel settings of each VM' },
  { package: 'iputils-arping', has: 'arping', why: 'finds duplicate IPv4 addresses and announces them' },
  { package: 'ndisc6', has: 'ndisc6', why: 'finds duplicate IPv6 addresses and announces them' },
  { package: 'uidmap', has: 'newuidmap', why: 'lets an ordinary user own the users of a VM', onlyUnprivileged: true },
];

/** What this machine lacks, one sentence each with the command that brings it; empty when all is there. */
export function missing(): string[] {
  const unprivileged = process.getuid?.() !== 0;
  const lacking = needs.filter((need) => (!need.onlyUnprivileged || unprivileged) && !found(need.has));
  const lines = lacking.map((need) => `${need.package}: ${need.why}`);
  if (lacking.length > 0) lines.push(`to install: sudo apt-get install -y ${lacking.map((need) => need.package).join(' ')}`);
  if (lacking.length === 0 && unprivileged && spawnSync('unshare', ['--user', '--map-root-user', '--map-auto', 'true']).status !== 0) {
    lines.push(
      'user namespaces: this user may not make them; allow them (sysctl kernel.unprivileged_userns_clone=1, a range in /etc/subuid and /etc/subgid), or run as root',
    );
  }
  return lines;
}

function found(what: string): boolean {
  if (what.startsWith('/')) return existsSync(what);
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, what), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
