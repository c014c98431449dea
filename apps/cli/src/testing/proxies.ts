import { chmodSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { temporaryDirectory } from './temporary-directory.js';

/** A proxy that leads to one port of this machine, whatever it is asked for. */
export interface StubProxy {
  readonly port: number;
  /** What it was asked for, in order. */
  readonly asked: string[];
  close(): void;
}

/** `CONNECT` (RFC 9110 section 9.3.6); refuses all with another `status`. */
export async function startHttpProxy(to: number, status = 200): Promise<StubProxy> {
  const asked: string[] = [];
  const server = createHttpServer().on('connect', (request, client) => {
    asked.push(request.url ?? '');
    if (status !== 200) return void client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const director = connect(to, '::1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      client.pipe(director).pipe(client);
    });
    client.on('error', () => director.destroy());
  });
  return started(server, asked);
}

/** RFC 1928, without a login, for names alone. */
export async function startSocksProxy(to: number): Promise<StubProxy> {
  const asked: string[] = [];
  const server = createServer((client) => {
    client.on('error', () => {});
    client.once('data', () => {
      client.write(Buffer.from([5, 0]));
      client.once('data', (request: Buffer) => {
        const length = request[4] ?? 0;
        asked.push(`${request.toString('latin1', 5, 5 + length)}:${request.readUInt16BE(5 + length)}`);
        const director = connect(to, '::1', () => {
          client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          client.pipe(director).pipe(client);
        });
      });
    });
  });
  return started(server, asked);
}

/** A directory for PATH, in which `ssh` writes its arguments to `argv` and is the connection; with `fails`, says that and ends. */
export function stubSsh(to: number, fails = ''): { directory: string; argv: string } {
  const directory = temporaryDirectory();
  const argv = join(directory, 'argv');
  const program = fails === '' ? `const s = require('net').connect(${to}, '::1'); process.stdin.pipe(s).pipe(process.stdout)` : '';
  const lines = ['#!/bin/sh', `printf '%s\\n' "$@" > '${argv}'`, ...(fails === '' ? [] : [`echo '${fails}' >&2; exit 255`])];
  writeFileSync(join(directory, 'ssh'), [...lines, `exec '${process.execPath}' -e "${program}"`, ''].join('\n'));
  chmodSync(join(directory, 'ssh'), 0o755);
  return { directory, argv };
}

async function started(server: Server, asked: string[]): Promise<StubProxy> {
  await new Promise<void>((resolve) => server.listen(0, '::1', resolve));
  return { port: (server.address() as AddressInfo).port, asked, close: () => void server.close() };
}
