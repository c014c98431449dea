import { reason } from '../../log.js';
import { patternIn } from '../monit-pattern-in.js';
import { secondsOf } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import { type Call, dial } from './dial.js';
import type { Finding, View } from './finding.js';
import { readHttp } from './http-answer.js';

/** Whether a port or a socket answers, and speaks as it should. */
export interface ConnectionCondition extends Call {
  kind: 'connection';
  /** Missing: a host's own address, else localhost. */
  host?: string;
  /** A protocol that is not spoken: that somebody answers must do. */
  onlyConnects?: string;
  /** Tries in one look. */
  tries: number;
}

/** `failed host H port P type tcpssl protocol http request "/" with timeout 5 seconds`; undefined when it is another test, or one that is not made. Throws MonitFileInvalid. */
export function readConnection(words: Words): ConnectionCondition | undefined {
  const found: ConnectionCondition = { kind: 'connection', tls: false, talk: [], timeoutSeconds: 5, tries: 1 };
  for (;;) {
    const word = words.accept(
      'host',
      'hostname',
      'port',
      'unixsocket',
      'unix',
      'type',
      'protocol',
      'proto',
      'timeout',
      'retry',
      'send',
      'expect',
      'ssl',
      'tls',
      'ipv4',
      'ipv6',
    );
    if (word === undefined) break;
    if (word === 'host' || word === 'hostname') found.host = words.value('a host').replace(/^\[(.*)\]$/, '$1');
    else if (word === 'port') found.port = portOf(words);
    else if (word === 'unixsocket' || word === 'unix') found.unixSocket = words.value('a path');
    else if (word === 'timeout') found.timeoutSeconds = secondsOf(words);
    else if (word === 'retry') found.tries = Math.max(1, Math.min(10, Number.parseInt(words.value('a number'), 10) || 1));
    else if (word === 'ssl' || word === 'tls') found.tls = true;
    else if (word === 'type') {
      const type = words.accept('tcp', 'tcpssl', 'udp');
      if (type === undefined || type === 'udp') return undefined;
      found.tls ||= type === 'tcpssl';
      // its versions are the TLS library's to choose
      words.accept('auto', 'sslauto', 'sslv2', 'sslv3', 'tlsv1');
    } else if (word === 'protocol' || word === 'proto') readProtocol(words, found);
    else if (word === 'send') found.talk.push({ send: words.value('a text') });
    else if (word === 'expect') found.talk.push({ expect: patternIn(words) });
  }
  return found.port === undefined && found.unixSocket === undefined ? undefined : found;
}

function portOf(words: Words): number {
  const line = words.line;
  const port = Number(words.value('a port'));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw words.wrong('a port is a number from 1 to 65535', line);
  return port;
}

function readProtocol(words: Words, found: ConnectionCondition): void {
  const name = words.value('a protocol').toLowerCase();
  if (name === 'http' || name === 'https') {
    found.tls ||= name === 'https';
    found.http = readHttp(words);
    return;
  }
  found.onlyConnects = name;
  while (words.accept('username', 'password', 'database') !== undefined) words.value('a value');
}

export async function lookAtConnection(condition: ConnectionCondition, { kind, address, sight }: View): Promise<Finding> {
  if (kind === 'process' && sight === undefined) return { said: 'no process' };
  const host = condition.host ?? address?.replace(/^\[(.*)\]$/, '$1') ?? 'localhost';
  const where = condition.unixSocket ?? `${host.includes(':') ? `[${host}]` : host}:${condition.port}`;
  let last = '';
  for (let tries = condition.tries; tries > 0; tries -= 1) {
    try {
      await dial(condition, host);
      return { failed: false, said: `${where} answers` };
    } catch (error) {
      // a name with several addresses: none of them, and the whole has no message of its own
      last = error instanceof AggregateError ? error.errors.map(reason).join('; ') : reason(error);
    }
  }
  return { failed: true, said: `${where} fails: ${last}` };
}
