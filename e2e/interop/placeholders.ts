/**
 * Golden files have placeholders for what is another value every time:
 * - `{{name}}`: the value that was seen under this name before; where there was none, the value now;
 * - `{{=name}}`: the value now, whatever was seen before;
 * - `{{~kind}}`: any value of this kind, see `kinds`; with `?` after it also null.
 *
 * `{{name:number}}` stands for a JSON number. In requests there is the first form only.
 */
export type Bindings = Map<string, string>;

const placeholder = /\{\{([=~]?)(\w+)(\??)(:number)?\}\}/g;

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  epoch: (value) => Number.isInteger(value) && Number(value) > 1_500_000_000,
  decimal: text(/^\d+(\.\d+)?$/),
  time: text(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/),
  isoTime: text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  taskState: text(/^(queued|processing|done)$/),
};

function text(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

/** A request's text with the values in it. */
export function fill(template: string, bindings: Bindings, encode: (value: string) => string = (value) => value): string {
  return template.replace(placeholder, (whole, _sign, name: string) => {
    const value = bindings.get(name);
    return value === undefined ? whole : encode(value);
  });
}

/** Whether a value is what the template says; remembers the values of its names. */
export function fits(template: string, value: unknown, bindings: Bindings): boolean {
  const [sole] = template.matchAll(placeholder);
  if (sole?.[0] === template) {
    const [, sign, name = '', nullable, asNumber] = sole;
    if (sign === '~') return (value === null && nullable === '?') || kinds[name]?.(value) === true;
    if (typeof value !== (asNumber === undefined ? 'string' : 'number')) return false;
    const known = sign === '=' ? undefined : bindings.get(name);
    if (known === undefined) bindings.set(name, String(value));
    return known === undefined || known === String(value);
  }
  if (typeof value !== 'string') return false;
  // Literals, and names that have no value yet, in turn.
  const names: string[] = [];
  let pattern = '';
  let end = 0;
  for (const [whole, sign, name = ''] of template.matchAll(placeholder)) {
    const start = template.indexOf(whole, end);
    const known = sign === '=' ? undefined : bindings.get(name);
    pattern += literal(template.slice(end, start)) + (known === undefined ? '([A-Za-z0-9._-]+)' : literal(known));
    if (known === undefined) names.push(name);
    end = start + whole.length;
  }
  const found = new RegExp(`^${pattern}${literal(template.slice(end))}$`, 's').exec(value);
  for (const [at, name] of names.entries()) {
    if (found !== null) bindings.set(name, found[at + 1] ?? '');
  }
  return found !== null;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
