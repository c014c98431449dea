import { orderedJson } from './ordered-json.js';
import type { ContextTexts } from './ruby-frames.js';
import type { RenderContext } from './types.js';

/** A context as JSON. Jobs of many instances share properties and links: `known` remembers the text of an object that must not change meanwhile. */
export function contextTexts({ spec, properties, links }: RenderContext, known: WeakMap<object, string>): ContextTexts {
  const textOf = <T extends object>(value: T, write: (value: T) => string): string => {
    const text = known.get(value) ?? write(value);
    known.set(value, text);
    return text;
  };
  return {
    spec: JSON.stringify(spec),
    properties: textOf(properties, orderedJson),
    links: Object.fromEntries(Object.entries(links).map(([name, link]) => [name, textOf(link, (value) => JSON.stringify(value))])),
  };
}
