import type { Json, JsonObject, World } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import { generateRsaKeyPair } from '../key.js';
import { generatePassword } from '../password.js';
import { passwordHash } from '../sha512-crypt.js';
import { generateSshKeyPair } from '../ssh-key.js';
import { generateCertificate } from './generate-certificate.js';
import { optionsOf } from './options-of.js';

/** A typed variable, as manifests define them (formats reference 3.8). */
export interface Definition {
  name: string;
  type: string;
  options: JsonObject;
  /** Where it stands, for errors. */
  pointer: string;
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const flag = z.boolean().optional();
const passwordOptions = z.object({
  length: z.int().min(1).max(200).optional(),
  exclude_lower: flag,
  exclude_number: flag,
  exclude_upper: flag,
  include_special: flag,
});
const userOptions = passwordOptions.extend({ username: z.string().min(1).optional() });
const keyOptions = z.object({ key_length: z.union([z.literal(2048), z.literal(3072), z.literal(4096)]).default(2048) });

/** Makes the value of a variable. `lookUpValue` gives the certificate authorities that come before it. Throws 540005 for types and options that it does not know. */
export async function generateVariable(
  definition: Definition,
  lookUpValue: (name: string) => Json | undefined,
  world: World,
): Promise<Json> {
  const { name, type, pointer } = definition;
  switch (type) {
    case 'password':
      return password(optionsOf(definition, passwordOptions), world);
    case 'user': {
      const { username, ...options } = optionsOf(definition, userOptions);
      const text = password(options, world);
      return {
        username: username ?? generatePassword(20, world, lower).reveal(),
        password: text,
        password_hash: passwordHash(text, undefined, world),
      };
    }
    case 'rsa': {
      const { privateKey, publicKey } = await generateRsaKeyPair(optionsOf(definition, keyOptions).key_length);
      return { private_key: privateKey.reveal(), public_key: publicKey };
    }
    case 'ssh': {
      const { privateKey, publicKey, fingerprint } = await generateSshKeyPair(optionsOf(definition, keyOptions).key_length);
      return { private_key: privateKey.reveal(), public_key: publicKey, public_key_fingerprint: fingerprint };
    }
    case 'certificate':
      return generateCertificate(definition, lookUpValue, world);
    default:
      throw fail('VariableUnsupported', `variable '${name}' has type '${type}', which cannot be generated`, {
        where: { pointer: `${pointer}/type` },
        hint: "use 'password', 'user', 'certificate', 'rsa' or 'ssh', or give the value with -v",
      });
  }
}

/** BOSH's own generator uses lower-case letters and digits; who says a word about characters gets upper-case ones too. */
function password(options: z.output<typeof passwordOptions>, world: World): string {
  const { length = 20, ...said } = options;
  if (Object.values(said).every((value) => value === undefined)) return generatePassword(length, world).reveal();
  const alphabet = [
    ...(said.exclude_lower === true ? [] : [lower]),
    ...(said.exclude_upper === true ? [] : [lower.toUpperCase()]),
    ...(said.exclude_number === true ? [] : [digits]),
    ...(said.include_special === true ? ['!"#$%&()*,-./:;<=>?@[]^_`{|}~'] : []),
  ].join('');
  return generatePassword(length, world, alphabet === '' ? lower : alphabet).reveal();
}
