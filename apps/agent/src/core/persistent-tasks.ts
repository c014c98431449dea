import * as z from 'zod/mini';
import type { Layout } from '../layout.js';
import { readJson, writeJson } from '../state/json-file.js';

const fileSchema = z.record(z.string(), z.object({ method: z.string(), args: z.array(z.unknown()) }));

/** Tasks that are carried on when the agent is started again; bosh/tasks.json. */
export class PersistentTasks {
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  async all(): Promise<{ id: string; method: string; args: unknown[] }[]> {
    return Object.entries(await this.#read()).map(([id, task]) => ({ id, ...task }));
  }

  async add(id: string, method: string, args: readonly unknown[]): Promise<void> {
    await this.#write({ ...(await this.#read()), [id]: { method, args: [...args] } });
  }

  async remove(id: string): Promise<void> {
    const { [id]: _, ...rest } = await this.#read();
    await this.#write(rest);
  }

  async #read(): Promise<z.infer<typeof fileSchema>> {
    const parsed = fileSchema.safeParse(await readJson(this.#layout.bosh('tasks.json')));
    return parsed.success ? parsed.data : {};
  }

  #write(content: z.infer<typeof fileSchema>): Promise<void> {
    return writeJson(this.#layout.bosh('tasks.json'), content);
  }
}
