import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodedError } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DirectorConfig } from '../core/config.js';
import type { TaskContext } from '../tasks/task-handler.js';
import { download } from './download.js';
import { obtainArchive } from './obtain-archive.js';

let dir: string;
let site: Server | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-download-'));
});
afterEach(async () => {
  site?.closeAllConnections();
  site?.close();
  await rm(dir, { recursive: true });
});

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  site = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const refused = (work: Promise<unknown>): Promise<CodedError> => work.then(Object, (error: unknown) => error as CodedError);

describe('a download', () => {
  it.each([
    ['before its answer', () => undefined],
    ['within its answer', (response: Parameters<RequestListener>[1]) => void response.write('some')],
  ])('whose server falls silent %s ends', async (_when, begin) => {
    const port = await serve((_request, response) => begin(response));
    const target = join(dir, 'x');
    const error = await refused(download(`http://127.0.0.1:${port}/x`, target, { silenceMs: 30 }));
    expect(error).toMatchObject({ code: 'DownloadFailed', message: expect.stringContaining('sent nothing for 0.03 seconds') });
    expect(existsSync(target)).toBe(false);
  });

  it('with a wrong digest does not tell the credentials of its URL', async () => {
    const port = await serve((_request, response) => response.end('content'));
    const stage = { task: <T>(_name: string, work: (progress: () => void) => Promise<T>): Promise<T> => work(() => {}) };
    const source = { location: `http://bob:s3cret@127.0.0.1:${port}/x.tgz`, digest: '0'.repeat(40) };
    const context = { signal: new AbortController().signal } as TaskContext;
    const error = await refused(obtainArchive('release', source, dir, context, {} as DirectorConfig, (task) => ({ stage, task })));
    expect(error.number).toBe(30015);
    expect(JSON.stringify(error)).not.toContain('s3cret');
    expect(JSON.stringify(error)).toContain(`http://127.0.0.1:${port}/x.tgz`);
  });
});
