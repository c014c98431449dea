import { createHash } from 'node:crypto';
import { realWorld, Secret, type World } from '@bosh6/base';

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const rounds = 5000;

/** The password as crypt(3) scheme 6 for a VM's shadow file. `salt` is up to 16 characters of `[./0-9A-Za-z]`, random unless given. */
export function passwordHash(password: Secret | string, salt?: string, world: World = realWorld()): string {
  const text = typeof password === 'string' ? password : password.reveal();
  const chosen = (salt ?? [...world.bytes(16)].map((byte) => alphabet[byte & 63]).join('')).slice(0, 16);
  return `$6$${chosen}$${encode(digest(Buffer.from(text), Buffer.from(chosen)))}`;
}

// The steps and their numbers are those of "Unix crypt using SHA-256 and SHA-512", version 0.6, U. Drepper.
function digest(key: Buffer, salt: Buffer): Buffer {
  const b = sha(key, salt, key);
  const a = createHash('sha512').update(key).update(salt).update(repeat(b, key.length)); // 1-3, 9-10
  for (let bits = key.length; bits > 0; bits >>= 1) a.update((bits & 1) === 1 ? b : key); // 11
  let result: Buffer = a.digest(); // 12
  const p = repeat(sha(...Array<Buffer>(key.length).fill(key)), key.length); // 13-16
  const s = repeat(sha(...Array<Buffer>(16 + (result[0] ?? 0)).fill(salt)), salt.length); // 17-20
  for (let round = 0; round < rounds; round++) {
    const odd = (round & 1) === 1;
    const step = createHash('sha512').update(odd ? p : result); // 21
    if (round % 3 !== 0) step.update(s);
    if (round % 7 !== 0) step.update(p);
    result = step.update(odd ? result : p).digest();
  }
  return result;
}

function sha(...parts: Buffer[]): Buffer {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function repeat(block: Buffer, length: number): Buffer {
  return Buffer.concat(Array<Buffer>(Math.ceil(length / 64)).fill(block)).subarray(0, length);
}

// 22: three bytes at a time, taken 21 apart, rotating.
function encode(bytes: Buffer): string {
  let text = '';
  for (let i = 0; i < 21; i++) {
    const order = [i, i + 21, i + 42];
    const at = (n: number): number => bytes[order[(n + i) % 3] ?? 0] ?? 0;
    text += group((at(0) << 16) | (at(1) << 8) | at(2), 4);
  }
  return text + group(bytes[63] ?? 0, 2);
}

function group(value: number, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += alphabet[(value >> (6 * i)) & 63];
  return text;
}
