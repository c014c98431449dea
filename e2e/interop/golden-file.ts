import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../stack/paths.js';

const folder = join(root, 'e2e/interop/golden');

/** Texts may hold placeholders, see placeholders.ts; a text of several lines is a list of them. */
const text = z.union([z.string(), z.array(z.string())]);

const expectation = z.strictObject({
  /** Several where chance decides: what a poll finds. */
  status: z.union([z.number(), z.array(z.number())]),
  type: z.string().optional(),
  location: z.string().optional(),
  /** The body: one JSON value, or one a line, or text; none of them where it is empty. */
  json: z.json().optional(),
  lines: z.array(z.json()).optional(),
  text: text.optional(),
});

const request = z.strictObject({
  method: z.string(),
  path: z.string(),
  /** Those that are not the same in all requests of the client. */
  headers: z.record(z.string(), z.string()).optional(),
  body: text.optional(),
  expect: expectation,
});

/** The client asks for a task and then for its new events, again and again until the task is done; `lines` are all events. */
const poll = z.strictObject({ poll: z.strictObject({ task: request, events: request }) });

const golden = z.strictObject({ command: z.string(), requests: z.array(z.union([poll, request])) });

export type Expectation = z.infer<typeof expectation>;
export type GoldenRequest = z.infer<typeof request>;
export type GoldenPoll = z.infer<typeof poll>;
/** What the stock CLI sent for one command, and what it was answered. */
export type Golden = z.infer<typeof golden>;

export function readGolden(name: string): Golden {
  return golden.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
}

export function writeGolden(name: string, content: Golden): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${print(golden.parse(content), '')}\n`);
}

/** JSON with everything on one line that fits there. */
function print(value: unknown, indent: string): string {
  const inline = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + inline.length <= 240) return inline;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((one) => print(one, deeper))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${print(one, deeper)}`);
  return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
}

export function joined(lines: string | readonly string[] = ''): string {
  return typeof lines === 'string' ? lines : lines.join('\n');
}

/** The text as golden files have it. */
export function split(whole: string): string | string[] {
  return whole.includes('\n') ? whole.split('\n') : whole;
}
