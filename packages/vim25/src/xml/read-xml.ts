import { SaxesParser, type SaxesTagNS } from 'saxes';
import { fail } from '../errors.js';
import type { XmlElement } from './element.js';

const schema = 'http://www.w3.org/2001/XMLSchema';
const instance = 'http://www.w3.org/2001/XMLSchema-instance';
/** Deeper than any vSphere type nests, and far from the end of the stack. */
const deepest = 256;

/** Reads a document into its root element. Throws `VSphereReplyInvalid` for what is no well-formed XML, and for document types. */
export function readXml(text: string): XmlElement {
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true, position: true });
  const invalid = (why: string): Error => fail('VSphereReplyInvalid', `the server's answer is no XML that we read: ${why}`);
  parser.on('error', (error) => {
    throw invalid(error.message);
  });
  parser.on('doctype', () => {
    throw invalid('it has a document type');
  });
  parser.on('opentag', (tag) => {
    const element = toElement(tag, parser);
    if (open.length >= deepest) throw invalid(`it nests deeper than ${deepest} elements`);
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (piece: string): void => {
    const at = open.at(-1);
    if (at !== undefined) at.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (root === undefined) throw invalid('it has no element');
  return root;
}

function toElement(tag: SaxesTagNS, parser: SaxesParser<{ xmlns: true; position: true }>): XmlElement {
  let xsiType: XmlElement['xsiType'];
  let refType: string | undefined;
  let nil = false;
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.uri === instance && attribute.local === 'type') xsiType = resolveType(attribute.value, parser);
    else if (attribute.uri === instance && attribute.local === 'nil') nil = attribute.value === 'true' || attribute.value === '1';
    else if (attribute.uri === '' && attribute.local === 'type') refType = attribute.value;
  }
  return { name: tag.local, xsiType, refType, nil, children: [], text: '' };
}

// The value of xsi:type is a qualified name itself.
function resolveType(value: string, parser: SaxesParser<{ xmlns: true; position: true }>): NonNullable<XmlElement['xsiType']> {
  const [prefix, name] = value.includes(':') ? [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)] : ['', value];
  const uri = parser.resolve(prefix);
  return { primitive: uri === undefined ? prefix === 'xsd' || prefix === 'xs' : uri === schema, name };
}
