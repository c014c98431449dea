import { realWorld, Secret, type World } from '@bosh6/base';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Lower-case letters and digits, each equally likely; 20 of them (about 103 bits) unless said, as BOSH's own generator makes. */
export function generatePassword(length = 20, world: World = realWorld()): Secret {
  let text = '';
  while (text.length < length) {
    for (const byte of world.bytes(length)) {
      // 252 is the largest multiple of 36 in a byte: higher values would favour the first letters.
      if (byte < 252 && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return new Secret(text);
}
