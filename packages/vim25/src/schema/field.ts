/** A field of a type, or a parameter of a method, as the tables' text means it. */
export interface Field {
  readonly name: string;
  /** A scalar, `ref`, an enumeration or a type. */
  readonly kind: string;
  readonly array: boolean;
  readonly optional: boolean;
}

const parsed = new Map<string, Omit<Field, 'name'>>();

/** Reads a kind: `VirtualDevice[]?` is an optional list of VirtualDevice. */
export function parseKind(text: string): Omit<Field, 'name'> {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const optional = text.endsWith('?');
  const rest = optional ? text.slice(0, -1) : text;
  const array = rest.endsWith('[]');
  const kind = (array ? rest.slice(0, -2) : rest).replace(/^ref .*$/, 'ref');
  const made = { kind, array, optional };
  parsed.set(text, made);
  return made;
}

/** Fields of a table's entry, in its order. */
export function parseFields(fields: Readonly<Record<string, string>>): Field[] {
  return Object.entries(fields).map(([name, kind]) => ({ name, ...parseKind(kind) }));
}
