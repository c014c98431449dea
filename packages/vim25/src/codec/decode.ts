import { describeType, isEnum } from '../schema/describe.js';
import { type Field, parseKind } from '../schema/field.js';
import type { XmlElement } from '../xml/element.js';
import { decodeScalar } from './decode-scalar.js';
import { rememberReceived } from './received.js';

/** Text that a plain element cannot hide in: what a field without a value in JavaScript's objects must not be set to. */
const refused = new Set(['__proto__']);

/** The elements of a field, by its kind: a list where the kind is one, however many there are. */
export function decodeField(field: Omit<Field, 'name'>, elements: readonly XmlElement[]): unknown {
  if (field.array) return elements.filter(({ nil }) => !nil).map((element) => decodeElement(field.kind, element));
  const [element] = elements;
  return element === undefined || element.nil ? undefined : decodeElement(field.kind, element);
}

/** One element of a declared kind. Its own `xsi:type` wins over the declared one. */
export function decodeElement(kind: string, element: XmlElement): unknown {
  if (kind === 'any' || kind === '') return decodeAny(element);
  if (kind === 'ref') return decodeRef(element);
  const scalar = decodeScalar(kind, element.text);
  if (scalar !== undefined) return scalar;
  if (isEnum(kind)) return element.text;
  return decodeStruct(element, element.xsiType?.name ?? kind, kind);
}

/** An element that says itself what it is, or does not. */
export function decodeAny(element: XmlElement): unknown {
  const { xsiType } = element;
  if (xsiType === undefined) {
    if (element.refType !== undefined && element.children.length === 0) return decodeRef(element);
    return element.children.length === 0 ? element.text : decodeStruct(element, undefined, undefined);
  }
  if (xsiType.primitive) return decodeScalar(xsiType.name, element.text) ?? element.text;
  if (xsiType.name === 'ManagedObjectReference') return decodeRef(element);
  if (xsiType.name.startsWith('ArrayOf')) return decodeArray(element, xsiType.name.slice('ArrayOf'.length));
  if (element.children.length === 0 && describeType(xsiType.name) === undefined) {
    const scalar = decodeScalar(xsiType.name, element.text);
    if (scalar !== undefined) return scalar;
    // An enumeration, or a type without fields.
    if (isEnum(xsiType.name) || element.text.trim() !== '') return element.text;
  }
  return decodeStruct(element, xsiType.name, undefined);
}

// ArrayOfInt holds <int>, ArrayOfVirtualDevice <VirtualDevice>; the names inside are not always those.
function decodeArray(element: XmlElement, item: string): unknown[] {
  const kind = item === 'ManagedObjectReference' ? 'ref' : item === 'AnyType' ? 'any' : (scalarNames[item] ?? item);
  return element.children.filter(({ nil }) => !nil).map((one) => decodeElement(kind, one));
}
const scalarNames: Readonly<Record<string, string>> = {
  String: 'string',
  Int: 'int',
  Long: 'long',
  Short: 'short',
  Byte: 'byte',
  Boolean: 'boolean',
  Double: 'double',
  Float: 'float',
  DateTime: 'dateTime',
  Base64Binary: 'base64Binary',
};

function decodeRef(element: XmlElement): { type: string; value: string } {
  return { type: element.refType ?? '', value: element.text.trim() };
}

function decodeStruct(element: XmlElement, runtime: string | undefined, declared: string | undefined): Record<string, unknown> {
  const known =
    (runtime === undefined ? undefined : describeType(runtime)) ?? (declared === undefined ? undefined : describeType(declared));
  const value: Record<string, unknown> = runtime === undefined ? {} : { $type: runtime };
  const byName = new Map<string, XmlElement[]>();
  for (const one of element.children) {
    const same = byName.get(one.name);
    if (same === undefined) byName.set(one.name, [one]);
    else same.push(one);
  }
  for (const field of known?.fields ?? []) if (field.array && !field.optional) value[field.name] = [];
  for (const [name, elements] of byName) {
    if (refused.has(name)) continue;
    const field = known?.byName.get(name);
    const decoded = field === undefined ? undescribed(elements) : decodeField(field, elements);
    if (decoded !== undefined) value[name] = decoded;
  }
  const undescribedType = runtime !== undefined && describeType(runtime) === undefined;
  return undescribedType ? rememberReceived(value, element) : value;
}

// Without a schema nobody knows a list of one from a single value.
function undescribed(elements: readonly XmlElement[]): unknown {
  const values = elements.filter(({ nil }) => !nil).map(decodeAny);
  return values.length > 1 ? values : values[0];
}

/** What a kind's text in the tables makes of elements. */
export function decodeKind(kind: string, elements: readonly XmlElement[]): unknown {
  return decodeField(parseKind(kind), elements);
}
