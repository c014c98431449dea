import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Director } from '@bosh6/director-api/client';
import { transferBar } from '../output/transfer-bar.js';
import type { Seat } from './seat.js';
import { verifyDownload } from './verify-download.js';

/** Streams a blob into a new file that only its owner reads; a wrong digest leaves none. Errors: DownloadDamaged. */
export async function saveResource(seat: Seat, director: Director, blob: string, path: string, digest = ''): Promise<void> {
  seat.ui.line(`Downloading resource '${blob}' to '${resolve(path)}'...`);
  const { body, size = 0 } = await director.resources.open(blob);
  const bar = transferBar(seat.ui, seat.world, size);
  let done = 0;
  body.on('data', (chunk: Buffer) => {
    done += chunk.length;
    bar.update(done);
  });
  await pipeline(body, createWriteStream(path, { mode: 0o600 }));
  bar.end();
  if (digest !== '') await verifyDownload(path, digest, blob);
}
