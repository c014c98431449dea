import { fail } from '../errors.js';
import { type Described, describeType, isEnum } from '../schema/describe.js';
import type { Field } from '../schema/field.js';
import { escapeXml } from '../xml/escape.js';
import { encodeScalar } from './encode-scalar.js';
import { encodeReceived } from './received.js';
import { scalarKind, XsdValue } from './xsd.js';

/** Elements of a struct's fields, in the table's order whatever the order of the value's keys. */
export function encodeFields(fields: readonly Field[], value: Readonly<Record<string, unknown>>, at: string): string {
  const known = new Set(fields.map(({ name }) => name));
  for (const key of Object.keys(value)) {
    if (key !== '$type' && !known.has(key)) throw fail('VSphereArgumentInvalid', `${at}: there is no field '${key}'`);
  }
  return fields.map((field) => encodeField(field, value[field.name], `${at}.${field.name}`)).join('');
}

function encodeField(field: Field, value: unknown, at: string): string {
  if (value === undefined || value === null) {
    if (!field.optional && !field.array) throw fail('VSphereArgumentInvalid', `${at} is missing`);
    return '';
  }
  if (!field.array) return encodeElement(field.name, field.kind, value, at);
  if (!Array.isArray(value)) throw fail('VSphereArgumentInvalid', `${at} is no list`);
  return value.map((item, index) => encodeElement(field.name, field.kind, item, `${at}[${index}]`)).join('');
}

/** One element of a kind. `xsi:type` stands where the value's type is not the declared one. */
export function encodeElement(name: string, kind: string, value: unknown, at: string): string {
  if (kind === 'any') return encodeAny(name, value, at);
  if (kind === 'ref') return `<${name} ${encodeRef(value, at)}</${name}>`;
  const scalar = encodeScalar(kind, value, at);
  if (scalar !== undefined) return `<${name}>${scalar}</${name}>`;
  if (isEnum(kind)) return `<${name}>${escapeXml(requireString(value, at))}</${name}>`;
  const struct = requireStruct(value, at);
  const received = encodeReceived(name, struct);
  if (received !== undefined) return received;
  const type = runtimeType(kind, struct, at);
  const xsiType = type.name === kind ? '' : ` xsi:type="${type.name}"`;
  return `<${name}${xsiType}>${encodeFields(type.fields, struct, at)}</${name}>`;
}

function runtimeType(declared: string, struct: Readonly<Record<string, unknown>>, at: string): Described {
  const name = struct.$type === undefined ? declared : String(struct.$type);
  const type = describeType(name);
  if (type === undefined) throw fail('VSphereArgumentInvalid', `${at}: type '${name}' is not described, so it cannot be sent`);
  if (!type.ancestors.has(declared)) throw fail('VSphereArgumentInvalid', `${at}: ${name} is no ${declared}`);
  if (type.abstract) throw fail('VSphereArgumentInvalid', `${at}: ${name} is abstract; say in $type which one it is`);
  return type;
}

/** Attributes and text of a reference, from `type=` to before the end tag. */
export function encodeRef(value: unknown, at: string): string {
  const { type, value: id } = requireStruct(value, at);
  if (typeof type !== 'string' || typeof id !== 'string') throw fail('VSphereArgumentInvalid', `${at} is no managed object reference`);
  return `type="${escapeXml(type)}">${escapeXml(id)}`;
}

export function requireStruct(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fail('VSphereArgumentInvalid', `${at} is no object`);
  return value as Readonly<Record<string, unknown>>;
}

function requireString(value: unknown, at: string): string {
  if (typeof value !== 'string') throw fail('VSphereArgumentInvalid', `${at} is no text`);
  return value;
}

/** An element whose declared type says nothing, so `xsi:type` always stands there. */
function encodeAny(name: string, value: unknown, at: string): string {
  const kind = scalarKind(value);
  if (kind !== undefined) {
    const inner = value instanceof XsdValue ? value.value : value;
    return `<${name} xsi:type="xsd:${kind}">${encodeScalar(kind, inner, at)}</${name}>`;
  }
  if (Array.isArray(value)) throw fail('VSphereArgumentInvalid', `${at}: a list cannot be sent where the field takes any value`);
  const struct = requireStruct(value, at);
  const received = encodeReceived(name, struct);
  if (received !== undefined) return received;
  if (struct.$type === undefined) return `<${name} xsi:type="ManagedObjectReference" ${encodeRef(value, at)}</${name}>`;
  const type = describeType(String(struct.$type));
  if (type === undefined) throw fail('VSphereArgumentInvalid', `${at}: type '${struct.$type}' is not described, so it cannot be sent`);
  return `<${name} xsi:type="${type.name}">${encodeFields(type.fields, struct, at)}</${name}>`;
}
