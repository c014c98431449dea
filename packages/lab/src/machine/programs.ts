import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import { type Finding, fine, wanting } from './finding.js';

export interface Need {
  /** Debian's. */
  readonly package: string;
  /** A program in PATH, or a file. */
  readonly has: string;
  readonly why: string;
  readonly onlyUnprivileged?: boolean;
  /** Only what `why` says does not work without. */
  readonly optional?: boolean;
}

export const needs: readonly Need[] = [
  { package: 'util-linux', has: 'unshare', why: 'makes namespaces' },
  { package: 'iproute2', has: 'ip', why: 'makes the networks of the lab' },
  { package: 'gcc', has: 'gcc', why: 'compiles packages in the compilation VM' },
  { package: 'make', has: 'make', why: 'compiles packages in the compilation VM' },
  { package: 'libc6-dev', has: '/usr/include/stdio.h', why: 'headers for the compiler' },
  { package: 'curl', has: 'curl', why: 'fetches the pages' },
  { package: 'procps', has: 'sysctl', why: 'kernel settings of each VM' },
  { package: 'iputils-arping', has: 'arping', why: 'finds duplicate IPv4 addresses and announces them' },
  { package: 'ndisc6', has: 'ndisc6', why: 'finds duplicate IPv6 addresses and announces them' },
  { package: 'uidmap', has: 'newuidmap', why: 'lets an ordinary user own the users of a VM', onlyUnprivileged: true },
  { package: 'nftables', has: 'nft', why: 'networks of type vip', optional: true },
  { package: 'openssh-server', has: 'sshd', why: '`ssh` and `scp` into VMs', optional: true },
  { package: 'openssh-client', has: 'ssh', why: '`ssh` and `scp` into VMs', optional: true },
  { package: 'sudo', has: 'sudo', why: '`logs -f`', optional: true },
];

/** Which of the programs that a lab calls are here; those of this user only. */
export function programFindings(wanted: readonly Need[] = needs, unprivileged = process.getuid?.() !== 0): Finding[] {
  const mine = wanted.filter(({ onlyUnprivileged }) => onlyUnprivileged !== true || unprivileged);
  const lacking = mine.filter(({ has }) => !isHere(has));
  const here = mine.filter((need) => !lacking.includes(need)).map(({ has }) => has);
  return [
    ...(here.length === 0 ? [] : [fine('programs', here.join(' '))]),
    ...lacking.map((need) => wanting('programs', lack(need), need.optional === true ? 'warn' : 'fail')),
  ];
}

function lack({ package: name, has, why }: Need): CodedError {
  return fail('MachineLacksProgram', `there is no ${has}, without which this does not work: ${why}`, {
    hint: `install it: \`sudo apt-get install -y ${name}\``,
    where: { object: has.startsWith('/') ? has : `PATH, /usr/sbin, /sbin` },
  });
}

function isHere(what: string): boolean {
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
