import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { type ApplySpec, applySpecSchema } from '@bosh6/agent-protocol';
import type { Layout } from '../layout.js';
import { readJson, writeJson } from '../state/json-file.js';

/** The apply spec that this machine has. */
export class SpecStore {
  readonly #layout: Layout;
  #spec: ApplySpec = {};

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  async load(): Promise<void> {
    const parsed = applySpecSchema.safeParse(await readJson(this.#layout.bosh('spec.json')));
    if (parsed.success) this.#spec = parsed.data;
  }

  get current(): ApplySpec {
    return this.#spec;
  }

  get jobs(): string[] {
    return (this.#spec.job?.templates ?? []).map((template) => template.name);
  }

  /** Keeps the spec, and in instance/ what jobs may read of it. */
  async keep(spec: ApplySpec): Promise<void> {
    await writeJson(this.#layout.bosh('spec.json'), spec);
    await mkdir(this.#layout.instance(), { recursive: true, mode: 0o755 });
    for (const name of ['id', 'az', 'name', 'deployment'] as const) {
      const path = this.#layout.instance(name);
      await writeFile(path, spec[name] ?? '');
      await chmod(path, 0o644);
    }
    this.#spec = spec;
  }
}
