import type { Entry } from './config-file.js';

export const keys = ['url', 'ca_cert', 'alias', 'username', 'password', 'access_token_type', 'access_token', 'refresh_token'] as const;
/** A scalar that means itself in every YAML: no quotes, no indicators, not a number, boolean or null. */
const plain =
  /^[A-Za-z][A-Za-z0-9._/+=-]*(?:[:][A-Za-z0-9._/+=-]+)*$|^https:\/\/[A-Za-z0-9._:/[\]-]*[A-Za-z0-9._/\]-]$|^\d+\.\d+\.\d+\.\d+(?::\d+)?$/;
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;
const isPlain = (text: string): boolean => plain.test(text) && !reserved.test(text);

/** YAML of the shape that the stock CLI writes. */
export function formatEntries(entries: readonly Entry[]): string {
  if (entries.length === 0) return 'environments: []\n';
  const lines = ['environments:'];
  for (const entry of entries) {
    let lead = '- ';
    for (const key of keys) {
      const value = entry[key];
      if (value === undefined) continue;
      lines.push(`${lead}${key}: ${formatScalar(value)}`);
      lead = '  ';
    }
  }
  return `${lines.join('\n')}\n`;
}

function formatScalar(value: string): string {
  if (isPlain(value)) return value;
  if (/\n/.test(value) && !/\n\n$|^\s|\t|\r/.test(value)) {
    const body = value.replace(/\n$/, '').split('\n');
    return `${value.endsWith('\n') ? '|' : '|-'}\n${body.map((line) => (line === '' ? '' : `    ${line}`)).join('\n')}`;
  }
  return JSON.stringify(value);
}

/** Reads that shape and nothing else; undefined when a real YAML reader has to look. */
export function readPlainEntries(text: string): Entry[] | undefined {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] === 'environments: []' && lines.length === 1) return [];
  if (lines[0] !== 'environments:') return undefined;
  const entries: Partial<Entry>[] = [];
  for (let at = 1; at < lines.length; at++) {
    const match = /^(- | {2})([a-z_]+): (.*)$/.exec(lines[at] ?? '');
    const key = keys.find((one) => one === match?.[2]);
    if (match === null || key === undefined) return undefined;
    if (match[1] === '- ') entries.push({});
    const entry = entries.at(-1);
    const written = match[3] ?? '';
    if (entry === undefined || key in entry) return undefined;
    if (written === '|' || written === '|-') {
      const body: string[] = [];
      while (/^ {4}/.test(lines[at + 1] ?? '')) body.push((lines[++at] ?? '').slice(4));
      if (body.length === 0 || /^\s/.test(body[0] ?? '')) return undefined;
      entry[key] = body.join('\n') + (written === '|' ? '\n' : '');
    } else {
      const value = readScalar(written);
      if (value === undefined) return undefined;
      entry[key] = value;
    }
  }
  return entries.every((entry): entry is Entry => entry.url !== undefined) ? entries : undefined;
}

function readScalar(written: string): string | undefined {
  if (isPlain(written)) return written;
  // Control characters are YAML's to read, not JSON's.
  if (!/^"(?:[^"\\\p{Cc}]|\\["\\n])*"$/u.test(written)) return undefined;
  return JSON.parse(written) as string;
}
