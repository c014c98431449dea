import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RenderedJob, type Renderer, RenderMemo, rendersAhead, startRenderer } from '@bosh6/templates';
import type { Benchmark, Measurement } from './benchmark.js';
import { interleaved, median } from './interleaved.js';
import { renderScene, type Scene } from './render-scene.js';
import { rubyMissing, startRubyPeer } from './ruby-peer.js';

const [rounds, warmUp] = [5, 1];

/**
 * Templates a second while five jobs of 1,000 instances are rendered, as a deploy does: some instances under way at once, with a memo of its own; what
 * each template gives for a former instance is taken where it reads nothing else. Compared with one process of the system's Ruby that evaluates each
 * template for each instance, as the original does. Both have compiled the templates and started before the clock does; outputs must be the same.
 */
export const renderThroughput: Benchmark = {
  name: 'render.throughput',
  unit: 'ops/s',
  peer: 'ERB in the system’s Ruby, one process',
  async run() {
    const scene = renderScene();
    // It must not end while the peer has its turn.
    const renderer = startRenderer({ idleMs: 600_000 });
    try {
      return rubyMissing() ? await alone(scene, renderer) : await compared(scene, renderer);
    } finally {
      await renderer.close();
    }
  },
};

async function alone(scene: Scene, renderer: Renderer): Promise<Measurement> {
  process.stderr.write('render.throughput: no ruby on the path, so there is nothing to compare with (apt-get install ruby)\n');
  const values: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const { perSecond } = await renderAll(scene, renderer);
    if (round >= 0) values.push(perSecond);
  }
  return { value: median(values) };
}

async function compared(scene: Scene, renderer: Renderer): Promise<Measurement> {
  const directory = await mkdtemp(join(tmpdir(), 'bosh6-render-'));
  const path = join(directory, 'scene.json');
  await writeFile(path, scene.text);
  const ruby = startRubyPeer(path);
  const digests = new Set<string>();
  try {
    return await interleaved(
      async () => {
        const { perSecond, digest } = await renderAll(scene, renderer);
        digests.add(digest);
        return perSecond;
      },
      async () => {
        const { seconds, digest } = await ruby.render();
        digests.add(digest);
        if (digests.size > 1) throw new Error('the outputs are not the same as those of the Ruby that is compared with');
        return scene.templates / seconds;
      },
      { rounds, warmUp },
    );
  } finally {
    ruby.stop();
    await rm(directory, { recursive: true });
  }
}

async function renderAll({ instances, templates }: Scene, renderer: Renderer): Promise<{ perSecond: number; digest: string }> {
  const outputs: (readonly RenderedJob[])[] = [];
  const memo = new RenderMemo();
  const start = performance.now();
  const queue = instances.values();
  const one = async (): Promise<void> => {
    for (const jobs of queue) {
      const result = await renderer.render({ jobs, memo });
      if (!result.ok) throw new Error(`${result.errors[0]?.template}: ${result.errors[0]?.message}`);
      outputs.push(result.jobs);
    }
  };
  await Promise.all(Array.from({ length: rendersAhead }, one));
  const elapsed = performance.now() - start;
  return { perSecond: (templates / elapsed) * 1000, digest: digestOf(outputs.flat()) };
}

/** Of all that the templates gave, in order; `.bosh/links.json` is no template's. */
function digestOf(jobs: readonly RenderedJob[]): string {
  const hash = createHash('sha1');
  for (const { monit, files } of jobs) {
    hash.update(monit);
    for (const { source, content } of files) if (source !== '.bosh/links.json') hash.update(content);
  }
  return hash.digest('hex');
}
