import { realWorld, Secret, type World } from '@bosh6/base';

const usual = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Characters of the alphabet, each equally likely; 20 lower-case letters and digits (about 103 bits) unless said, as BOSH's own generator makes. */
export function generatePassword(length = 20, world: World = realWorld(), alphabet = usual): Secret {
  let text = '';
  const bound = 256 - (256 % alphabet.length);
  while (text.length < length) {
    for (const byte of world.bytes(length)) {
      // Values from there on would favour the first letters.
      if (byte < bound && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return new Secret(text);
}
