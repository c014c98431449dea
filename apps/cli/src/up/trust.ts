import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '@bosh6/base';
import { createCa, generatePassword, generateRsaKeyPair, issue, type PemPair } from '@bosh6/credentials';
import { emitYaml } from '@bosh6/formats';
import { directorAddresses, directorName, siteName } from './addresses.js';
import type { Home } from './home.js';

/** Paths of a certificate and its key. */
export interface PairPaths {
  readonly certificate: string;
  readonly privateKey: string;
}
export interface Trust {
  readonly directorTls: PairPaths;
  readonly busCa: PairPaths;
  readonly siteTls: PairPaths;
  readonly tokenKey: string;
}

const firstLine = '# Written by `bosh6 up`; it says who may do what on the Director of this machine.';

/** Makes whatever certificates, keys and passwords are missing, and keeps those that are there. Keys are readable by their owner only. */
export async function ensureTrust(home: Home): Promise<Trust> {
  mkdirSync(home.tls, { recursive: true, mode: 0o700 });
  const at = (name: string): PairPaths => ({ certificate: join(home.tls, `${name}.crt`), privateKey: join(home.tls, `${name}.key`) });
  const trust = { directorTls: at('director'), busCa: at('nats-ca'), siteTls: at('bosh-io'), tokenKey: join(home.tls, 'token.key') };
  const ca = await ensurePair({ certificate: home.ca, privateKey: join(home.tls, 'director-ca.key') }, () => createCa('bosh6 Director CA'));
  await Promise.all([
    // RSA: with TLS 1.2 the stock CLI offers suites for RSA certificates only (director-api reference 1.3).
    ensurePair(trust.directorTls, () => issue({ ca, commonName: directorName, usage: 'server', key: 'rsa-2048', san: directorSan() })),
    ensurePair(trust.siteTls, () => issue({ ca, commonName: siteName, usage: 'server', san: { dns: [siteName] } })),
    ensurePair(trust.busCa, () => createCa('bosh6 NATS CA')),
    ensureFile(trust.tokenKey, async () => (await generateRsaKeyPair()).privateKey.reveal()),
    ensureFile(home.adminPassword, async () => generatePassword().reveal()),
  ]);
  const { certificate } = trust.directorTls;
  const creds = {
    admin_password: readFileSync(home.adminPassword, 'utf8').trim(),
    director_ssl: { ca: readFileSync(home.ca, 'utf8'), certificate: readFileSync(certificate, 'utf8') },
  };
  writeFileSync(home.creds, `${firstLine}\n${emitYaml(creds)}`, { mode: 0o600 });
  return trust;
}

/**
 * Copies creds.yml to a directory that has none, or one of ours; what somebody else wrote stays. Where nothing can be written the state directory's
 * own file serves.
 * @returns the path that holds the credentials now
 */
export function writeCreds(home: Home, directory: string): string {
  const path = join(directory, 'creds.yml');
  if (path === home.creds) return path;
  try {
    const isThere = existsSync(path);
    if (isThere && !readFileSync(path, 'utf8').startsWith(firstLine)) return home.creds;
    // A link that leads nowhere is somebody's too.
    writeFileSync(path, readFileSync(home.creds), { mode: 0o600, flag: isThere ? 'w' : 'wx' });
    chmodSync(path, 0o600);
    return path;
  } catch (error) {
    if (unwritable.has((error as NodeJS.ErrnoException).code ?? '')) return home.creds;
    throw error;
  }
}
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOENT', 'EISDIR', 'ENOSPC', 'EDQUOT']);

function directorSan(): { dns: string[]; ips: string[] } {
  return { dns: [directorName, 'localhost'], ips: [...directorAddresses, '127.0.0.1', '::1'] };
}

async function ensurePair(paths: PairPaths, make: () => Promise<PemPair>): Promise<PemPair> {
  if (!existsSync(paths.certificate) || !existsSync(paths.privateKey)) {
    const pair = await make();
    writeFileSync(paths.privateKey, pair.privateKey.reveal(), { mode: 0o600 });
    writeFileSync(paths.certificate, pair.certificate);
  }
  return { certificate: readFileSync(paths.certificate, 'utf8'), privateKey: new Secret(readFileSync(paths.privateKey, 'utf8')) };
}

async function ensureFile(path: string, make: () => Promise<string>): Promise<void> {
  if (!existsSync(path)) writeFileSync(path, await make(), { mode: 0o600 });
}
