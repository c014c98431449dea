import { execFileSync } from 'node:child_process';
import { createSign, createVerify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generatePassword, generateRsaKeyPair, passwordHash, publicKeyOf } from './index.js';

describe('passwords', () => {
  it('are letters and digits of the length asked for, and differ', () => {
    expect(generatePassword().reveal()).toMatch(/^[a-z0-9]{20}$/);
    expect(generatePassword(64).reveal()).toHaveLength(64);
    expect(generatePassword().reveal()).not.toBe(generatePassword().reveal());
    expect(`${generatePassword()}`).toBe('<redacted>');
  });

  it.each(['c1oudc0w', 'pässwörd', 'x'.repeat(63), 'y'.repeat(64), 'z'.repeat(200)])("hash '%s' as openssl does", (password) => {
    const expected = execFileSync('openssl', ['passwd', '-6', '-salt', 'saltstring', '-stdin'], {
      input: `${password}\n`,
      encoding: 'utf8',
    });
    expect(passwordHash(password, 'saltstring')).toBe(expected.trim());
  });

  it('hash with a salt of their own unless one is given', () => {
    expect(passwordHash('a')).toMatch(/^\$6\$[./0-9A-Za-z]{16}\$[./0-9A-Za-z]{86}$/);
    expect(passwordHash('a')).not.toBe(passwordHash('a'));
  });
});

describe('an RSA key pair', () => {
  it('signs what its public half verifies', async () => {
    const { privateKey, publicKey } = await generateRsaKeyPair();
    const signature = createSign('RSA-SHA256').update('token').sign(privateKey.reveal());
    expect(createVerify('RSA-SHA256').update('token').verify(publicKey, signature)).toBe(true);
    expect(publicKeyOf(privateKey)).toBe(publicKey);
  });
});
