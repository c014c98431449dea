import net from 'node:net';
import { join } from '../join.js';

/** The lab's end of the forwarder: the first line of a connection is 'ADDRESS PORT', the rest goes there. */
export function startHop(socketPath: string): Promise<net.Server> {
  const server = net.createServer({ allowHalfOpen: true }, (outside) => {
    let head = Buffer.alloc(0);
    const onData = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(10);
      if (end < 0) return;
      outside.off('data', onData);
      outside.pause();
      const [host = '', port] = head.subarray(0, end).toString().split(' ');
      if (!isPort(port)) return void outside.destroy();
      const rest = head.subarray(end + 1);
      if (rest.length > 0) outside.unshift(rest);
      join(outside, net.connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true }));
    };
    outside.on('data', onData);
    outside.on('error', () => undefined);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, () => resolve(server));
  });
}

const isPort = (text = ''): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65535;
