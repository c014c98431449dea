import { VirtualWorld } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { LogInThrottle } from './log-in-throttle.js';

function wrong(throttle: LogInThrottle, times: number, from = '192.0.2.1'): void {
  for (let i = 0; i < times; i++) throttle.failed('admin', from);
}

describe('who is wrong too often', () => {
  it('waits longer each time, up to five minutes, and begins anew after a pause', async () => {
    const world = new VirtualWorld();
    const throttle = new LogInThrottle(world);
    wrong(throttle, 4);
    expect(throttle.waitSeconds('admin', '192.0.2.1')).toBe(0);
    const waits: number[] = [];
    for (let i = 0; i < 11; i++) {
      wrong(throttle, 1);
      waits.push(throttle.waitSeconds('admin', '192.0.2.1'));
      await world.advance((waits.at(-1) ?? 0) * 1000);
      expect(throttle.waitSeconds('admin', '192.0.2.1')).toBe(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    await world.advance(300_001);
    wrong(throttle, 4);
    expect(throttle.waitSeconds('admin', '192.0.2.1')).toBe(0);
  });

  it('shuts out neither other names nor other places, and is the same in the whole of a /64 and behind an IPv4-mapped address', () => {
    const throttle = new LogInThrottle(new VirtualWorld());
    wrong(throttle, 5);
    wrong(throttle, 5, '2001:db8:0:1::1');
    const waits = (name: string, from: string): boolean => throttle.waitSeconds(name, from) > 0;
    expect(waits('admin', '::ffff:192.0.2.1')).toBe(true);
    expect(waits('admin', '2001:DB8:0:1:ffff::2')).toBe(true);
    expect(waits('admin', '192.0.2.2')).toBe(false);
    expect(waits('admin', '2001:db8:0:2::1')).toBe(false);
    expect(waits('other', '192.0.2.1')).toBe(false);
  });

  it('is forgiven once right', () => {
    const throttle = new LogInThrottle(new VirtualWorld());
    wrong(throttle, 5);
    throttle.succeeded('admin', '192.0.2.1');
    expect(throttle.waitSeconds('admin', '192.0.2.1')).toBe(0);
  });

  it('is forgotten before memory runs out', () => {
    const throttle = new LogInThrottle(new VirtualWorld());
    wrong(throttle, 5);
    for (let i = 0; i < 10_000; i++) throttle.failed(`name-${i}`, '192.0.2.9');
    expect(throttle.waitSeconds('admin', '192.0.2.1')).toBe(0);
  });
});
