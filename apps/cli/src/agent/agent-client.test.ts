import { realWorld } from '@bosh6/base';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Answer, type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { createAgentClient } from './agent-client.js';
import { agentEndpoint } from './agent-endpoint.js';

describe('where an agent listens', () => {
  it.each([
    ['https://mbus:p%40ss@10.0.0.6:6868', 'https://10.0.0.6:6868', 'p@ss'],
    ['https://mbus:secret@[2001:db8::6]:6868/', 'https://[2001:db8::6]:6868', 'secret'],
    ['https://mbus:secret@director', 'https://director:443', 'secret'],
  ])('is read of %s', (url, origin, password) => {
    const endpoint = agentEndpoint(url);
    expect([endpoint.target.origin, endpoint.user, endpoint.password.reveal()]).toEqual([origin, 'mbus', password]);
  });
  it.each(['', '10.0.0.6', 'http://mbus:hidden@a:1', 'https://mbus:hidden@a:1/b', 'https://mbus:hidden%@a:1', 'https://mbus:hidden@a:b'])(
    'is no %s, and a password is not repeated',
    (url) => {
      expect(() => agentEndpoint(url)).toThrow(expect.objectContaining({ code: 'InvalidArguments' }));
      expect(() => agentEndpoint(url)).not.toThrow('hidden');
    },
  );
});

describe('an agent that is asked itself', () => {
  let stub: StubDirector;
  let answer: Answer;
  beforeAll(async () => {
    stub = await startStubDirector(({ path }) => (path === '/agent' ? answer : undefined));
  });
  afterAll(() => stub.close());
  beforeEach(() => void stub.exchanges.splice(0));
  const client = (ca = stub.ca): ReturnType<typeof createAgentClient> =>
    createAgentClient(agentEndpoint(`https://mbus:secret@[::1]:${stub.port}`), ca, realWorld());

  it('is told who asks, and what', async () => {
    answer = { json: { value: 'pong' } };
    const agent = client();
    expect(await agent.call('ping')).toBe('pong');
    agent.close();
    const [exchange] = stub.exchanges;
    expect(exchange?.headers.authorization).toBe(`Basic ${Buffer.from('mbus:secret').toString('base64')}`);
    expect(JSON.parse(exchange?.body ?? '')).toEqual({ method: 'ping', arguments: [], reply_to: 'bosh-cli' });
  });

  it.each<[string, Answer, string]>([
    ['InvalidCredentials', { status: 401 }, 'mbus'],
    ['AgentRefused', { status: 500, text: 'secret' }, 'status 500'],
    ['AgentRefused', { json: { exception: { message: 'not now' } } }, 'not now'],
    ['AgentRefused', { json: { value: 'ping' } }, 'answered ping otherwise'],
    ['InvalidAgentMessage', { text: '<html>' }, 'neither'],
  ])('fails with %s where it answers %j', async (code, refusal, words) => {
    answer = refusal;
    const agent = client();
    const error = await agent.call('ping').then(
      () => undefined,
      (cause: unknown) => cause as Error & { code: string; hint?: string },
    );
    agent.close();
    expect(error?.code).toBe(code);
    expect(`${error?.message} ${error?.hint}`).toContain(words);
    expect(error?.message).not.toContain('secret');
  });

  it('must have a certificate of that CA, and be there', async () => {
    const other = await startStubDirector(() => undefined);
    const [stranger, gone] = [client(other.ca), createAgentClient(agentEndpoint(`https://[::1]:${other.port}`), other.ca, realWorld())];
    await expect(stranger.call('ping')).rejects.toMatchObject({ code: 'AgentUntrusted' });
    await other.close();
    await expect(gone.call('ping')).rejects.toMatchObject({ code: 'AgentUnreachable' });
    for (const agent of [stranger, gone]) agent.close();
  });

  it.each([
    ['--agent-certificate=x --agent-endpoint='],
    ['--agent-endpoint=https://a --agent-certificate='],
    ['--agent-endpoint=https://a --agent-certificate=/none'],
    ['--agent-endpoint=https://a --agent-certificate=x -i key'],
  ])('is not asked with %s', async (flags) => {
    const io = capturedIo();
    const config = `${temporaryDirectory()}/config`;
    expect(await run(['--config', config, 'ssh', '--director', ...flags.split(' ')], io)).toBe(2);
    expect(io.err()).toMatch(/--agent-(endpoint|certificate)|--private-key/);
  });
});
