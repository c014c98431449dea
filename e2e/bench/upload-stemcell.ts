import { execFile } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { closeSync, createReadStream, openSync, statSync, writeSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { type ApiDirector, startApiDirector } from './api-director.js';
import type { Benchmark, Measurement } from './benchmark.js';
import { interleaved } from './interleaved.js';
import { forgetPeak, peakMegabytes, residentMegabytes } from './process-memory.js';

const megabytes = 500;

interface Uploads {
  readonly speed: Measurement;
  /** Megabytes that the Director grew by at most. */
  readonly growth: number;
}

let uploads: Promise<Uploads> | undefined;

async function measure(): Promise<Uploads> {
  const director = await startApiDirector();
  try {
    const file = join(director.folder, 'stemcell.tgz');
    writeNoise(file);
    forgetPeak(director.pid);
    const before = residentMegabytes(director.pid);
    const speed = await interleaved(
      () => perSecond(() => upload(director, file)),
      () => perSecond(() => promisify(execFile)('sha1sum', [file])),
      { rounds: 3, warmUp: 1 },
    );
    return { speed, growth: peakMegabytes(director.pid) - before };
  } finally {
    await director.stop();
  }
}

function writeNoise(file: string): void {
  const block = Buffer.alloc(1_000_000);
  const to = openSync(file, 'w');
  for (let written = 0; written < megabytes; written++) writeSync(to, randomFillSync(block));
  closeSync(to);
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (megabytes / (performance.now() - start)) * 1000;
}

/** As the CLI sends a stemcell; what is in it is no stemcell, which the task finds out later. */
function upload({ url, ca, token }: ApiDirector, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `bearer ${token}`, 'content-type': 'application/x-compressed', 'content-length': statSync(file).size };
    const asked = request(`${url}/stemcells?`, { method: 'POST', ca, headers, agent: new Agent() }, (response) => {
      response.resume();
      if (response.statusCode === 302) response.on('end', resolve);
      else reject(new Error(`the upload was answered with ${response.statusCode}`));
    });
    pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), asked).catch(reject);
  });
}

const once = (): Promise<Uploads> => {
  uploads ??= measure();
  return uploads;
};

/** A stemcell of 500 MB over HTTPS, digested on its way to the disk. */
export const uploadStemcell: Benchmark = {
  name: 'upload.stemcell',
  unit: 'MB/s',
  peer: 'sha1sum',
  run: async () => (await once()).speed,
};

/** How much the Director grows at most meanwhile. */
export const uploadRss: Benchmark = {
  name: 'upload.rss',
  unit: 'MB',
  run: async () => ({ value: (await once()).growth }),
};
