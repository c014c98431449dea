import type { NetworksUsage, SubnetUsageEntry } from '@bosh6/director-api/client';

const kinds = ['reserved', 'used', 'static', 'free'] as const;
type Kind = (typeof kinds)[number];

export interface MapStyle {
  /** Cells of a bar, at most. */
  readonly width: number;
  /** Cells of the terminal's lines; unlimited unless said. */
  readonly columns?: number | undefined;
  /** Block characters; ASCII for terminals of other encodings. */
  readonly unicode: boolean;
  readonly color: boolean;
}

const blocks: Record<Kind, string> = { used: '█', static: '▒', reserved: '░', free: '·' };
const letters: Record<Kind, string> = { used: '#', static: 's', reserved: '-', free: '.' };
const colors: Record<Kind, number> = { used: 33, static: 36, reserved: 90, free: 32 };

/** A bar narrower than this says little; it gets a line of its own. */
const narrowest = 16;

/** A bar a subnet, from its first address to its last, and what its signs mean; empty when no subnet has a range. */
export function networkMap({ subnets }: NetworksUsage, wanted: MapStyle): string {
  const drawn = (subnets ?? []).filter((subnet) => (subnet.regions ?? []).length > 0);
  if (drawn.length === 0) return '';
  const names = drawn.map(({ network }) => network ?? '');
  const ranges = drawn.map(({ range, regions }) => range ?? `${regions?.[0]?.first ?? ''}-${regions?.at(-1)?.last ?? ''}`);
  const [nameWidth, rangeWidth] = [names, ranges].map((texts) => Math.max(...texts.map((text) => text.length))) as [number, number];
  const { columns = Number.POSITIVE_INFINITY } = wanted;
  const beside = columns - nameWidth - rangeWidth - 4;
  const own = beside < narrowest;
  const style = { ...wanted, width: Math.max(1, Math.min(wanted.width, own ? columns - 2 : beside)) };
  const lines = drawn.map((subnet, at) => {
    const [name, range] = [(names[at] ?? '').padEnd(nameWidth), ranges[at] ?? ''];
    return own ? `${name}  ${range}\n  ${bar(subnet, style)}` : `${name}  ${range.padEnd(rangeWidth)}  ${bar(subnet, style)}`;
  });
  const signs = (['used', 'static', 'reserved', 'free'] as const).map((kind) => `${sign(kind, 1, style)} ${kind}`).join('  ');
  const scaled = drawn.some(({ size }) => BigInt(size ?? 0) > BigInt(style.width));
  return `${lines.join('\n')}\n\n${signs}${scaled ? '  (drawn by magnitude, not to scale)' : ''}\n`;
}

/** Small subnets have a cell an address; in larger ones each stretch is as wide as its number of addresses is long. */
function bar(subnet: SubnetUsageEntry, style: MapStyle): string {
  const pieces = (subnet.regions ?? []).flatMap((region) =>
    kinds.flatMap((kind) => {
      const count = BigInt(region[kind] ?? 0);
      return count === 0n ? [] : [{ kind, count }];
    }),
  );
  const size = pieces.reduce((sum, { count }) => sum + count, 0n);
  if (pieces.length > style.width) return crowded(pieces, style);
  const exact = size <= BigInt(style.width);
  const weights = pieces.map(({ count }) => (exact ? Number(count) : count.toString(2).length));
  const widths = exact ? weights : shares(weights, style.width);
  return pieces.map(({ kind }, at) => sign(kind, widths[at] ?? 0, style)).join('');
}

/** More stretches than cells: each cell shows what matters most of its share. */
function crowded(pieces: readonly { kind: Kind }[], style: MapStyle): string {
  return Array.from({ length: style.width }, (_, cell) => {
    const from = Math.floor((cell * pieces.length) / style.width);
    const part = pieces.slice(from, Math.max(from + 1, Math.floor(((cell + 1) * pieces.length) / style.width)));
    const kind = (['used', 'static', 'reserved', 'free'] as const).find((wanted) => part.some((piece) => piece.kind === wanted));
    return sign(kind ?? 'free', 1, style);
  }).join('');
}

/** `width` cells by weight, at least one each, the largest remainders first. */
function shares(weights: readonly number[], width: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const room = width - weights.length;
  const exact = weights.map((weight) => (weight / total) * room);
  const cells = exact.map((share) => 1 + Math.floor(share));
  const byRemainder = exact.map((share, at) => ({ at, rest: share % 1 })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  const left = width - cells.reduce((sum, cell) => sum + cell, 0);
  for (const { at } of byRemainder.slice(0, left)) cells[at] = (cells[at] ?? 0) + 1;
  return cells;
}

function sign(kind: Kind, times: number, { unicode, color }: MapStyle): string {
  const text = (unicode ? blocks : letters)[kind].repeat(times);
  return color ? `\u001b[${colors[kind]}m${text}\u001b[0m` : text;
}

/** Whether the locale of this environment says UTF-8. */
export function speaksUtf8({ LC_ALL, LC_CTYPE, LANG }: Readonly<Record<string, string | undefined>>): boolean {
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => (value ?? '') !== '') ?? '';
  return /utf-?8/i.test(locale);
}
