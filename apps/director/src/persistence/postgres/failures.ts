import { CodedError } from '@bosh6/base';
import { formatEndpoint } from '@bosh6/ip';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import type { PostgresConfig } from '../../core/database-config.js';
import { fail } from '../../errors.js';

/** Of PostgreSQL's appendix A and of Node; a driver's error has either in `code`. */
const codeOf = (error: unknown): string => {
  const code: unknown = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};
const isState = (code: string): boolean => /^[\dA-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code);

/** The server ends the session, or the session's end was not seen. */
const lostStates = new Set(['57P01', '57P02', '57P05', '25P03', '08000', '08003', '08006', '08P01']);

/** What to say when no session could be had. */
export function connectFailure(error: unknown, config: PostgresConfig): CodedError {
  if (CodedError.is(error)) return error;
  const { name, user } = config;
  const where = serversOf(config);
  const code = codeOf(error);
  const told = `${code || 'no code'}: ${error instanceof Error ? error.message : String(error)}`;
  const because = { cause: error, details: { code } };
  switch (code) {
    case '28P01':
    case '28000':
      return fail('DatabaseLoginRefused', `PostgreSQL ${where} refuses the user '${user}' (${code})`, {
        ...because,
        hint: `check the password in ${config.passwordFile ?? '`database.passwordFile`, which is not set'}, and that pg_hba.conf lets '${user}' use '${name}'${config.tls ? '' : '; it may ask for TLS: set `database.tls`'}`,
      });
    case '3D000':
      return fail('DatabaseMissing', `PostgreSQL ${where} has no database '${name}'`, {
        ...because,
        hint: `as its administrator: createdb --owner=${user} --encoding=UTF8 --template=template0 ${name}`,
      });
    case '42501':
      return fail('DatabasePrivilegeMissing', `the user '${user}' may not do in '${name}' what the Director needs`, {
        ...because,
        hint: `as the administrator: ALTER DATABASE ${name} OWNER TO ${user}`,
      });
    case '57P03':
      return fail('DatabaseUnreachable', `PostgreSQL ${where} starts or stops just now`, { ...because, hint: 'wait until it is ready' });
    case '53300':
      return fail('DatabaseUnreachable', `PostgreSQL ${where} has no connection left`, {
        ...because,
        hint: `raise its max_connections, or lower \`database.pool\` (${config.pool}) of its Directors`,
      });
  }
  if (/^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|UNABLE_TO|DEPTH_ZERO)/.test(code)) {
    return fail('DatabaseTlsRefused', `the certificate of PostgreSQL ${where} is not trusted (${told})`, {
      ...because,
      hint: '`database.tls.ca` must be the authority that issued it, and the host as configured must be among its names',
    });
  }
  return fail('DatabaseUnreachable', `PostgreSQL ${where} cannot be reached (${told})`, { ...because, hint: reachHint(code, config) });
}

/** What to say when a statement failed. Its parameters may be secrets, so they go nowhere. */
export function statementFailure(error: unknown, config: PostgresConfig): Error {
  if (error instanceof QueryRunnerAlreadyReleasedError) return lost(config, error);
  if (!(error instanceof QueryFailedError)) {
    // TypeORM lets the driver's own error through when a connection cannot be had, and nothing else has a code.
    return codeOf(error) === '' && !(error instanceof Error) ? new Error(String(error)) : connectFailure(error, config);
  }
  return driverFailure(error.driverError, config);
}

/** The same, of an error that the driver itself gave for a statement. */
export function driverFailure(error: unknown, config: PostgresConfig): Error {
  if (CodedError.is(error)) return error;
  const code = codeOf(error);
  if (!isState(code) || lostStates.has(code)) return lost(config, error);
  if (code === '42501' || code === '57P03') return connectFailure(error, config);
  if (code === '55P03') {
    return fail('DatabaseBusy', `another Director has been writing to '${config.name}' for too long`, {
      hint: 'see pg_stat_activity for who waits and who holds, then run the command again',
      details: { code },
    });
  }
  const { message, constraint, table, column } = error as Record<string, unknown>;
  // A server that became a standby says the same as a reader that wants to write.
  if (code === '25006') return fail('DatabaseReadOnly', `PostgreSQL refuses to write (${String(message)})`, { details: { code } });
  return fail('DatabaseStatementFailed', `PostgreSQL: ${code}: ${String(message)}`, { details: { code, constraint, table, column } });
}

export function lost(config: PostgresConfig, cause: unknown, when = ''): CodedError {
  const told = cause instanceof Error ? ` (${cause.message})` : '';
  return fail('DatabaseConnectionLost', `the connection to PostgreSQL ${serversOf(config)} was lost${when && ` ${when}`}${told}`, {
    cause,
    details: { code: codeOf(cause) },
  });
}

function serversOf({ hosts }: PostgresConfig): string {
  return hosts.map(({ host, port }) => `at ${host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : formatEndpoint(host, port)}`).join(' or ');
}

function reachHint(code: string, { hosts, tls }: PostgresConfig): string {
  if (hosts.some(({ host }) => host.startsWith('/')))
    return 'is it running, with this unix_socket_directories, and may this user open the socket?';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'check the name in `database.host`';
  if (code === '' && tls !== undefined) return 'does it offer TLS (ssl = on)? else leave `database.tls` out';
  return 'is it running, does listen_addresses name this address, and does a firewall let port and family through?';
}
