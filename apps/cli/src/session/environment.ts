import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { Secret } from '@bosh6/base';
import type { Credentials, Director } from '@bosh6/director-api/client';
import { readClaims } from '@bosh6/director-api/client/credentials';
import { directorUrl } from '@bosh6/director-api/client/target';
import { fail } from '../errors.js';
import type { ConfigFile } from './config-file.js';

export interface EnvironmentFlags {
  readonly environment?: string | undefined;
  readonly 'ca-cert'?: string | undefined;
  readonly client?: string | undefined;
  readonly 'client-secret'?: string | undefined;
}

/** Which Director, whom it trusts, and who speaks (as bosh-cli). */
export interface Environment {
  /** As given or kept; IPv6 literals always in their URL form. */
  readonly url: string;
  /** PEM text. */
  readonly ca?: string;
  readonly credentials: Credentials;
  /** `user 'admin' (openid, bosh.admin)`, `client 'x'`, `anonymous user`. */
  readonly who: string;
}

/** Errors: NoEnvironment, UnreadableFile. */
export function resolveEnvironment(flags: EnvironmentFlags, config: ConfigFile): Environment {
  const given = flags.environment;
  if (given === undefined || given === '') throw fail('NoEnvironment', 'no Director was named');
  const entry = config.find(given);
  const ca = flags['ca-cert'] === undefined || flags['ca-cert'] === '' ? entry?.ca_cert : readCa(flags['ca-cert']);
  const client =
    flags.client === undefined || flags.client === '' ? undefined : { client: flags.client, secret: flags['client-secret'] ?? '' };
  const stored = entry?.username === undefined ? undefined : { client: entry.username, secret: entry.password ?? '' };
  const speaks = client ?? (entry?.refresh_token === undefined ? stored : undefined);
  const credentials: Credentials =
    speaks !== undefined
      ? { kind: 'client', client: speaks.client, secret: new Secret(speaks.secret) }
      : entry?.refresh_token !== undefined
        ? {
            kind: 'user',
            tokens: {
              tokenType: entry.access_token_type ?? 'bearer',
              accessToken: entry.access_token ?? '',
              refreshToken: entry.refresh_token,
            },
          }
        : { kind: 'anonymous' };
  return { url: directorUrl(entry?.url ?? given), ...(ca === undefined ? {} : { ca }), credentials, who: describeWho(credentials) };
}

export function describeWho(credentials: Credentials): string {
  if (credentials.kind === 'anonymous') return 'anonymous user';
  if (credentials.kind === 'client') return `client '${credentials.client}'`;
  const claims = readClaims(credentials.tokens.refreshToken ?? '');
  return claims === undefined ? "'?'" : `user '${claims.userName ?? ''}' (${claims.scopes.join(', ')})`;
}

/** PEM text as it is, or the file of that path. */
export function readCa(given: string, flag = '--ca-cert'): string {
  if (given.includes('BEGIN')) return given;
  const path = given.replace(/^~(?=\/|$)/, homedir());
  const hint = `give ${flag} PEM text or the path of a file`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw fail('UnreadableFile', `the CA certificate ${path} cannot be read`, { cause, hint });
  }
  if (/^-----BEGIN (?:TRUSTED )?CERTIFICATE-----/m.test(text)) return text;
  const inside = text.includes('BEGIN CERTIFICATE')
    ? `; of one inside of YAML, take it out: \`bosh6 int --path /director_ssl/ca ${path}\``
    : '';
  throw fail('UnreadableFile', `${path} holds no PEM certificate`, { hint: hint + inside });
}

/** Connects, and says so: `Using environment 'URL' as WHO`. */
export async function announce(director: Director, environment: Environment, say: (line: string) => void): Promise<void> {
  await director.info();
  say(`Using environment '${environment.url}' as ${environment.who}`);
}
