import { describe, expect, it } from 'vitest';
import { hashSecret } from './hash-secret.js';
import { StoredSecret } from './stored-secret.js';

describe('a secret of the configuration', () => {
  it.each([
    ['itself', 'correct horse'],
    ['its hash', hashSecret('correct horse')],
  ])('as %s is checked, and remembered once it was right', async (_form, text) => {
    const secret = StoredSecret.parse(text, 'file');
    expect(secret.remembers('correct horse')).toBe(false);
    for (const wrong of ['', 'correct', 'correct horse ', text === 'correct horse' ? 'x' : text]) {
      expect(await secret.matches(wrong)).toBe(false);
      expect(secret.remembers(wrong)).toBe(false);
    }
    expect(await secret.matches('correct horse')).toBe(true);
    expect(secret.remembers('correct horse')).toBe(true);
    expect(secret.remembers('correct')).toBe(false);
  });

  it('that is empty is nobody’s', async () => {
    expect(await StoredSecret.parse('', 'file').matches('')).toBe(false);
    expect(await StoredSecret.parse(hashSecret(''), 'file').matches('')).toBe(false);
  });

  it('is hashed differently each time', () => {
    expect(hashSecret('x')).not.toBe(hashSecret('x'));
    expect(hashSecret('x')).toMatch(/^\$scrypt\$ln=15,r=8,p=1\$/);
  });

  it.each(['$scrypt$', '$scrypt$ln=15,r=8,p=1$salt$', '$scrypt$ln=0,r=8,p=1$c2FsdA$aGFzaA', '$scrypt$ln=20,r=99,p=1$c2FsdA$aGFzaA'])(
    'like %j is refused',
    (text) => {
      expect(() => StoredSecret.parse(text, 'file')).toThrow(expect.objectContaining({ code: 'ConfigInvalid' }));
    },
  );
});
