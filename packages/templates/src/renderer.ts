import { fail } from './errors.js';
import type { Renderer, RendererOptions } from './types.js';

export function startRenderer(options: RendererOptions = {}): Renderer {
  const refuse = async (): Promise<never> => {
    throw fail('RendererClosed', `the renderer is closed (${options.idleMs})`);
  };
  return { warm: async () => {}, render: refuse, pid: undefined, close: async () => {} };
}
