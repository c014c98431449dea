import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from './stack.js';

/** Debian keeps the server's programs out of PATH, a directory for each version. */
const versions = '/usr/lib/postgresql';
const [newest] = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
const programs = join(versions, newest ?? '', 'bin');

/** PostgreSQL refuses to run as root, so root gives it to its own user. */
export const hasPostgres = newest !== undefined && process.getuid?.() === 0;

const password = 'of these tests';

/** All rows of the server's that is beside a stack's Director, and how far its sequences have counted. */
export function dumpPostgres({ home }: Stack): string {
  const args = ['--data-only', '--inserts', '--host', join(home, 'pg'), '--username=bosh6', 'postgres'];
  const text = execFileSync(join(programs, 'pg_dump'), args, { encoding: 'utf8', env: { PGPASSWORD: password } });
  // a word by chance against what rows could have psql do
  return text.replaceAll(/^\\(un)?restrict .*$/gm, '');
}

/** Starts a PostgreSQL server beside the stack's Director, on a Unix socket; it ends with the lab. Answers with what a Director's `database` says of it. */
export async function startPostgres({ home, lab }: Stack): Promise<object> {
  const folder = join(home, 'pg');
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  mkdirSync(folder);
  chmodSync(home, 0o711);
  chownSync(folder, uid as number, gid as number);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const as = (program: string, ...args: string[]): string[] => [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    join(programs, program),
    ...args,
  ];
  const [file = '', ...args] = as(
    'initdb',
    '-D',
    join(folder, 'data'),
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--username=bosh6',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
  );
  execFileSync(file, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'fsync=off'];
  const server = as('postgres', '-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting]));
  // a service of the lab says in JSON that it is ready
  const ready = `until [ -S .s.PGSQL.5432 ]; do sleep 0.1; done; echo '{"ready":true}'`;
  const argv = ['/bin/sh', '-c', `"$@" & trap "kill -INT $!" TERM; ${ready}; wait`, 'sh', ...server];
  await lab.startService({ name: 'postgres', where: 'director', argv, cwd: folder, logFile: join(folder, 'log') });
  return { type: 'postgres', host: folder, name: 'postgres', user: 'bosh6', passwordFile };
}
