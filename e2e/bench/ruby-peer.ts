import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../stack/paths.js';

/** The system's Ruby, if it has one. */
export function rubyMissing(): boolean {
  return spawnSync('ruby', ['-e', 'exit']).status !== 0;
}

export interface RubyPeer {
  /** Renders the scene once. */
  render(): Promise<{ seconds: number; digest: string }>;
  stop(): void;
}

/** One process of the system's Ruby, with a scene in memory. */
export function startRubyPeer(scenePath: string): RubyPeer {
  const child = spawn('ruby', [join(root, 'e2e/bench/render-peer.rb'), scenePath], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async render() {
      child.stdin.write('\n');
      const { value, done } = await lines.next();
      if (done) throw new Error('the Ruby that is compared with ended');
      const [seconds, digest = ''] = value.split(' ');
      return { seconds: Number(seconds), digest };
    },
    stop() {
      child.stdin.end();
    },
  };
}
