import { CodedError } from '@bosh6/base';
import { parseEndpoint } from '@bosh6/ip';
import { z } from 'zod';

const path = z.string().min(1);
const host = z.string().min(1);
const defaultPort = 5432;

/** A name, an address in any spelling, either with a port; or the directory of a Unix socket. */
function server(text: string, port: number): { host: string; port: number } {
  return text.startsWith('/') ? { host: text, port } : parseEndpoint(text, port);
}

const sqlite = z.object({ type: z.literal('sqlite'), path });

const postgres = z
  .object({
    type: z.literal('postgres'),
    /** Several are tried in order until one can be written to. */
    host: z.union([host, z.array(host).min(1)]).default('localhost'),
    port: z.int().min(1).max(65535).default(defaultPort),
    name: z.string().min(1).default('bosh6'),
    user: z.string().min(1).default('bosh6'),
    /** Read anew for each connection, so a password can change. */
    passwordFile: path.optional(),
    /** Without it the connection is plain. Without `ca` the system's authorities are trusted. */
    tls: z.object({ ca: path.optional(), certificate: path.optional(), privateKey: path.optional() }).optional(),
    /** Connections of this Director at most. */
    pool: z.int().min(2).max(100).default(10),
  })
  .transform(({ host: hosts, port, ...rest }, context) => {
    const servers: { host: string; port: number }[] = [];
    for (const [index, text] of [hosts].flat().entries()) {
      const pointer = Array.isArray(hosts) ? ['host', index] : ['host'];
      const refuse = (message: string): void => void context.addIssue({ code: 'custom', path: pointer, message });
      try {
        servers.push(server(text, port));
      } catch (error) {
        if (!CodedError.is(error)) throw error;
        refuse(error.message);
      }
      if (text.startsWith('/') && rest.tls !== undefined) refuse('PostgreSQL has no TLS on a Unix socket; leave `tls` out');
    }
    if ((rest.tls?.certificate === undefined) !== (rest.tls?.privateKey === undefined)) {
      context.addIssue({ code: 'custom', path: ['tls'], message: '`certificate` and `privateKey` go together' });
    }
    return { ...rest, hosts: servers };
  });

export const databaseSchema = z.discriminatedUnion('type', [sqlite, postgres]);

export type DatabaseConfig = z.output<typeof databaseSchema>;
export type PostgresConfig = Extract<DatabaseConfig, { type: 'postgres' }>;

/** With absolute paths. */
export function absoluteDatabase(config: DatabaseConfig, at: (path: string) => string): DatabaseConfig {
  if (config.type === 'sqlite') return { ...config, path: at(config.path) };
  const { passwordFile, tls } = config;
  const files = Object.fromEntries(Object.entries(tls ?? {}).flatMap(([key, file]) => (file === undefined ? [] : [[key, at(file)]])));
  return {
    ...config,
    ...(passwordFile === undefined ? {} : { passwordFile: at(passwordFile) }),
    ...(tls === undefined ? {} : { tls: files }),
  };
}
