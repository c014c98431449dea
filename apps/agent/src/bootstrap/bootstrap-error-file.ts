import { rm } from 'node:fs/promises';
import type { BootstrapError } from '@bosh6/agent-protocol';
import { CodedError, type World } from '@bosh6/base';
import type { Layout } from '../layout.js';
import { writeJson } from '../state/json-file.js';

/** Says on disk why this machine cannot do its work: nobody can ask it over a bus that it does not reach. */
export class BootstrapErrorFile {
  readonly #layout: Layout;
  readonly #world: World;
  #written = true;

  constructor(layout: Layout, world: World) {
    this.#layout = layout;
    this.#world = world;
  }

  async write(error: unknown): Promise<void> {
    const coded = CodedError.is(error) ? error : undefined;
    const content: BootstrapError = {
      code: coded?.code ?? 'BootstrapFailed',
      message: error instanceof Error ? error.message : String(error),
      ...(coded?.hint === undefined ? {} : { hint: coded.hint }),
      ...(coded?.details === undefined ? {} : { details: coded.details }),
      at: Math.floor(this.#world.now() / 1000),
    };
    this.#written = true;
    await writeJson(this.#layout.bosh('bootstrap-error.json'), content, 0o644);
  }

  /** All is well now. */
  async clear(): Promise<void> {
    if (!this.#written) return;
    this.#written = false;
    await rm(this.#layout.bosh('bootstrap-error.json'), { force: true });
  }
}
