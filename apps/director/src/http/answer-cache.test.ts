import { describe, expect, it } from 'vitest';
import { AnswerCache } from './answer-cache.js';

const mebibyte = 1024 * 1024;

function cacheOf(versions: { now: number | undefined }) {
  const made: string[] = [];
  const cache = new AnswerCache({ version: async () => versions.now });
  const get = async (key: string, value: unknown = key): Promise<unknown> =>
    JSON.parse(
      String(
        await cache.get(key, async () => {
          made.push(key);
          return value;
        }),
      ),
    );
  return { get, made };
}

describe('an answer', () => {
  it('is made once until somebody changes the database', async () => {
    const versions = { now: 1 };
    const { get, made } = cacheOf(versions);
    expect([await get('a', 1), await get('b', 2), await get('a', 3)]).toEqual([1, 2, 1]);
    versions.now = 2;
    expect([await get('a', 4), await get('a', 5)]).toEqual([4, 4]);
    expect(made).toEqual(['a', 'b', 'a']);
  });

  it('during which somebody changes it is not kept for the state after', async () => {
    const versions = { now: 1 };
    const cache = new AnswerCache({ version: async () => versions.now });
    await cache.get('a', async () => {
      versions.now = 2;
      return 'half old';
    });
    expect(String(await cache.get('a', async () => 'new'))).toBe('"new"');
  });

  it('is made anew where the database tells of no changes', async () => {
    const { get } = cacheOf({ now: undefined });
    expect([await get('a', 1), await get('a', 2)]).toEqual([1, 2]);
  });

  it('that nobody asked for lately goes when there are many, or much', async () => {
    const { get, made } = cacheOf({ now: 1 });
    for (let at = 0; at < 32; at++) await get(String(at));
    await get('0');
    await get('32');
    await get('0');
    await get('1');
    expect(made.slice(32)).toEqual(['32', '1']);
    const big = 'x'.repeat(5 * mebibyte);
    await get('big', big);
    await get('other', big);
    made.length = 0;
    await get('other');
    await get('big');
    expect(made).toEqual(['big']);
    await get('huge', 'x'.repeat(9 * mebibyte));
    await get('huge', 1);
    expect(made).toEqual(['big', 'huge', 'huge']);
  });

  it('that cannot be made is not kept', async () => {
    const cache = new AnswerCache({ version: async () => 1 });
    await expect(cache.get('a', () => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError);
    expect(String(await cache.get('a', async () => 1))).toBe('1');
  });
});
