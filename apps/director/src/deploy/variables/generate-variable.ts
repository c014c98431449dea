import { isJsonObject, type Json, type JsonObject, Secret, type World } from '@bosh6/base';
import { createCa, generatePassword, generateRsaKeyPair, type IssueOptions, issue } from '@bosh6/credentials';
import { IpAddress } from '@bosh6/ip';
import { fail } from '../errors.js';

export interface Definition {
  name: string;
  type: string;
  options: JsonObject;
  pointer: string;
}

/** Makes the value of a variable. `lookUpValue` gives the certificate authorities that come before it. Throws 540005 for types it does not know. */
export async function generateVariable(
  definition: Definition,
  lookUpValue: (name: string) => Json | undefined,
  world: World,
): Promise<Json> {
  const { name, type, options, pointer } = definition;
  switch (type) {
    case 'password':
      return generatePassword(typeof options.length === 'number' ? options.length : 20, world).reveal();
    case 'rsa': {
      const { privateKey, publicKey } = await generateRsaKeyPair(2048);
      return { private_key: privateKey.reveal(), public_key: publicKey };
    }
    case 'certificate':
      return certificate(definition, lookUpValue, world);
    default:
      throw fail('VariableUnsupported', `variable '${name}' has type '${type}', which cannot be generated`, {
        where: { pointer },
        hint: "use 'password', 'certificate' or 'rsa', or give the value with -v",
      });
  }
}

async function certificate(
  { name, options, pointer }: Definition,
  lookUpValue: (name: string) => Json | undefined,
  world: World,
): Promise<Json> {
  const commonName = typeof options.common_name === 'string' ? options.common_name : name;
  const days = typeof options.duration === 'number' ? { days: options.duration } : {};
  if (options.is_ca === true && options.ca === undefined) {
    const made = await createCa(commonName, { world, ...days });
    return { ca: made.certificate, certificate: made.certificate, private_key: made.privateKey.reveal() };
  }
  const ca = typeof options.ca === 'string' ? lookUpValue(options.ca) : undefined;
  if (!isJsonObject(ca) || typeof ca.certificate !== 'string' || typeof ca.private_key !== 'string') {
    throw fail(
      'VariableUnsupported',
      `certificate '${name}' needs an authority: '${String(options.ca)}' is not a certificate defined before it`,
      {
        where: { pointer },
        hint: 'put the variable that `options.ca` names before it, with `is_ca: true`',
      },
    );
  }
  const names = Array.isArray(options.alternative_names) ? options.alternative_names.map(String) : [];
  const isIp = (text: string): boolean => IpAddress.tryParse(text) !== undefined;
  const usages = Array.isArray(options.extended_key_usage) ? options.extended_key_usage : [];
  const ask: IssueOptions = {
    ca: { certificate: ca.certificate, privateKey: new Secret(ca.private_key) },
    commonName,
    san: { dns: names.filter((each) => !isIp(each)), ips: names.filter(isIp) },
    usage: usages.includes('client_auth') && !usages.includes('server_auth') ? 'client' : 'server',
    world,
    ...days,
  };
  const made = await issue(ask);
  return { ca: ca.certificate, certificate: made.certificate, private_key: made.privateKey.reveal() };
}
