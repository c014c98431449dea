import { CodedError, withWhere } from '@bosh6/base';
import { fail } from '../errors.js';
import { type Origin, originAt, type Tracked } from '../ops/tracked.js';
import { placeholdersIn, replacePlaceholders, wholePlaceholder } from './placeholder.js';
import type { Variables } from './variables.js';

/** Replaces every placeholder of a tree, in keys too; what a variable brings is not looked at again. */
export function fill(node: Tracked, variables: Variables): Tracked {
  const { content, origin } = node;
  if (Array.isArray(content)) return { origin, content: content.map((item) => fill(item, variables)) };
  if (content instanceof Map) {
    return { origin, content: new Map([...content].map(([key, item]) => [filledText(key, origin, variables), fill(item, variables)])) };
  }
  if (typeof content !== 'string' || !content.includes('((')) return node;
  const whole = wholePlaceholder(content);
  if (whole === undefined) return { origin, content: filledText(content, origin, variables) };
  return placed(origin, () => variables.value(whole)) ?? node;
}

/** Names of the variables that a tree asks for. */
export function namesIn(node: Tracked): string[] {
  const { content } = node;
  if (Array.isArray(content)) return content.flatMap(namesIn);
  if (content instanceof Map)
    return [...content].flatMap(([key, item]) => [...placeholdersIn(key).map(({ name }) => name), ...namesIn(item)]);
  return typeof content === 'string' ? placeholdersIn(content).map(({ name }) => name) : [];
}

function filledText(text: string, origin: Origin, variables: Variables): string {
  return replacePlaceholders(text, (placeholder) => {
    const found = placed(origin, () => variables.value(placeholder));
    if (found === undefined) return undefined;
    const { content } = found;
    if (typeof content === 'string' || (typeof content === 'number' && Number.isInteger(content))) return String(content);
    const kind =
      content === null
        ? 'nothing (null)'
        : typeof content === 'object'
          ? Array.isArray(content)
            ? 'a list'
            : 'a map'
          : `a ${typeof content}`;
    const error = fail(
      'InvalidInterpolation',
      `variable '${placeholder.text}' is ${kind}; inside a longer text only strings and integers are possible`,
    );
    throw withWhere(error, originAt({ origin, content: null }, ''));
  });
}

// An error about a variable is shown at the placeholder that asked for it.
function placed<T>(origin: Origin, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw CodedError.is(error) ? withWhere(error, originAt({ origin, content: null }, '')) : error;
  }
}
