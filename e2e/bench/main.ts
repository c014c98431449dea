import { parseArgs } from 'node:util';
import { type Benchmark, lineOf } from './benchmark.js';
import { cliVersion } from './cli-version.js';
import { ipamAllocateFlatReserved } from './ipam-allocate-flat-reserved.js';
import { ipamAllocateFlatUsed } from './ipam-allocate-flat-used.js';
import { broken, readPromises } from './promises.js';

const all: readonly Benchmark[] = [ipamAllocateFlatUsed, ipamAllocateFlatReserved, cliVersion];

/** `npm run bench [-- NAME...] [--check]`: one JSON object a line on stdout, everything else on stderr. */
async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { check: { type: 'boolean' } } });
  const unknown = positionals.filter((name) => !all.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`no benchmark is named ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}\n`);
    return 2;
  }
  const wanted = positionals.length === 0 ? all : all.filter(({ name }) => positionals.includes(name));
  const promises = readPromises();
  const complaints: string[] = [];
  try {
    for (const benchmark of wanted) complaints.push(...(await measure(benchmark, promises)));
  } finally {
    for (const benchmark of wanted) await benchmark.close?.();
  }
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  return values.check && complaints.length > 0 ? 1 : 0;
}

async function measure(benchmark: Benchmark, promises: ReturnType<typeof readPromises>): Promise<string[]> {
  const missing = benchmark.missing?.();
  if (missing !== undefined) return [`${benchmark.name}: not measured, ${missing}`];
  const line = lineOf(benchmark, await benchmark.run());
  process.stdout.write(`${JSON.stringify(line)}\n`);
  const complaint = broken(line, promises);
  return complaint === undefined ? [] : [complaint];
}

process.exitCode = await main(process.argv.slice(2));
