import { Readable } from 'node:stream';
import { Secret, VirtualWorld } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import type { Credentials, Tokens } from './credentials.js';
import { followTask } from './follow-task.js';
import { createSession, type Session } from './session.js';
import { tarballRequest } from './tarball-request.js';
import type { Incoming, Outgoing, Transport } from './transport.js';

interface Canned {
  status?: number;
  headers?: Record<string, string>;
  text?: string;
}

/** Answers from a function, and keeps what was sent. */
function transportOf(answer: (outgoing: Outgoing) => Canned): Transport & { sent: Outgoing[] } {
  const sent: Outgoing[] = [];
  return {
    sent,
    close: () => {},
    async send(outgoing): Promise<Incoming> {
      sent.push(outgoing);
      const { status = 200, headers = {}, text = '' } = answer(outgoing);
      const stream = Readable.from(text === '' ? [] : [Buffer.from(text)]) as unknown as Incoming['stream'];
      return { status, headers, stream, text: async () => text };
    },
  };
}

const token = (exp: number): string => `x.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.x`;
const user = (accessToken: string): Credentials => ({ kind: 'user', tokens: { tokenType: 'bearer', accessToken, refreshToken: 'r1' } });

function sessionOf(
  transport: Transport,
  credentials: Credentials,
): { session: Session; saved: Tokens[]; grants: Record<string, string>[] } {
  const saved: Tokens[] = [];
  const grants: Record<string, string>[] = [];
  const session = createSession({
    transport,
    world: new VirtualWorld(),
    credentials,
    onTokens: (tokens) => saved.push(tokens),
    uaa: async () => ({
      prompts: async () => [],
      grant: async (form) => {
        grants.push(form);
        return { tokenType: 'bearer', accessToken: `fresh${grants.length}`, refreshToken: `r${grants.length + 1}` };
      },
    }),
  });
  return { session, saved, grants };
}

describe('a session', () => {
  it('uses a stored token as it is', async () => {
    const transport = transportOf(() => ({}));
    const { session, grants } = sessionOf(transport, user(token(9e9)));
    await session.call({ method: 'POST', path: '/configs', body: 'x' });
    expect(transport.sent[0]?.headers).toEqual({ authorization: `bearer ${token(9e9)}` });
    expect(grants).toEqual([]);
  });

  it('refreshes a token that has ended before it sends anything, and hands the new pair out', async () => {
    const transport = transportOf(() => ({}));
    const { session, saved } = sessionOf(transport, user(token(1)));
    await session.call({ method: 'GET', path: '/tasks' });
    expect(transport.sent.map(({ headers }) => headers?.authorization)).toEqual(['bearer fresh1']);
    expect(saved).toEqual([{ tokenType: 'bearer', accessToken: 'fresh1', refreshToken: 'r2' }]);
  });

  it('answers a 401 once with fresh credentials', async () => {
    const transport = transportOf(() => ({ status: 401, text: 'no' }));
    const { session, grants } = sessionOf(transport, user('opaque'));
    await expect(session.call({ method: 'GET', path: '/tasks' })).rejects.toMatchObject({ code: 'DirectorRefused', message: 'no' });
    expect(transport.sent).toHaveLength(2);
    expect(grants).toEqual([{ grant_type: 'refresh_token', refresh_token: 'r1' }]);
  });

  it('refreshes once for requests at the same time', async () => {
    const transport = transportOf(() => ({}));
    const { session, grants } = sessionOf(transport, user(token(1)));
    await Promise.all([session.call({ method: 'GET', path: '/a' }), session.call({ method: 'GET', path: '/b' })]);
    expect(grants).toHaveLength(1);
  });

  it('sends a client to the token service', async () => {
    const transport = transportOf(() => ({}));
    const { session, grants } = sessionOf(transport, { kind: 'client', client: 'ci', secret: new Secret('s') });
    await session.call({ method: 'GET', path: '/a' });
    expect(grants).toEqual([{ grant_type: 'client_credentials' }]);
  });

  it('follows a redirect with GET on the same host, and never sends the POST twice when that GET is refused', async () => {
    let refused = false;
    const transport = transportOf(({ path }) => {
      if (path === '/deployments') return { status: 302, headers: { location: 'http://inside:25555/tasks/5?x=1' } };
      if (refused) return { text: '{"id":5,"state":"queued"}' };
      refused = true;
      return { status: 401 };
    });
    const { session } = sessionOf(transport, user('opaque'));
    await session.call({ method: 'POST', path: '/deployments', body: 'x' });
    expect(transport.sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /deployments',
      'GET /tasks/5?x=1',
      'GET /tasks/5?x=1',
    ]);
  });

  it('gives up after ten hops', async () => {
    const transport = transportOf(() => ({ status: 302, headers: { location: '/again' } }));
    const { session } = sessionOf(transport, { kind: 'anonymous' });
    await expect(session.call({ method: 'GET', path: '/' })).rejects.toMatchObject({ code: 'TooManyRedirects' });
  });

  it("turns the Director's error into ours, with its number and place", async () => {
    const where = { document: 'manifest', pointer: '/name', line: 1, column: 1 };
    const transport = transportOf(() => ({
      status: 400,
      text: JSON.stringify({ code: 40001, description: 'no name', details: { code: 'X', where, hint: 'add one' } }),
    }));
    const { session } = sessionOf(transport, { kind: 'anonymous' });
    const call = session.call({ method: 'POST', path: '/deployments', body: '' });
    await expect(call).rejects.toMatchObject({ code: 'DirectorRefused', number: 40001, message: 'no name', where, hint: 'add one' });
  });
});

describe('following a task', () => {
  /** A Director whose task ends at the third look; each look finds `chunk` more. */
  function director(chunks: string[], ends = 'done'): Transport & { sent: Outgoing[] } {
    let looks = 0;
    const written = (): Buffer => Buffer.concat(chunks.slice(0, looks).map((chunk) => Buffer.from(chunk, 'latin1')));
    return transportOf(({ path, headers }) => {
      if (path === '/tasks/5') {
        looks++;
        return { text: JSON.stringify({ id: 5, state: looks < chunks.length ? 'processing' : ends }) };
      }
      if (path.endsWith('type=result')) return { text: 'the result' };
      const from = Number(/bytes=(\d+)-/.exec(headers?.range ?? '')?.[1] ?? 0);
      if (from > 0 && from >= written().length) return { status: 416 };
      return { status: from === 0 ? 200 : 206, text: written().subarray(from).toString('utf8') };
    });
  }
  async function follow(transport: Transport): Promise<{ lines: string[]; outcome: Awaited<ReturnType<typeof followTask>> }> {
    const world = new VirtualWorld();
    const session = createSession({ transport, world, credentials: { kind: 'anonymous' }, uaa: async () => undefined });
    const lines: string[] = [];
    const sleepless = { ...world, sleep: async () => {}, now: () => world.now() } as unknown as VirtualWorld;
    const outcome = await followTask(session, sleepless, 5, { onLine: (line) => lines.push(line), withResult: true });
    return { lines, outcome };
  }

  it('gives whole lines once, whatever the chunks are', async () => {
    const unseen = ['', '', '', ''];
    const { lines, outcome } = await follow(director([...unseen, '{"a"', '', ':1}\n{"b":', '2}\n', '{"last":3}']));
    expect(lines).toEqual(['{"a":1}', '{"b":2}', '{"last":3}']);
    expect(outcome).toMatchObject({ task: { state: 'done' }, result: 'the result' });
  });

  it('asks a task for its output once when it ends before anybody could read it', async () => {
    const transport = director(['{"a":1}\n', '{"b":2}\n', '{"c":3}\n']);
    const { lines } = await follow(transport);
    expect(lines).toHaveLength(3);
    expect(transport.sent.filter(({ path }) => path.endsWith('type=event'))).toHaveLength(1);
  });

  it('asks for no result of a task that failed', async () => {
    const transport = director(['x\n'], 'error');
    const { outcome } = await follow(transport);
    expect(outcome).toMatchObject({ task: { state: 'error' }, result: '' });
    expect(transport.sent.some(({ path }) => path.endsWith('type=result'))).toBe(false);
  });

  it('stops when told, and leaves the task', async () => {
    const stop = new AbortController();
    const transport = transportOf(({ path }) => {
      if (path === '/tasks/5') queueMicrotask(() => stop.abort());
      return { text: path === '/tasks/5' ? '{"id":5,"state":"processing"}' : '' };
    });
    const world = new VirtualWorld();
    const session = createSession({ transport, world, credentials: { kind: 'anonymous' }, uaa: async () => undefined });
    await expect(followTask(session, world, 5, { signal: stop.signal })).rejects.toHaveProperty('name', 'AbortError');
    expect(transport.sent.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('a tarball', () => {
  it('is an address that the Director fetches, or the bytes', () => {
    expect(tarballRequest({ location: 'https://bosh.io/x', sha1: 'abc' }).body).toBe('{"location":"https://bosh.io/x","sha1":"abc"}');
    expect(tarballRequest({ size: 3, open: () => Readable.from(['abc']) }).headers).toEqual({ 'content-type': 'application/x-compressed' });
  });
});
