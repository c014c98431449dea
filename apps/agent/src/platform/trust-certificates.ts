import { access, constants, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CodedError } from '@bosh6/base';
import type { Log } from '../log.js';
import { runOk } from '../processes/run.js';

/** Where a machine's certificates of authorities are. */
export interface TrustStore {
  /** Directories for those that its owner adds; the first that can be written to is taken. */
  readonly additions: readonly string[];
  /** What programs read: all in one file, and each under its hash. */
  readonly certs: string;
  /** More words for update-ca-certificates. */
  readonly words?: readonly string[];
}

/** Debian's, with a place for machines whose /usr is read-only. */
export const systemTrust: TrustStore = {
  additions: ['/usr/local/share/ca-certificates', '/etc/ca-certificates/bosh'],
  certs: '/etc/ssl/certs',
};

const ours = /^bosh-trusted-cert-\d+\.crt$/;
const maxTries = 3;

/**
 * Has the machine's programs trust the certificates in `pem`, and of those that it was given before no other.
 * Throws CommandFailed when update-ca-certificates fails thrice, or takes longer than a minute each time.
 */
export async function trustCertificates(pem: string, log: Log, store = systemTrust): Promise<void> {
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  const directory = await firstWritable(store.additions);
  for (const name of await readdir(directory)) if (ours.test(name)) await rm(path.join(directory, name));
  for (const [index, text] of certificates.entries())
    await writeFile(path.join(directory, `bosh-trusted-cert-${index + 1}.crt`), `${text}\n`, { mode: 0o644 });
  await mkdir(store.certs, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rebuilt(path.join(store.certs, 'ca-certificates.crt'), async () => {
        await runOk(['update-ca-certificates', '-f', '--localcertsdir', directory, ...(store.words ?? [])], { timeoutMs: 60_000 });
      });
      return;
    } catch (error) {
      if (isMissing(error)) return withoutTool(certificates, log, store);
      if (attempt === maxTries) throw error;
    }
  }
}

/** Where there is no certificate at all any more, the tool leaves the file of all of them as it was. */
async function rebuilt(file: string, rebuild: () => Promise<void>): Promise<void> {
  const state = async (): Promise<string | undefined> =>
    stat(file).then(
      ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
      () => undefined,
    );
  const before = await state();
  await rebuild();
  if (before !== undefined && before === (await state())) await rm(file);
}

/** A machine without the tool has no store either: the certificates are there for who looks. */
async function withoutTool(certificates: readonly string[], log: Log, { certs }: TrustStore): Promise<void> {
  const file = path.join(certs, 'bosh-trusted-certs.pem');
  log.warn('there is no update-ca-certificates: the trusted certificates are in a file only', { file });
  if (certificates.length > 0) await writeFile(file, `${certificates.join('\n')}\n`, { mode: 0o644 });
  else await rm(file, { force: true });
}

async function firstWritable(directories: readonly string[]): Promise<string> {
  let failure: unknown;
  for (const directory of directories) {
    try {
      await mkdir(directory, { recursive: true });
      await access(directory, constants.W_OK);
      return directory;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function isMissing(error: unknown): boolean {
  return CodedError.is(error, 'CommandFailed') && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
}
