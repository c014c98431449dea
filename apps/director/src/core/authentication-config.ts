import { z } from 'zod';

const path = z.string().min(1);

/** A UAA beside the Director: where it is, and what its tokens are checked with. */
const externalUaa = z
  .strictObject({
    /** The first is the one that clients are sent to. */
    urls: z.array(z.url({ protocol: /^https$/ })).min(1),
    /** PEM files: several while the UAA's key changes. */
    publicKey: z.union([path, z.array(path).min(1)]).optional(),
    /** A file with the secret of HS256 tokens. */
    symmetricKey: path.optional(),
    /** If given, tokens must name it. */
    audience: z.string().min(1).optional(),
    issuer: z.string().min(1).optional(),
  })
  .refine((uaa) => (uaa.publicKey === undefined) !== (uaa.symmetricKey === undefined), 'one of `publicKey` and `symmetricKey` is needed');

/** Who checks people's passwords: the Director's own token service unless `options` name another UAA, or the Director itself at each request. */
export const userAuthenticationSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('uaa'), options: externalUaa.optional() }),
    z.strictObject({ type: z.literal('basic') }),
  ])
  .default({ type: 'uaa' });

export type UserAuthentication = z.output<typeof userAuthenticationSchema>;
export type ExternalUaa = z.output<typeof externalUaa>;

/** What the Director's own tokens are signed with. Once `privateKey` is another one, tokens of `previous` ones hold until they end. */
export const tokenKeySchema = z.object({ privateKey: path, previous: z.array(path).default([]) });

/** How long the Director's own tokens hold, in seconds. */
export const tokenSecondsSchema = z
  .object({ access: z.int().min(10).max(86_400).default(600), refresh: z.int().min(60).max(31_536_000).default(86_400) })
  .prefault({});

/** With absolute paths. */
export function absoluteAuthentication(config: UserAuthentication, at: (path: string) => string): UserAuthentication {
  if (config.type !== 'uaa' || config.options === undefined) return config;
  const { publicKey, symmetricKey, ...rest } = config.options;
  const keys = {
    ...(publicKey === undefined ? {} : { publicKey: [publicKey].flat().map(at) }),
    ...(symmetricKey === undefined ? {} : { symmetricKey: at(symmetricKey) }),
  };
  return { ...config, options: { ...rest, ...keys } };
}
