import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { IpAddress } from '@bosh6/ip';
import { z } from 'zod';
import { fail } from '../errors.js';
import { absoluteAuthentication, tokenKeySchema, tokenSecondsSchema, userAuthenticationSchema } from './authentication-config.js';
import { absoluteBus, busSchema } from './bus-config.js';
import { absoluteDatabase, databaseSchema } from './database-config.js';
import { absoluteHealthMonitor, healthMonitorSchema } from './health-config.js';
import { absoluteMetrics, metricsSchema } from './metrics-config.js';
import { absoluteTrustedCerts, trustedCertsSchema } from './trusted-certs-config.js';

const path = z.string().min(1);

/** Any spelling of an address, kept in the one of RFC 5952. */
const endpoint = z
  .object({ family: z.union([z.literal(4), z.literal(6)]), address: z.string() })
  .transform(({ family, address }, context) => {
    const parsed = IpAddress.tryParse(address);
    if (parsed?.family === family) return { family, address: parsed.toString() };
    context.addIssue({ code: 'custom', path: ['address'], message: `'${address}' is not an IPv${family} address` });
    return z.NEVER;
  });

/** What a Director may be: who answers requests, who runs tasks, who watches the VMs. */
export const roles = ['api', 'worker', 'health-monitor'] as const;
export type Role = (typeof roles)[number];

const schema = z
  .object({
    name: z.string().min(1),
    stateDir: path,
    port: z.int().min(0).max(65535).default(25555),
    listen: z.array(z.string()).min(1).default(['::']),
    endpoints: z.array(endpoint).default([]),
    names: z.array(z.string().toLowerCase()).default([]),
    /** IPv4 subnets may do without a gateway too, as with `director.ignore_missing_gateway`. */
    ignoreMissingGateway: z.boolean().default(false),
    tls: z.object({ certificate: path, privateKey: path, ca: path }),
    database: databaseSchema,
    blobstore: z.object({ path }),
    bus: busSchema,
    userAuthentication: userAuthenticationSchema,
    /** The files hold the password or secret itself, or its hash as `main.js --hash-secret` makes it. */
    users: z
      .array(z.object({ name: z.string().min(1), passwordFile: path, scopes: z.array(z.string()).default(['bosh.admin']) }))
      .default([]),
    clients: z
      .array(z.object({ name: z.string().min(1), secretFile: path, scopes: z.array(z.string()).default(['bosh.admin']) }))
      .default([]),
    cpi: z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).default({}) }),
    tokenKey: tokenKeySchema.optional(),
    tokenSeconds: tokenSecondsSchema,
    logFile: path.optional(),
    /** Certificates trusted when releases and stemcells are downloaded, besides the system's. */
    downloadCa: path.optional(),
    trustedCerts: trustedCertsSchema,
    healthMonitor: healthMonitorSchema,
    metrics: metricsSchema.optional(),
    /** The largest release or stemcell that may be uploaded. */
    maxUploadBytes: z
      .int()
      .min(1)
      .default(10_000 * 1024 * 1024),
    /** Only for tests: a file that, while it is there, has the Director kill itself at a step of a task. */
    failpoints: z.object({ file: path }).optional(),
    workers: z.int().min(1).max(64).default(3),
    roles: z
      .array(z.enum(roles))
      .min(1)
      .default([...roles]),
  })
  .superRefine(({ roles: some, database, bus, port }, context) => {
    if (roles.every((role) => some.includes(role))) return;
    const lacking = [database.type === 'postgres' ? [] : ['database.type postgres'], 'natsServer' in bus ? [] : ['bus.natsServer']].flat();
    if (lacking.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['roles'],
        message: `a Director of some roles shares its work with others, and needs ${lacking.join(' and ')}`,
      });
    if (port === 0)
      context.addIssue({ code: 'custom', path: ['port'], message: 'each process must know the port of the one that answers' });
  });

/** Where the Director is, what it may use. Paths are absolute after reading. */
export type DirectorConfig = z.output<typeof schema>;

/** Reads the Director's JSON configuration; relative paths count from the file's directory. */
export async function readConfig(file: string): Promise<DirectorConfig> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw fail('ConfigUnreadable', `the configuration '${file}' cannot be read`, { cause });
  });
  return parseConfig(text, file);
}

export function parseConfig(text: string, file: string): DirectorConfig {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fail('ConfigInvalid', `'${file}' is not JSON`, { cause, where: { document: file } });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const pointer = (issue?.path ?? []).map((part) => `/${String(part)}`).join('');
    const why = issue?.message ?? 'invalid';
    throw fail('ConfigInvalid', `'${file}': ${pointer || 'the document'}: ${why}`, {
      where: { document: file, pointer },
      details: { why },
    });
  }
  return absolute(parsed.data, dirname(resolve(file)));
}

function absolute(config: DirectorConfig, base: string): DirectorConfig {
  const at = (name: string): string => resolve(base, name);
  const { tokenKey } = config;
  return {
    ...config,
    stateDir: at(config.stateDir),
    tls: { certificate: at(config.tls.certificate), privateKey: at(config.tls.privateKey), ca: at(config.tls.ca) },
    database: absoluteDatabase(config.database, at),
    blobstore: { path: at(config.blobstore.path) },
    bus: absoluteBus(config.bus, at),
    users: config.users.map((user) => ({ ...user, passwordFile: at(user.passwordFile) })),
    clients: config.clients.map((client) => ({ ...client, secretFile: at(client.secretFile) })),
    ...(config.metrics === undefined ? {} : { metrics: absoluteMetrics(config.metrics, at) }),
    healthMonitor: absoluteHealthMonitor(config.healthMonitor, at),
    userAuthentication: absoluteAuthentication(config.userAuthentication, at),
    ...(tokenKey === undefined ? {} : { tokenKey: { privateKey: at(tokenKey.privateKey), previous: tokenKey.previous.map(at) } }),
    trustedCerts: absoluteTrustedCerts(config.trustedCerts, at),
    ...(config.logFile === undefined ? {} : { logFile: at(config.logFile) }),
    ...(config.downloadCa === undefined ? {} : { downloadCa: at(config.downloadCa) }),
  };
}
