import { chmod, chown, lstat, mkdir, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copySudo } from './own-sudo.js';
import { sshFiles, sudoers } from './ssh-files.js';

/** Names that Debian keeps behind /etc/alternatives, and what may stand for each; the first that the machine has is taken. */
const alternatives: Record<string, string[]> = {
  awk: ['mawk', 'gawk', 'original-awk'],
  nawk: ['mawk', 'gawk', 'original-awk'],
  cc: ['gcc', 'clang'],
  'c++': ['g++', 'clang++'],
  c89: ['c89-gcc'],
  c99: ['c99-gcc'],
  cpp: ['cpp'],
  pager: ['less', 'more'],
  editor: ['nano', 'vim.basic', 'vim.tiny'],
  vi: ['vim.basic', 'vim.tiny'],
  which: ['which.debianutils', 'which.gnu'],
  nc: ['nc.openbsd', 'nc.traditional'],
  netcat: ['nc.openbsd', 'nc.traditional'],
  yacc: ['bison.yacc', 'byacc'],
  lex: ['flex'],
  fakeroot: ['fakeroot-sysv', 'fakeroot-tcp'],
  iptables: ['../sbin/iptables-nft', '../sbin/iptables-legacy'],
};

const users = {
  passwd:
    'root:x:0:0:root:/root:/bin/bash\nvcap:x:1000:1000:BOSH System User:/home/vcap:/bin/bash\nsshd:x:104:65534::/run/sshd:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
  group:
    'root:x:0:\nadm:x:4:\ntty:x:5:\nsudo:x:27:vcap\nshadow:x:42:\nbosh_sshers:x:998:vcap\nbosh_sudoers:x:999:\nvcap:x:1000:\nadmin:x:1001:vcap\nnogroup:x:65534:\n',
  shadow: 'root:*:19000:0:99999:7:::\nvcap:*:19000:0:99999:7:::\nnobody:*:19000:0:99999:7:::\n',
};

const pam = 'auth required pam_unix.so\naccount required pam_unix.so\npassword required pam_unix.so\nsession required pam_unix.so\n';
const pamAsRoot = `auth sufficient pam_rootok.so\n${pam}`;

const texts: Record<string, string> = {
  'etc/pam.d/other': pam,
  'etc/pam.d/su': pamAsRoot,
  'etc/pam.d/su-l': pamAsRoot,
  'etc/pam.d/runuser': pamAsRoot,
  'etc/pam.d/runuser-l': pamAsRoot,
  'etc/pam.d/chpasswd': pamAsRoot,
  'etc/pam.d/useradd': pamAsRoot,
  'etc/passwd': users.passwd,
  'etc/group': users.group,
  'etc/hosts': '127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n',
  // As every Debian has it: else a name has one line of /etc/hosts only, thus one family.
  'etc/host.conf': 'multi on\n',
  'etc/hostname': 'bosh-stemcell\n',
  'etc/resolv.conf': '',
  'etc/nsswitch.conf': 'passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n',
  'etc/shells': '/bin/sh\n/bin/bash\n',
  'etc/profile': 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\nexport PATH\n',
  'etc/login.defs': 'UID_MIN 1000\nUID_MAX 60000\nGID_MIN 1000\nGID_MAX 60000\nENCRYPT_METHOD SHA512\nUMASK 022\n',
  'etc/ld.so.conf': '/usr/local/lib\n',
  'etc/ssl/openssl.cnf': '# defaults\n',
  'etc/services': 'ssh 22/tcp\ndomain 53/tcp\ndomain 53/udp\nhttp 80/tcp\nhttps 443/tcp\n',
  ...sshFiles,
  'etc/protocols': 'ip 0 IP\nicmp 1 ICMP\ntcp 6 TCP\nudp 17 UDP\nipv6-icmp 58 IPv6-ICMP\n',
};

const directories = [
  'boot',
  'etc/alternatives',
  'etc/pam.d',
  'etc/ssh',
  'etc/ssl/certs',
  'etc/ssl/private',
  'home/vcap',
  'mnt',
  'opt',
  'root',
  'run',
  'srv',
  'usr',
];
const writable = ['var/cache', 'var/lib/dpkg', 'var/log', 'var/mail', 'var/opt', 'var/spool', 'var/tmp', 'var/vcap', 'tmp'];

/** A root file system whose /usr is the machine's own, and nothing else of it. Owners are the lab's: root, and vcap with id 1000. */
export async function buildLightTree(root: string): Promise<void> {
  for (const name of [...directories, ...writable]) await mkdir(path.join(root, name), { recursive: true });
  for (const [name, text] of Object.entries(texts)) await writeFile(path.join(root, name), text);
  await writeFile(path.join(root, 'etc/shadow'), users.shadow, { mode: 0o600 });
  await writeFile(path.join(root, 'etc/sudoers'), sudoers, { mode: 0o440 });
  for (const name of ['tmp', 'var/tmp']) await chmod(path.join(root, name), 0o1777);
  await chmod(path.join(root, 'root'), 0o700);
  await chown(path.join(root, 'home/vcap'), 1000, 1000);
  // Relative: a stemcell's files may be laid over the tree, and tar follows what was there before.
  await symlink('../run', path.join(root, 'var/run'));
  await symlink('../proc/self/mounts', path.join(root, 'etc/mtab'));
  await symlink('../usr/lib/os-release', path.join(root, 'etc/os-release'));
  for (const name of ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32']) {
    const own = await lstat(`/${name}`).catch(() => undefined);
    if (own?.isSymbolicLink()) await symlink(await readlink(`/${name}`), path.join(root, name));
    else if (own !== undefined) await mkdir(path.join(root, name));
  }
  for (const [name, candidates] of Object.entries(alternatives)) {
    for (const candidate of candidates) {
      const target = path.join('/usr/bin', candidate);
      if ((await lstat(target).catch(() => undefined)) === undefined) continue;
      await symlink(target, path.join(root, 'etc/alternatives', name));
      break;
    }
  }
  await copySudo(root);
  await addMountPoints(root);
}

/** What a VM's mounts need to be there, in any stemcell's tree. */
export async function addMountPoints(root: string): Promise<void> {
  for (const name of ['dev/pts', 'dev/shm', 'dev/bosh/disks', 'proc', 'sys', 'run', 'mnt', 'var/vcap', 'usr'])
    await mkdir(path.join(root, name), { recursive: true });
  for (const name of ['null', 'zero', 'full', 'random', 'urandom', 'tty']) {
    const file = path.join(root, 'dev', name);
    if ((await stat(file).catch(() => undefined)) === undefined) await writeFile(file, '');
  }
  const links = { fd: '/proc/self/fd', stdin: '/proc/self/fd/0', stdout: '/proc/self/fd/1', stderr: '/proc/self/fd/2', ptmx: 'pts/ptmx' };
  for (const [name, target] of Object.entries(links)) {
    const file = path.join(root, 'dev', name);
    if ((await lstat(file).catch(() => undefined)) === undefined) await symlink(target, file);
  }
}
