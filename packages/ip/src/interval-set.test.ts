import { describe, expect, it } from 'vitest';
import { IntervalSet, IpAddress, IpRange } from './index.js';

const start = IpAddress.parse('2001:db8::');
/** Every `step`-th address, `count` of them: no two touch. */
function scattered(count: number, step = 2): IntervalSet {
  const builder = IntervalSet.builder();
  const bytes = Buffer.concat([start.toBytes16(), start.toBytes16()]);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let i = 0; i < count; i++) {
    view.setUint32(12, i * step);
    view.setUint32(28, i * step);
    builder.addPacked(6, bytes);
  }
  return builder.build();
}
const whole = IpRange.parse('2001:db8::/64');

describe('a large interval set', () => {
  it('is made of a list of any length', () => {
    const ranges = Array.from({ length: 300_000 }, (_, index) => IpRange.of(start.add(index * 2)));
    expect(IntervalSet.from(ranges).size).toBe(300_000);
  });

  it('passes a long run of intervals that leave no room', () => {
    const set = scattered(20_000);
    expect(set.size).toBe(20_000);
    expect(set.takeFree(whole, 128)?.toString()).toBe('2001:db8::1/128');
    expect(set.takeFree(whole, 127)?.toString()).toBe('2001:db8::9c40/127');
    expect(set.takeFree(whole, 80)?.toString()).toBe('2001:db8:0:0:1::/80');
    expect(set.takeFree(IpRange.parse('2001:db8::/113'), 127)).toBeUndefined();
  });

  it('is built alike from one piece and from intervals one by one, in order or not', () => {
    const pieces = [...scattered(1_000).ranges()].map(({ first, last }) => Buffer.concat([first.toBytes16(), last.toBytes16()]));
    for (const list of [pieces, [...pieces].reverse()]) {
      const builder = IntervalSet.builder();
      builder.addPacked(6, Buffer.concat(list.slice(0, 3)));
      builder.addPacked(6, Buffer.concat(list.slice(3)));
      expect(builder.build().equals(scattered(1_000))).toBe(true);
    }
  });

  it('changes at any place, and stays what it was', () => {
    const set = scattered(5_000, 4);
    let changed = set;
    for (let i = 0; i < 5_000; i += 7) changed = changed.add(IpRange.of(start.add(i * 4 + 2)));
    expect(set.size).toBe(5_000);
    expect(changed.size).toBe(5_000 + Math.ceil(5_000 / 7));
    expect(changed.difference(set).size).toBe(Math.ceil(5_000 / 7));
    expect(changed.union(IntervalSet.of(IpRange.parse('2001:db8::/64'))).size).toBe(1);
    expect([...set.remove(IpRange.of(start.add(5), start.add(19_990))).ranges()].map(String)).toEqual([
      '2001:db8::',
      '2001:db8::4',
      '2001:db8::4e18',
      '2001:db8::4e1c',
    ]);
  });

  it('keeps families apart', () => {
    const set = IntervalSet.of(IpRange.parse('0.0.0.0/0'));
    expect(set.contains(IpAddress.parse('::1'))).toBe(false);
    expect(set.takeFree(IpRange.parse('::/64'), 128)?.toString()).toBe('::/128');
    expect(set.takeFree(IpRange.parse('0.0.0.0/0'), 32)).toBeUndefined();
    expect(() => set.takeFree(IpRange.parse('10.0.0.0/8'), 33)).toThrowError(expect.objectContaining({ code: 'InvalidPrefix' }));
  });
});
