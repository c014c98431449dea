import { patternOf } from '../monit-pattern.js';
import { patternIn } from '../monit-pattern-in.js';
import { isBeyond, type Limit, limitOf } from '../monit-values.js';
import type { Words } from '../monit-words.js';

export interface HttpProbe {
  path: string;
  hostHeader?: string;
  /** Below 400 where it is missing. */
  status?: Limit;
  /** A pattern that the body holds, or must not. */
  content?: { pattern: string; absent: boolean };
}

/** `request "/x" hostheader "y" status = 200 content = "z"`. Throws MonitFileInvalid. */
export function readHttp(words: Words): HttpProbe {
  const probe: HttpProbe = { path: '/' };
  for (;;) {
    const word = words.accept('request', 'hostheader', 'status', 'content', 'method', 'checksum', 'username', 'password');
    if (word === undefined) return probe;
    if (word === 'status') probe.status = limitOf(words);
    else if (word === 'content') probe.content = contentOf(words);
    else {
      const value = words.value('a value');
      if (word === 'request') probe.path = value.startsWith('/') ? value : `/${value}`;
      else if (word === 'hostheader') probe.hostHeader = value;
    }
  }
}

function contentOf(words: Words): { pattern: string; absent: boolean } {
  const absent = words.accept('!=') !== undefined;
  return { pattern: patternIn(words), absent };
}

export function requestOf({ path, hostHeader }: HttpProbe, host: string): string {
  const name = hostHeader ?? (host.includes(':') ? `[${host}]` : host);
  return `GET ${path.replaceAll(/[\r\n ]/g, '')} HTTP/1.1\r\nHost: ${name.replaceAll(/[\r\n]/g, '')}\r\nAccept: */*\r\nUser-Agent: bosh-agent\r\nConnection: close\r\n\r\n`;
}

/** What is wrong with an answer as it came over the line; undefined when nothing is. */
export function wrongWith(probe: HttpProbe, answer: string): string | undefined {
  const status = Number(/^HTTP\/\d(?:\.\d)? (\d{3})/.exec(answer)?.[1]);
  if (!Number.isInteger(status)) return 'the answer is not HTTP';
  if (probe.status === undefined ? status >= 400 : !isBeyond(status, probe.status)) return `status ${status}`;
  if (probe.content === undefined) return undefined;
  const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
  return patternOf(probe.content.pattern).test(body) === probe.content.absent ? 'content is not as it should be' : undefined;
}
