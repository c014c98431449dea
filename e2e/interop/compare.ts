import { type Expectation, joined } from './golden-file.js';
import { type Bindings, fits } from './placeholders.js';
import type { Exchange } from './record.js';

/** How an answer differs from what is expected, a line each; none where it does not. */
export function differences(expected: Expectation, answer: Exchange['answer'], bindings: Bindings): string[] {
  return [...headDifferences(expected, answer, bindings), ...bodyDifferences(expected, answer.body.toString(), bindings)];
}

export function headDifferences(expected: Expectation, answer: Exchange['answer'], bindings: Bindings): string[] {
  const { headers } = answer;
  const found: string[] = [];
  const text = (what: string, template: string | undefined, value: string | undefined): void => {
    const same = template === undefined || value === undefined ? template === value : fits(template, value, bindings);
    if (!same) found.push(`${what}: ${template ?? 'none'} expected, ${value ?? 'none'} seen`);
  };
  if (![expected.status].flat().includes(answer.status)) found.push(`status: ${expected.status} expected, ${answer.status} seen`);
  text('content-type', expected.type, headers['content-type']);
  text('location', expected.location, headers.location);
  return found;
}

export function bodyDifferences(expected: Expectation, body: string, bindings: Bindings): string[] {
  const found: string[] = [];
  try {
    if (expected.json !== undefined) compare(expected.json, JSON.parse(body), '', bindings, found);
    else if (expected.lines !== undefined) compare(expected.lines, parseLines(body), '', bindings, found);
    else compare(joined(expected.text), body, '', bindings, found);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    found.push(`body: JSON expected, ${JSON.stringify(body)} seen`);
  }
  return found;
}

/** One JSON value a line, each line ended. */
export function parseLines(body: string): unknown[] {
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Same keys, same types, and same values but for placeholders. */
function compare(expected: unknown, value: unknown, pointer: string, bindings: Bindings, found: string[]): void {
  const differs = (): void => void found.push(`${pointer || 'body'}: ${JSON.stringify(expected)} expected, ${JSON.stringify(value)} seen`);
  if (typeof expected === 'string') {
    if (!fits(expected, value, bindings)) differs();
  } else if (typeof expected !== 'object' || expected === null) {
    if (expected !== value) differs();
  } else if (typeof value !== 'object' || value === null || Array.isArray(expected) !== Array.isArray(value)) differs();
  else {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(value)])) {
      const [one, other] = [expected, value].map((side) => (side as Record<string, unknown>)[key]);
      compare(one, other, `${pointer}/${key}`, bindings, found);
    }
  }
}
