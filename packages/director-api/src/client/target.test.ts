import { describe, expect, it } from 'vitest';
import { parseTarget } from './target.js';

describe('parseTarget', () => {
  it.each([
    ['10.0.9.151', 'https://10.0.9.151:25555'],
    ['https://director.example/any/path', 'https://director.example:25555'],
    ['director.example:1234', 'https://director.example:1234'],
    ['::1', 'https://[::1]:25555'],
    ['[::1]', 'https://[::1]:25555'],
    ['[::1]:1234', 'https://[::1]:1234'],
    ['https://[fd00::1]', 'https://[fd00::1]:25555'],
    ['https://[FD00:0::1]:25555', 'https://[fd00::1]:25555'],
    ['2601:0646:0100:69f1:0000:0000:0000:0151', 'https://[2601:646:100:69f1::151]:25555'],
  ])('%s', (text, origin) => expect(parseTarget(text)).toMatchObject({ origin, text }));

  it.each(['', '::1:99999', 'a b', 'https://:25555'])('refuses %j', (text) => {
    expect(() => parseTarget(text)).toThrow(expect.objectContaining({ code: 'InvalidDirectorUrl' }));
  });
});
