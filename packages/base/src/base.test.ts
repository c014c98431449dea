import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CodedError, defineErrors, relocated, Secret, VirtualWorld, withWhere } from './index.js';

describe('coded errors', () => {
  const fail = defineErrors({ Missing: { number: 40001, http: 400, fault: 'user', hint: 'add it' } });

  it('carry number, status, fault, hint and place', () => {
    const error = fail('Missing', "'name' is missing", { where: { pointer: '/name' } });
    expect(error).toMatchObject({ code: 'Missing', number: 40001, http: 400, fault: 'user', hint: 'add it', where: { pointer: '/name' } });
    expect(CodedError.is(error, 'Missing')).toBe(true);
    expect(CodedError.is(new Error('x'))).toBe(false);
  });

  it('keep what they say of their place when more is added', () => {
    const error = withWhere(fail('Missing', 'm', { where: { pointer: '/a' } }), { pointer: '/b', line: 3 });
    expect(error.where).toEqual({ pointer: '/a', line: 3 });
    expect(error.number).toBe(40001);
  });

  it('move to another place with all else that they say', () => {
    const cause = new Error('c');
    const first = fail('Missing', 'm', { where: { pointer: '/a', line: 9 }, cause, details: { k: 1 }, hint: 'h' });
    const moved = relocated(first, { document: 'd', pointer: '/b' });
    expect(moved.where).toEqual({ document: 'd', pointer: '/b' });
    expect({ ...moved.toJSON(), where: 0 }).toEqual({ ...first.toJSON(), where: 0 });
    expect(moved).toMatchObject({ cause, http: 400 });
  });
});

describe('secret', () => {
  it('prints nowhere', () => {
    const secret = new Secret('hunter2');
    expect([`${secret}`, JSON.stringify({ secret }), inspect({ secret })].join()).not.toContain('hunter2');
    expect(secret.reveal()).toBe('hunter2');
  });
});

describe('virtual world', () => {
  it('runs timers in order as time is moved', async () => {
    const world = new VirtualWorld();
    const seen: string[] = [];
    world.after(20, () => seen.push('b'));
    const every = world.every(10, () => seen.push('e'));
    const slept = world.sleep(15).then(() => seen.push('s'));
    world.advance(25);
    await slept;
    every.cancel();
    world.advance(100);
    expect(seen).toEqual(['e', 'b', 'e', 's']);
  });

  it('repeats for a seed', () => {
    expect(new VirtualWorld(7).uuid()).toBe(new VirtualWorld(7).uuid());
    expect(new VirtualWorld(7).uuid()).not.toBe(new VirtualWorld(8).uuid());
  });
});
