import { type EntityManager, In, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { taskEntity } from '../entities/index.js';
import type { NewTaskRow, TaskRow, TaskState, TaskSummary } from '../rows/index.js';
import { Table } from '../table.js';

export interface TaskFilter {
  readonly states?: readonly string[];
  readonly types?: readonly string[];
  readonly deployment?: string;
  readonly contextId?: string;
  /** All that are kept, unless said. */
  readonly limit?: number;
}

/** A client that looks a second time has got the answer to its request. */
export const followedReads = 2;

const ended: TaskState[] = ['cancelled', 'done', 'error', 'timeout'];
const summary = Object.fromEntries(
  Object.keys(taskEntity.options.columns)
    .filter((name) => name !== 'payload')
    .map((name) => [name, true]),
);

export class TaskRepository extends Table<TaskRow, NewTaskRow> {
  constructor(manager: EntityManager) {
    super(manager, taskEntity);
  }

  async summary(id: number): Promise<TaskSummary | undefined> {
    return (await this.manager.findOne(this.schema, { select: summary as never, where: { id } as never })) ?? undefined;
  }

  /** The newest since `since` that this request began, if nobody follows it yet. */
  async unfollowed(requestKey: string, since: number): Promise<number | undefined> {
    const where = { requestKey, requestReads: LessThan(followedReads), createdAt: MoreThanOrEqual(since) };
    return (await this.manager.findOne(this.schema, { select: { id: true }, where, order: { id: 'DESC' } }))?.id;
  }

  /** The newest first. */
  newest({ states, types, deployment, contextId, limit }: TaskFilter): Promise<TaskSummary[]> {
    const where = {
      ...(states === undefined ? {} : { state: In([...states]) }),
      ...(types === undefined ? {} : { type: In([...types]) }),
      ...(deployment === undefined ? {} : { deployment }),
      ...(contextId === undefined ? {} : { contextId }),
    };
    return this.manager.find(this.schema, {
      select: summary as never,
      where: where as never,
      order: { id: 'DESC' },
      ...(limit === undefined ? {} : { take: limit }),
    });
  }

  /** Forgets all but the newest, never one that has not ended. Answers with the ids. */
  async deleteAllBut(newest: number): Promise<number[]> {
    const [last] = await this.manager.find(this.schema, { select: { id: true }, order: { id: 'DESC' }, skip: newest, take: 1 });
    if (last === undefined) return [];
    const where = { id: LessThanOrEqual(last.id), state: In(ended) };
    const gone = (await this.manager.find(this.schema, { select: { id: true }, where })).map((row) => row.id);
    if (gone.length > 0) await this.manager.delete(this.schema, where);
    return gone;
  }
}
