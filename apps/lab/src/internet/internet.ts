import type { LabConfig } from '@bosh6/lab';
import { jsonLines } from '@bosh6/lab';
import { startDns } from './dns-server.js';
import { startFileServer } from './file-server.js';

type Orders = LabConfig['internet'];

/** The process that stands in for the world beyond the router. Its first order is the configuration, later ones replace the names. */
export async function runInternet(): Promise<void> {
  let names: ReadonlyMap<string, readonly string[]> = new Map();
  const setNames = (given: Record<string, string[]>): void => {
    names = new Map(Object.entries(given).map(([name, addresses]) => [name.toLowerCase().replace(/\.$/, ''), addresses]));
  };
  const orders = await new Promise<Orders>((resolve) => {
    process.stdin.setEncoding('utf8');
    process.stdin.on(
      'data',
      jsonLines(
        (message) => {
          const order = message as unknown as Orders;
          setNames(order.names);
          resolve(order);
        },
        () => undefined,
      ),
    );
    process.stdin.on('close', () => process.exit(0));
  });
  await Promise.all([startDns(['127.0.0.1', ...orders.addresses], () => names), startFileServer(orders)]);
  process.stdout.write('ready\n');
}
