import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { TemplateOutput } from './ruby-frames.js';
import { RubyRenderer } from './ruby-vm.js';
import { begunFd, type WorkerMessage, type WorkerRequest } from './worker-protocol.js';

const tick = Uint8Array.of(1);

/** The entry of the renderer's child process: Ruby at one end, the parent's channel at the other. */
async function main(): Promise<void> {
  process.on('disconnect', () => process.exit(0));
  watchParent();
  const ruby = await RubyRenderer.start();
  process.on('message', (request: WorkerRequest) => {
    let at = { job: '', template: '' };
    try {
      const outputs = request.templates.map(({ job, source, text, context, wantsReads }): TemplateOutput => {
        at = { job, template: source };
        writeSync(begunFd, tick);
        const texts = request.contexts[context];
        if (texts === undefined) throw new TypeError(`the request has no context ${context}`);
        return ruby.render({ path: `${job}/${source}`, template: text, context: texts, wantsReads });
      });
      say({ kind: 'rendered', outputs, memoryBytes: ruby.memoryBytes });
    } catch {
      // A template's own errors are values; only the end of Ruby itself comes here. The parent replaces this process.
      say({ kind: 'broken', ...at });
    }
  });
  say({ kind: 'ready' });
}

function say(message: WorkerMessage): void {
  process.send?.(message);
}

/** An endless template blocks this thread, which then does not see its parent die; another thread does. */
function watchParent(): void {
  const code = `
    const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);
  `;
  const watcher = new Worker(code, { eval: true, env: {}, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 } });
  watcher.unref();
}

// A library starts nothing on import; with a channel to a parent this file is that parent's child.
if (process.send !== undefined) await main();
