import { isJsonObject, type Json } from '@bosh6/base';
import { childPointer } from '@bosh6/formats';

const shape = /\(\((!?[-/.\w]+)\)\)/g;

/** Every `((name))` of a document with the pointer of the value it stands in, in the document's order. */
export function placeholdersOf(value: Json, pointer = ''): { name: string; pointer: string }[] {
  if (typeof value === 'string') return [...value.matchAll(shape)].map((match) => ({ name: bare(match[1] ?? ''), pointer }));
  if (Array.isArray(value)) return value.flatMap((each, at) => placeholdersOf(each, childPointer(pointer, at)));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => placeholdersOf(each, childPointer(pointer, key)));
}

/** The document with each placeholder replaced: a whole scalar by the typed value, inside a longer text by its text. */
export function fillPlaceholders(value: Json, lookUpValue: (name: string) => Json): Json {
  if (typeof value === 'string') {
    const whole = /^\(\((!?[-/.\w]+)\)\)$/.exec(value);
    if (whole !== null) return lookUpValue(bare(whole[1] ?? ''));
    return value.replace(shape, (_, name: string) => {
      const found = lookUpValue(bare(name));
      return typeof found === 'string' ? found : JSON.stringify(found);
    });
  }
  if (Array.isArray(value)) return value.map((each) => fillPlaceholders(each, lookUpValue));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillPlaceholders(each, lookUpValue)]));
}

/** `((!name))` is the same as `((name))`. */
function bare(name: string): string {
  return name.replace(/^!/, '');
}
