import { describe, expect, it } from 'vitest';
import { compareVersions, isLatest, isVersion, newestVersion } from './version.js';

describe('versions', () => {
  it('are ordered', () => {
    const ordered = ['0+dev.1', '0+dev.2', '0+dev.10', '1-rc.1', '1-rc.2', '1', '1+dev.1', '1.2', '1.10', '1.a', '2019.01.28', '3541.12'];
    expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
  });

  it.each([
    ['1', '1.0'],
    ['1.2-dev', '1+dev.2'],
  ])('%s equals %s', (a, b) => expect(compareVersions(a, b)).toBe(0));

  it('know latest', () => {
    expect(isLatest('latest')).toEqual({ prefix: undefined });
    expect(isLatest('3.1.latest')).toEqual({ prefix: '3.1' });
    expect(isLatest('1')).toBeUndefined();
    expect(newestVersion(['1', '3.1.2', '3.1.10', '3.10'], '3.1')).toBe('3.1.10');
    expect(newestVersion([])).toBeUndefined();
    expect([isVersion('1+dev.1'), isVersion('a b')]).toEqual([true, false]);
  });
});
