import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { pipeline } from 'node:stream';

export interface FileServerOptions {
  /** Nothing is served without. */
  files?: string | undefined;
  tls?: { certificate: string; privateKey: string } | undefined;
}

/** Serves files by HTTP, and by HTTPS where there is a certificate, on every address. */
export async function startFileServer({ files, tls }: FileServerOptions): Promise<void> {
  const handle: http.RequestListener = (request, response) => void serve(files, request, response);
  await listen(http.createServer(handle), 80);
  if (tls === undefined) return;
  const [cert, key] = await Promise.all([readFile(tls.certificate), readFile(tls.privateKey)]);
  await listen(https.createServer({ cert, key }, handle), 443);
}

/** The file's name is the path and query as they stand in the URL: `/d/stemcells/NAME?v=1.0`. */
export function fileFor(files: string, url: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(url);
  } catch {
    return undefined;
  }
  if (name.includes('\0') || name.split(/[/?]/).includes('..')) return undefined;
  return path.join(files, name);
}

async function serve(files: string | undefined, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const file = files === undefined ? undefined : fileFor(files, request.url ?? '/');
  const info = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
  if (file === undefined || info?.isFile() !== true) {
    return void response.writeHead(404, { 'content-type': 'text/plain' }).end(`there is no ${request.url}\n`);
  }
  response.writeHead(200, {
    'content-type': 'application/x-tar',
    'content-length': info.size,
    'last-modified': info.mtime.toUTCString(),
  });
  if (request.method === 'HEAD') return void response.end();
  pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), response, () => undefined);
}

function listen(server: http.Server | https.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '::', port }, resolve);
  });
}
