import { isPair, isScalar, LineCounter, type Node, parseAllDocuments, visit } from 'yaml';
import { hideOpenAddresses, isOpenAddress } from './open-addresses.js';
import { failsafe } from './parse-yaml.js';
import type { Position } from './source-document.js';

/** A scalar without quotes, as it is written. */
export interface PlainScalar extends Position {
  text: string;
  /** It is a key, or stands under this one. */
  key: { own: true } | { own: false; name: string | undefined };
  /** It ends in two colons, which only we read as an address. */
  open: boolean;
}

/** What a YAML text looks like, whatever it means: for who looks at how it is written. */
export interface TextFindings {
  /** What keeps it from being read, in the library's words. */
  faults: (Position & { message: string })[];
  scalars: PlainScalar[];
  /** Lines that are indented by tabs, outside texts of several lines. */
  tabs: Position[];
}

/** Looks through the first document of a text. Never throws. */
export function lookThrough(text: string): TextFindings {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const documents = parseAllDocuments(hideOpenAddresses(text), { ...failsafe, lineCounter: lines });
    const document = 'empty' in documents ? undefined : documents[0];
    if (document === undefined) return { faults: [], scalars: [], tabs: [] };
    const faults = document.errors.map(({ message, pos }) => ({
      message: message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '',
      ...at(pos[0]),
    }));
    const scalars: PlainScalar[] = [];
    const inside: [number, number][] = [];
    visit(document, {
      Scalar(role, node, path) {
        const [from = 0, to = 0] = node.range ?? [];
        if (node.type !== 'PLAIN') inside.push([from, to]);
        else if (node.tag === undefined) scalars.push({ ...scalarOf(node.source ?? '', role === 'key', path), ...at(from) });
      },
    });
    const tabs = [...text.matchAll(/^ *\t[ \t]*(?=\S)/gm)]
      .map(({ index }) => index)
      .filter((index) => !inside.some(([from, to]) => from < index && index < to));
    return { faults, scalars, tabs: tabs.map(at) };
  } catch {
    // Nested too deeply for the library; who reads the text says so.
    return { faults: [], scalars: [], tabs: [] };
  }
}

function scalarOf(source: string, isKey: boolean, path: readonly unknown[]): Pick<PlainScalar, 'text' | 'key' | 'open'> {
  const pair = path.findLast((parent) => isPair(parent));
  const name = isPair(pair) && isScalar(pair.key as Node) ? String((pair.key as { value: unknown }).value) : undefined;
  return { text: source, key: isKey ? { own: true } : { own: false, name }, open: isOpenAddress(source) };
}
