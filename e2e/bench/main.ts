import { parseArgs } from 'node:util';
import { agentPss } from './agent-pss.js';
import { apiReadEvents, apiReadInstances, apiReadRss } from './api-read.js';
import { type Benchmark, type Line, lineOf } from './benchmark.js';
import { cliRead } from './cli-read.js';
import { cliVersion } from './cli-version.js';
import { deployLinear } from './deploy-linear.js';
import { deployLoopBlock } from './deploy-loop-block.js';
import { deployNoop } from './deploy-noop.js';
import { deployOverhead } from './deploy-overhead.js';
import { deployRss } from './deploy-rss.js';
import { directorReady } from './director-ready.js';
import { directorRss } from './director-rss.js';
import { healSeconds } from './heal-seconds.js';
import { heartbeatsCore } from './heartbeats-core.js';
import { ipContains, ipContainsScattered } from './ip-contains.js';
import { ipFormat } from './ip-format.js';
import { ipParse } from './ip-parse.js';
import { ipSetMemory } from './ip-set-memory.js';
import { ipamAllocateBatch } from './ipam-allocate-batch.js';
import { ipamAllocateFlatReserved } from './ipam-allocate-flat-reserved.js';
import { ipamAllocateFlatUsed } from './ipam-allocate-flat-used.js';
import { ipamAllocatePure } from './ipam-allocate-pure.js';
import { ipamReservedScattered } from './ipam-reserved-scattered.js';
import { plan1000 } from './plan-1000.js';
import { broken, readPromises } from './promises.js';
import { renderThroughput } from './render-throughput.js';
import { uploadRss, uploadStemcell } from './upload-stemcell.js';
import { vsphereCreateVmRoundtrips } from './vsphere-create-vm-roundtrips.js';
import { vsphereImportRss } from './vsphere-import-rss.js';
import { vsphereInventoryFlatBytes, vsphereInventoryFlatCpu } from './vsphere-inventory-flat.js';
import { walkthroughCached } from './walkthrough-cached.js';
import { walkthroughTotal } from './walkthrough-total.js';

/** In the order of running: those on the stack that a walkthrough left stand together, director.ready last, for it stops the Director. */
const all: readonly Benchmark[] = [
  ipParse,
  ipFormat,
  ipContains,
  ipContainsScattered,
  ipSetMemory,
  ipamAllocatePure,
  ipamReservedScattered,
  ipamAllocateBatch,
  ipamAllocateFlatUsed,
  ipamAllocateFlatReserved,
  plan1000,
  renderThroughput,
  heartbeatsCore,
  deployOverhead,
  deployLoopBlock,
  deployLinear,
  deployRss,
  vsphereCreateVmRoundtrips,
  vsphereInventoryFlatCpu,
  vsphereInventoryFlatBytes,
  vsphereImportRss,
  apiReadEvents,
  apiReadInstances,
  apiReadRss,
  uploadStemcell,
  uploadRss,
  cliVersion,
  walkthroughTotal,
  walkthroughCached,
  cliRead,
  directorRss,
  agentPss,
  healSeconds,
  deployNoop,
  directorReady,
];

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
  const close = async (): Promise<void> => {
    for (const benchmark of wanted) await benchmark.close?.();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().finally(() => process.exit(130)));
  try {
    for (const benchmark of wanted) complaints.push(...(await measure(benchmark, promises)));
  } finally {
    await close();
  }
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  return values.check && complaints.length > 0 ? 1 : 0;
}

async function measure(benchmark: Benchmark, promises: ReturnType<typeof readPromises>): Promise<string[]> {
  const missing = await benchmark.missing?.();
  if (missing !== undefined) return [`${benchmark.name}: not measured, ${missing}`];
  process.stderr.write(`${benchmark.name} ...\n`);
  let line: Line;
  try {
    line = lineOf(benchmark, await benchmark.run());
  } catch (error) {
    return [`${benchmark.name}: ${error instanceof Error ? error.message : String(error)}`];
  }
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (benchmark.peer !== undefined && line.ratio === null)
    return [`${benchmark.name}: not compared, ${benchmark.peer} is not to be had here`];
  const complaint = broken(line, promises);
  return complaint === undefined ? [] : [complaint];
}

process.exitCode = await main(process.argv.slice(2));
