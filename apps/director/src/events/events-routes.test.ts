import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
});
afterAll(() => director.close());

const record = (value: unknown): Promise<Answer> =>
  director.as('/events', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
const ids = async (query: string): Promise<string[]> =>
  ((await director.as(`/events?object_type=alert&${query}`)).json() as { id: string }[]).map(({ id }) => id);

describe('events', () => {
  it('of others are recorded, and told with texts for ids and nothing empty', async () => {
    const answer = await record({
      action: 'create',
      object_type: 'alert',
      object_name: 'a',
      timestamp: '1700000000',
      deployment: 'web',
      instance: 'web/1',
      error: '',
      context: { message: 'm' },
    });
    expect(answer).toMatchObject({ status: 200, text: '' });
    const [event] = (await director.as('/events?object_type=alert')).json() as { id: string }[];
    expect(event).toEqual({
      id: expect.stringMatching(/^\d+$/),
      timestamp: 1700000000,
      user: 'admin',
      action: 'create',
      object_type: 'alert',
      object_name: 'a',
      deployment: 'web',
      instance: 'web/1',
      context: { message: 'm' },
    });
    const one = await director.as(`/events/${event?.id}`);
    expect(one).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(one.json()).toEqual(event);
    for (const id of ['4711', 'x', '99999999999999999999'])
      expect(await director.as(`/events/${id}`)).toMatchObject({ status: 404, text: `there is no event ${id}` });
  });

  it('without what is needed, or at no time, are refused', async () => {
    for (const value of [{}, { action: 'a', object_type: 'b' }, { action: 'a', object_type: 'b', object_name: 'c', context: [] }, []])
      expect(await record(value)).toMatchObject({ status: 400, text: expect.stringContaining('"code":40000') });
    const when = { action: 'a', object_type: 'b', object_name: 'c', timestamp: 'soon' };
    expect(await record(when)).toMatchObject({
      status: 400,
      text: "'soon' is no time for 'timestamp': write it as RFC 3339 or as seconds since 1970",
    });
    expect(await director.as('/events?before_time=soon')).toMatchObject({
      status: 400,
      text: "'soon' is no time for 'before': write it as RFC 3339 or as seconds since 1970",
    });
    expect(await director.as('/events?after_time=')).toMatchObject({
      status: 400,
      text: "'' is no time for 'after': write it as RFC 3339 or as seconds since 1970",
    });
  });

  it('are chosen by time, by page and by each of their parts', async () => {
    for (const seconds of [1000, 1001, 1002])
      await record({ action: 'raise', object_type: 'alert', object_name: 'b', timestamp: seconds, deployment: 'd', instance: 'i' });
    const [third, second, first] = (await ids('action=raise')) as [string, string, string];
    expect(await ids('object_name=b&before_time=1002')).toEqual([second, first]);
    expect(await ids('object_name=b&after_time=1000')).toEqual([third, second]);
    expect(await ids('object_name=b&after_time=1000&before_time=1970-01-01T00:16:42Z')).toEqual([second]);
    expect(await ids('object_name=b&before_time=1970-01-01%2000:16:41%20UTC')).toEqual([first]);
    expect(await ids(`object_name=b&before_id=${third}`)).toEqual([second, first]);
    for (const part of ['deployment=d', 'instance=i', 'user=admin', 'object_name=b']) {
      expect(await ids(`action=raise&${part}`), part).toHaveLength(3);
      expect(await ids(`action=raise&${part}x`), part).toEqual([]);
    }
    expect(await ids('task=4711')).toEqual([]);
  });
});

describe('resurrection', () => {
  const set = (paused: unknown): Promise<Answer> =>
    director.as('/resurrection', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resurrection_paused: paused }),
    });

  it('is on, until somebody pauses it, also over a restart', async () => {
    expect(await director.as('/resurrection')).toMatchObject({ status: 200, text: '{"resurrection":true}' });
    expect(await set(true)).toMatchObject({ status: 200, text: '' });
    await director.director?.close();
    await director.open();
    expect(await director.as('/resurrection')).toMatchObject({ text: '{"resurrection":false}' });
    await set(false);
    expect(await director.as('/resurrection')).toMatchObject({ text: '{"resurrection":true}' });
    expect(await set('yes')).toMatchObject({ status: 400 });
  });
});

describe("the Director's certificates", () => {
  it('are told with their last day', async () => {
    const answer = await director.as('/director/certificate_expiry');
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    const list = answer.json() as { certificate_path: string; expiry: string; days_left: number }[];
    expect(list.map(({ certificate_path: path }) => path.split('/').at(-1))).toEqual(['tls.pem', 'ca.pem', 'bus.pem']);
    for (const { expiry, days_left: days } of list) {
      expect(expiry).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(days).toBe(Math.floor((Date.parse(expiry) - Date.now()) / 86_400_000));
    }
  });
});
