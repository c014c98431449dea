import { isJsonObject, type Json } from '@bosh6/base';
import { Document, isScalar, type Scalar, visit } from 'yaml';
import { goStyle, inGoOrder } from './go-style.js';
import { needsQuotes } from './scalars.js';

export interface EmitOptions {
  sortKeys?: boolean;
  /** `go`: byte for byte as the original CLI writes it, with quotes only where its own reader needs them. */
  like?: 'go';
}

/** YAML 1.1 text that every reader of formats reference 9.1 reads back as this value. Keys are sorted unless told. */
export function emitYaml(value: Json, options: EmitOptions = {}): string {
  const style = options.like === 'go' ? goStyle : styleOf;
  const order = options.like === 'go' ? inGoOrder : sorted;
  const document = new Document(options.sortKeys === false ? value : order(value), { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, node) => {
      if (isScalar(node) && typeof node.value === 'string') node.type = style(node.value);
    },
  });
  return document.toString({ lineWidth: 0, indentSeq: false });
}

function styleOf(text: string): Scalar.Type {
  if (/\n/.test(text) && !/[\t\r]|\n\s*$(?<!\n)|^\s/.test(text) && text.trim() !== '') return 'BLOCK_LITERAL';
  if (/[\n\r\t]/.test(text)) return 'QUOTE_DOUBLE';
  return needsQuotes(text) ? 'QUOTE_DOUBLE' : 'PLAIN';
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] as Json)]));
}
