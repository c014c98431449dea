/** A scalar of a type that JavaScript's own would not choose: `xsd('long', 5)` where the server wants no int. */
export class XsdValue {
  readonly kind: 'string' | 'boolean' | 'byte' | 'short' | 'int' | 'long' | 'float' | 'double' | 'dateTime' | 'base64Binary';
  readonly value: unknown;
  constructor(kind: XsdValue['kind'], value: unknown) {
    this.kind = kind;
    this.value = value;
  }
}

/** Says which XML Schema type a value has where the field takes any. */
export function xsd(kind: XsdValue['kind'], value: unknown): XsdValue {
  return new XsdValue(kind, value);
}

/** The XML Schema type of a JavaScript value; undefined where it is no scalar. */
export function scalarKind(value: unknown): XsdValue['kind'] | undefined {
  if (value instanceof XsdValue) return value.kind;
  if (value instanceof Date) return 'dateTime';
  if (value instanceof Uint8Array) return 'base64Binary';
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return typeof value as 'string' | 'boolean';
    case 'bigint':
      return 'long';
    case 'number':
      if (!Number.isInteger(value)) return 'double';
      return value >= -(2 ** 31) && value < 2 ** 31 ? 'int' : 'long';
    default:
      return undefined;
  }
}
