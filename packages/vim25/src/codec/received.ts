import type { XmlElement } from '../xml/element.js';
import { escapeXml } from '../xml/escape.js';

const elements = new WeakMap<object, XmlElement>();

/** Remembers the element from which a value without a schema was read, so that it can be sent again as it came. */
export function rememberReceived<T extends object>(value: T, element: XmlElement): T {
  elements.set(value, element);
  return value;
}

/** The element of a value that was received and has no schema: what was changed in it since does not count. */
export function encodeReceived(name: string, value: object): string | undefined {
  const element = elements.get(value);
  return element === undefined ? undefined : write(name, element);
}

function write(name: string, { xsiType, refType, nil, children, text }: XmlElement): string {
  const type = xsiType === undefined ? '' : ` xsi:type="${xsiType.primitive ? 'xsd:' : ''}${escapeXml(xsiType.name)}"`;
  const attributes = `${type}${refType === undefined ? '' : ` type="${escapeXml(refType)}"`}${nil ? ' xsi:nil="true"' : ''}`;
  const content = children.length === 0 ? escapeXml(text) : children.map((child) => write(child.name, child)).join('');
  return `<${name}${attributes}>${content}</${name}>`;
}
