import { fail } from '../errors.js';
import type { Ref } from '../schema/values.js';
import type { Session } from '../session/session.js';

/** A list of tasks that the server keeps and a filter follows. Changes made while one is under way go together in the next. */
export class TaskList {
  readonly #session: Session;
  #view: Ref<'ListView'> | undefined;
  #listed = new Set<string>();
  #changing: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Begins a new, empty list; an older one ended with its session. */
  async create(): Promise<Ref<'ListView'>> {
    const { viewManager } = this.#session.content;
    if (viewManager === undefined) throw fail('VSphereReplyInvalid', 'the server has no ViewManager');
    this.#view = (await this.#session.call('CreateListView', viewManager, {})) as Ref<'ListView'>;
    this.#listed = new Set();
    return this.#view;
  }

  /** Makes the list hold the wanted tasks, and gives those that the server does not know. */
  sync(wanted: () => Iterable<string>): Promise<string[]> {
    const next = this.#changing.catch(() => {}).then(() => this.#change(new Set(wanted())));
    this.#changing = next;
    return next;
  }

  async #change(wanted: ReadonlySet<string>): Promise<string[]> {
    const add = [...wanted].filter((id) => !this.#listed.has(id));
    // Finished ones leave together with the next arrival: that saves a call a task.
    if (this.#view === undefined || add.length === 0) return [];
    const remove = [...this.#listed].filter((id) => !wanted.has(id));
    const listed = this.#listed;
    const args = { add: add.map(toRef), remove: remove.map(toRef) };
    const unresolved = ((await this.#session.call('ModifyListView', this.#view, args)) ?? []) as Ref<'Task'>[];
    for (const id of add) listed.add(id);
    for (const id of remove) listed.delete(id);
    return unresolved.map(({ value }) => value).filter((id) => wanted.has(id));
  }
}

function toRef(value: string): Ref<'Task'> {
  return { type: 'Task', value };
}
