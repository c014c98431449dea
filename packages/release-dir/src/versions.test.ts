import { describe, expect, it } from 'vitest';
import { nextDevVersion, nextFinalVersion } from './versions.js';

describe('the next version', () => {
  it.each([
    [[], '0+dev.1'],
    [['0+dev.9'], '0+dev.10'],
    [['1', '0+dev.9'], '1+dev.1'],
    [['1.2-rc.1'], '1.2-rc.1+dev.1'],
    [['1+build.7'], '1+build.8'],
  ])('of dev releases %j: %s', (recorded, next) => expect(nextDevVersion(recorded)).toBe(next));

  it('of a dev release may be a time', () => expect(nextDevVersion(['1+dev.4'], 1795885487)).toBe('1+dev.1795885487'));

  it.each([
    [[], '1'],
    [['1', '2', '10'], '11'],
    [['3.1.2'], '3.1.3'],
    [['2-rc.1+dev.4'], '3'],
  ])('of final releases %j: %s', (recorded, next) => expect(nextFinalVersion(recorded)).toBe(next));

  it('is refused where the newest ends in no number', () => {
    expect(() => nextFinalVersion(['1.a'])).toThrow(expect.objectContaining({ code: 'InvalidReleaseVersion' }));
    expect(() => nextDevVersion(['1+final'])).toThrow(expect.objectContaining({ code: 'InvalidReleaseVersion' }));
  });
});
