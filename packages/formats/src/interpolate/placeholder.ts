const name = String.raw`!?[-/.\p{L}\p{N}_]+`;
const whole = new RegExp(String.raw`^\(\( ?(${name}) ?\)\)$`, 'u');
const inText = new RegExp(String.raw`\(\((${name})\)\)`, 'gu');

/** A placeholder's variable and the keys behind it: `((/a/b.c.0))` is `/a/b` with `c`, `0`. */
export interface Placeholder {
  text: string;
  name: string;
  keys: string[];
}

/** The placeholder that is all of a text, with one blank allowed inside the brackets. */
export function wholePlaceholder(text: string): Placeholder | undefined {
  const match = whole.exec(text);
  return match?.[1] === undefined ? undefined : placeholderOf(match[1]);
}

/** Replaces the placeholders inside a text; undefined leaves one as it is. */
export function replacePlaceholders(text: string, replace: (placeholder: Placeholder) => string | undefined): string {
  return text.includes('((') ? text.replaceAll(inText, (all, inner: string) => replace(placeholderOf(inner)) ?? all) : text;
}

/** The placeholders of a text, whole or inside. */
export function placeholdersIn(text: string): Placeholder[] {
  const all = wholePlaceholder(text);
  if (all !== undefined) return [all];
  return [...text.matchAll(inText)].map((match) => placeholderOf(match[1] ?? ''));
}

function placeholderOf(inner: string): Placeholder {
  const text = inner.replace(/^!/, '');
  const slash = text.lastIndexOf('/');
  const [first = '', ...keys] = text.slice(slash + 1).split('.');
  return { text, name: text.slice(0, slash + 1) + first, keys };
}
