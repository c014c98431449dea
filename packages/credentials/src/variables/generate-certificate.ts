import { isJsonObject, type Json, Secret, type World } from '@bosh6/base';
import { IpAddress } from '@bosh6/ip';
import { z } from 'zod';
import { createCa, issue } from '../certificate.js';
import { fail } from '../errors.js';
import type { ExtendedKeyUsage, KeyUsage, NameParts, PemPair } from '../types.js';
import type { Definition } from './generate-variable.js';
import { optionsOf } from './options-of.js';

const keyUsages: Readonly<Record<string, KeyUsage>> = {
  digital_signature: 'digitalSignature',
  non_repudiation: 'nonRepudiation',
  key_encipherment: 'keyEncipherment',
  data_encipherment: 'dataEncipherment',
  key_agreement: 'keyAgreement',
  key_cert_sign: 'keyCertSign',
  crl_sign: 'cRLSign',
  encipher_only: 'encipherOnly',
  decipher_only: 'decipherOnly',
};
const extendedKeyUsages: Readonly<Record<string, ExtendedKeyUsage>> = {
  server_auth: 'serverAuth',
  client_auth: 'clientAuth',
  code_signing: 'codeSigning',
  email_protection: 'emailProtection',
  timestamping: 'timeStamping',
};
const named = <T>(names: Readonly<Record<string, T>>) =>
  z.array(z.enum(Object.keys(names)).transform((name) => names[name] as T)).optional();
const text = z.string().min(1).optional();
const options = z.object({
  common_name: text,
  organization: text,
  organization_unit: text,
  locality: text,
  state: text,
  country: text,
  alternative_names: z.array(z.coerce.string()).default([]),
  key_usage: named(keyUsages),
  extended_key_usage: named(extendedKeyUsages),
  key_length: z.union([z.literal(2048), z.literal(3072), z.literal(4096)]).default(2048),
  duration: z.number().positive().optional(),
  is_ca: z.boolean().default(false),
  self_sign: z.boolean().default(false),
  ca: text,
});

/**
 * A certificate with a new RSA key: signed by the variable that `ca` names, by itself when it is a CA or `self_sign` says so. A CA may sign further ones.
 * `ca` of the value is who signed it. Throws 540005.
 */
export async function generateCertificate(
  definition: Definition,
  lookUpValue: (name: string) => Json | undefined,
  world: World,
): Promise<Json> {
  const asked = optionsOf(definition, options);
  const ca = asked.ca === undefined ? undefined : authority(definition, asked.ca, lookUpValue);
  if (ca === undefined && !asked.is_ca && !asked.self_sign) {
    const { name, pointer } = definition;
    throw fail('VariableUnsupported', `certificate '${name}' needs an authority`, {
      where: { pointer },
      hint: 'name one with `options.ca`, or say `is_ca: true` or `self_sign: true`',
    });
  }
  const isIp = (name: string): boolean => IpAddress.tryParse(name) !== undefined;
  const names = asked.alternative_names;
  const common = {
    dn: nameOf(asked, definition.name),
    san: { dns: names.filter((each) => !isIp(each)), ips: names.filter(isIp) },
    key: `rsa-${asked.key_length}` as const,
    world,
    ...(asked.duration === undefined ? {} : { days: asked.duration }),
    ...(asked.key_usage === undefined ? {} : { keyUsage: asked.key_usage }),
    ...(asked.extended_key_usage === undefined ? {} : { extendedKeyUsage: asked.extended_key_usage }),
    ...(ca === undefined ? {} : { ca }),
  };
  const made = asked.is_ca ? await createCa('', { ...common, chains: true }) : await issue({ ...common, usage: 'server' });
  return { ca: ca?.certificate ?? made.certificate, certificate: made.certificate, private_key: made.privateKey.reveal() };
}

function authority({ name, pointer }: Definition, wanted: string, lookUpValue: (name: string) => Json | undefined): PemPair {
  const ca = lookUpValue(wanted);
  if (isJsonObject(ca) && typeof ca.certificate === 'string' && typeof ca.private_key === 'string')
    return { certificate: ca.certificate, privateKey: new Secret(ca.private_key) };
  throw fail('VariableUnsupported', `certificate '${name}' needs an authority: '${wanted}' is not a certificate defined before it`, {
    where: { pointer: `${pointer}/options/ca` },
    hint: 'put the variable that `options.ca` names before it, with `is_ca: true`',
  });
}

function nameOf(asked: z.output<typeof options>, name: string): NameParts {
  const parts = [
    ['C', asked.country],
    ['ST', asked.state],
    ['L', asked.locality],
    ['O', asked.organization],
    ['OU', asked.organization_unit],
    ['CN', asked.common_name ?? name],
  ] as const;
  return parts.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}
