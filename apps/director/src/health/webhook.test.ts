import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { webhook } from './webhook.js';

const lasting = new AbortController().signal;
const alert = { id: 'a', severity: 2, title: 't', summary: 's', source: 'x', deployment: 'web', createdAt: 5 };

test('an alert is posted as JSON with the header of the file, and again after failures', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'bosh6-hook-')), 'header');
  await writeFile(file, 'Bearer secret\n');
  const requests: RequestInit[] = [];
  const pauses: number[] = [];
  const send = (async (_url, request) => {
    requests.push(request ?? {});
    if (requests.length === 1) throw new Error('refused');
    return new Response('', { status: requests.length === 2 ? 503 : 200 });
  }) as typeof fetch;
  const sleep = async (ms: number): Promise<void> => void pauses.push(ms);
  await webhook({ url: 'https://hooks.test/secret', authorizationFile: file }, { sleep }, lasting, send)(alert);
  expect(pauses).toEqual([1000, 5000]);
  expect(requests).toHaveLength(3);
  expect(requests[2]?.headers).toEqual({ 'content-type': 'application/json', authorization: 'Bearer secret' });
  const { createdAt, ...same } = alert;
  expect(JSON.parse(String(requests[2]?.body))).toEqual({ kind: 'alert', ...same, severity_name: 'critical', created_at: createdAt });
});

test('what the other side answers is not waited for, and holds no connection', async () => {
  const cancel = vi.fn();
  const body = new ReadableStream({ cancel });
  const send = (async () => new Response(body, { status: 200 })) as typeof fetch;
  await webhook({ url: 'https://hooks.test/secret' }, { sleep: async () => undefined }, lasting, send)(alert);
  expect(cancel).toHaveBeenCalledOnce();
});

test('who never takes it is named without the secret of the path', async () => {
  const sleep = async (): Promise<void> => undefined;
  const send = (async () => new Response('', { status: 500 })) as typeof fetch;
  const told = webhook({ url: 'https://hooks.test/secret' }, { sleep }, lasting, send)(alert).catch((error: Error) => error.message);
  expect(await told).toBe('the webhook at hooks.test answers 500');
});

test('the end of the Director ends the trying', async () => {
  const end = new AbortController();
  const sleep = async (_ms: number, signal?: AbortSignal): Promise<void> => {
    end.abort(new Error('over'));
    signal?.throwIfAborted();
  };
  const send = (async () => new Response('', { status: 500 })) as typeof fetch;
  await expect(webhook({ url: 'https://hooks.test/secret' }, { sleep }, end.signal, send)(alert)).rejects.toThrow('over');
});
