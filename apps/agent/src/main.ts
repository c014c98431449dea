import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { realWorld } from '@bosh6/base';
import { connectBus } from '@bosh6/bus';
import { Agent } from './core/agent.js';
import { Layout } from './layout.js';
import { lineLog, reason } from './log.js';
import { DummyPlatform } from './platform/dummy-platform.js';
import { LinuxPlatform } from './platform/linux-platform.js';
import { fileSource, readAgentFile } from './settings/settings-source.js';

/** The stock agent's flags: -C agent.json, -b base directory, -P linux or dummy. Unknown ones of its are accepted. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      C: { type: 'string', short: 'C' },
      b: { type: 'string', short: 'b' },
      P: { type: 'string', short: 'P' },
      M: { type: 'string', short: 'M' },
    },
    strict: false,
  });
  const world = realWorld();
  const log = lineLog((line) => process.stderr.write(line), world.now);
  const layout = new Layout(typeof values.b === 'string' ? values.b : '/var/vcap');
  const config = typeof values.C === 'string' ? values.C : layout.bosh('agent.json');
  const file = existsSync(config)
    ? await readAgentFile(config)
    : { sources: [fileSource(layout.bosh('settings-source.json'))], networkManager: undefined };
  const agent = new Agent({
    layout,
    world,
    log,
    platform: values.P === 'dummy' ? new DummyPlatform(layout) : new LinuxPlatform(log, world, file.networkManager),
    sources: file.sources,
    connect: connectBus,
    // a VM is as small as its agent: what a package's bytes went through goes back at once, not at the next collection
    onIdle: collect,
  });
  const end = (): void => void agent.close().finally(() => process.exit(0));
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  try {
    await agent.start();
  } catch (error) {
    log.warn('the agent cannot work', { reason: reason(error) });
    process.exitCode = 1;
    await agent.close();
    process.exit(1);
  }
}

/** V8's most thorough collection, where the command line lets it be asked for: caches and old code go too, and pages that are nearly empty. */
function collect(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

void main();
