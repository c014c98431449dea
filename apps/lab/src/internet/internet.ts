import { answer, readQuestion, startDnsServer } from '@bosh6/dns';
import { IpAddress } from '@bosh6/ip';
import type { LabConfig } from '@bosh6/lab';
import { jsonLines } from '@bosh6/lab';
import { startFileServer } from './file-server.js';

type Orders = LabConfig['internet'];

const ttlSeconds = 30;

/** The process that stands in for the world beyond the router. Its first order is the configuration, later ones replace the names. */
export async function runInternet(): Promise<void> {
  let names: ReadonlyMap<string, readonly IpAddress[]> = new Map();
  const setNames = (given: Record<string, string[]>): void => {
    names = new Map(
      Object.entries(given).map(([name, texts]) => [
        name.toLowerCase().replace(/\.$/, ''),
        texts.flatMap((text) => IpAddress.tryParse(text) ?? []),
      ]),
    );
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
  await Promise.all([
    startDnsServer({ addresses: ['127.0.0.1', ...orders.addresses], tcpHost: '::' }, async (message) => {
      const question = readQuestion(message);
      return question === undefined ? undefined : answer(question, names.get(question.name), ttlSeconds);
    }),
    startFileServer(orders),
  ]);
  process.stdout.write('ready\n');
}
