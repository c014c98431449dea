import { CodedError } from '@bosh6/base';
import { parseEndpoint } from '@bosh6/ip';
import { z } from 'zod';

const path = z.string().min(1);
const defaultPort = 4222;

const server = z.string().transform((text, context) => {
  try {
    return parseEndpoint(text, defaultPort);
  } catch (error) {
    if (!CodedError.is(error)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

const natsServer = z.object({
  /** As agents shall dial them: names, addresses in any spelling, either with a port. */
  servers: z.array(server).min(1),
  /** What the servers' configuration includes; the Director writes it. */
  usersFile: path,
  /** A command that has the servers read their configuration again. */
  reload: z.array(z.string().min(1)).min(1),
});

type Ca = { certificate: string; privateKey: string };
export type NatsServerConfig = z.output<typeof natsServer>;
export type BusConfig = { embedded: { port: number }; ca: Ca } | { natsServer: NatsServerConfig; ca: Ca };

/** The bus: a broker in the Director, or nats-server. The CA signs everybody's certificates. */
export const busSchema = z
  .object({
    embedded: z.object({ port: z.int().min(0).max(65535) }).optional(),
    natsServer: natsServer.optional(),
    ca: z.object({ certificate: path, privateKey: path }),
  })
  .transform(({ embedded, natsServer: server, ca }, context): BusConfig => {
    if (embedded !== undefined && server === undefined) return { embedded, ca };
    if (embedded === undefined && server !== undefined) return { natsServer: server, ca };
    context.addIssue({ code: 'custom', message: 'give one of `embedded` and `natsServer`' });
    return z.NEVER;
  });

export function absoluteBus(bus: BusConfig, at: (name: string) => string): BusConfig {
  const ca = { certificate: at(bus.ca.certificate), privateKey: at(bus.ca.privateKey) };
  return 'embedded' in bus ? { ...bus, ca } : { natsServer: { ...bus.natsServer, usersFile: at(bus.natsServer.usersFile) }, ca };
}
