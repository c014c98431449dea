import { spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import { IpAddress } from '@bosh6/ip';
import { fail } from '../errors.js';
import type { DirectorProxy } from './read-proxy.js';
import type { Tunnel } from './tunnel-agent.js';

const openMs = 15_000;

/** By a SOCKS5 proxy (RFC 1928), which also looks names up. */
export function socksTunnel({ host, port, user, password }: Extract<DirectorProxy, { kind: 'socks5' }>): Tunnel {
  return async (to, toPort) => {
    const { SocksClient } = await import('socks');
    const login = user === undefined ? {} : { userId: user, password: password ?? '' };
    const proxy = { host, port, type: 5 as const, ...login };
    const options = { command: 'connect' as const, proxy, destination: { host: to, port: toPort }, timeout: openMs };
    const { socket } = await SocksClient.createConnection(options).catch((cause: unknown) => {
      throw fail('ProxyFailed', `the SOCKS5 proxy ${host} port ${port} opens no connection`, { cause });
    });
    return socket;
  };
}

/** By a machine that one may log in to: `ssh -W` is the connection, so no port is opened here. Like a gateway's, its host key is not checked; the Director's certificate is. */
export function sshTunnel({ host, port, user, privateKey }: Extract<DirectorProxy, { kind: 'ssh' }>): Tunnel {
  return async (to, toPort) => {
    const destination = `${IpAddress.tryParse(to)?.family === 6 ? `[${to}]` : to}:${toPort}`;
    const options = [
      'BatchMode=yes',
      'IdentitiesOnly=yes',
      `ConnectTimeout=${openMs / 1000}`,
      'StrictHostKeyChecking=no',
      'UserKnownHostsFile=/dev/null',
      'LogLevel=ERROR',
    ];
    const login = user === undefined ? [] : ['-l', user];
    const argv = [
      '-W',
      destination,
      '-p',
      String(port),
      '-i',
      privateKey,
      ...login,
      ...options.flatMap((option) => ['-o', option]),
      '--',
      host,
    ];
    const child = spawn('ssh', argv, { stdio: ['pipe', 'pipe', 'pipe'] });
    const socket = new Duplex({
      read: () => void child.stdout.resume(),
      // What cannot be written has its reason in how ssh ends.
      write: (chunk, _encoding, written) => void child.stdin.write(chunk, () => written()),
      final: (ended) => void child.stdin.end(() => ended()),
    });
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => void (socket.push(chunk) || child.stdout.pause()));
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    const failed = (why: string, cause?: Error): Error =>
      fail('ProxyFailed', `ssh to ${host} port ${port} opens no connection: ${why}`, { ...(cause === undefined ? {} : { cause }) });
    child.once('error', (cause) => socket.destroy(failed(cause.message, cause)));
    child.once('close', (code) => {
      if (code === 0) socket.push(null);
      else socket.destroy(failed(said.trim().split('\n').at(-1) || `it ended with ${code}`));
    });
    socket.once('close', () => child.kill());
    return socket;
  };
}
