export type Unit = 'ms' | 'us' | 'ns' | 's' | 'ops/s' | 'MB/s' | 'MB' | 'count';

/** What one benchmark found; a peer is measured in the same run, in the same unit. */
export interface Measurement {
  value: number;
  peerValue?: number;
}

export interface Benchmark {
  /** As in promises.json. */
  name: string;
  unit: Unit;
  /** What it is compared with, in words. */
  peer?: string;
  /** Says in one line why it cannot run here; undefined when it can. */
  missing?(): string | undefined | Promise<string | undefined>;
  run(): Promise<Measurement>;
  /** Ends what was kept for other benchmarks. */
  close?(): Promise<void>;
}

/** One line of output. */
export interface Line {
  name: string;
  value: number;
  unit: Unit;
  peer: string | null;
  peerValue: number | null;
  ratio: number | null;
}

export function lineOf(benchmark: Benchmark, { value, peerValue }: Measurement): Line {
  const { name, unit } = benchmark;
  if (benchmark.peer === undefined || peerValue === undefined)
    return { name, value: round(value), unit, peer: null, peerValue: null, ratio: null };
  return { name, value: round(value), unit, peer: benchmark.peer, peerValue: round(peerValue), ratio: round(value / peerValue) };
}

/** Four significant digits. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
