import { createReadStream } from 'node:fs';
import { type Task, taskQuerySchema } from '@bosh6/director-api';
import { Controller, Delete, Get, Headers, HttpCode, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fail } from '../errors.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { AsJson, Needs } from './decorators.js';
import { parse } from './parse.js';
import { PlainAnswer } from './plain-answer.js';
import { readRange } from './range.js';
import { Services } from './services.js';

/** What `verbose=1` leaves in: work that people start to change things. */
const shown = new Set(
  (
    'attach_disk create_snapshot delete_deployment delete_release delete_snapshot delete_stemcell run_errand snapshot_deployment ' +
    'update_instance update_deployment update_release update_stemcell export_release'
  ).split(' '),
);

@Controller('tasks')
export class TasksController {
  constructor(private readonly services: Services) {}

  @Get()
  @AsJson()
  @Needs('list_tasks')
  async list(@Query() query: unknown): Promise<Task[]> {
    const { state, verbose = '1', limit, deployment, context_id: contextId } = parse(taskQuerySchema, query);
    const states = state === undefined || state === '' ? undefined : new Set(state.split(','));
    const rows = await this.services.store.read.tasks.all();
    return rows
      .filter((row) => states?.has(row.state) ?? true)
      .filter((row) => verbose !== '1' || shown.has(row.type))
      .filter((row) => deployment === undefined || row.deployment === deployment)
      .filter((row) => contextId === undefined || row.contextId === contextId)
      .reverse()
      .slice(0, limit)
      .map(present);
  }

  @Get(':id')
  @AsJson()
  @Needs('list_tasks')
  async get(@Param('id') id: string): Promise<Task> {
    return present(await this.#find(id));
  }

  @Get(':id/output')
  @Needs('read')
  async output(
    @Param('id') id: string,
    @Query('type') type: string | undefined,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = await this.#find(id);
    if (type !== undefined && !['event', 'result', 'debug', 'cpi', 'none'].includes(type))
      throw fail('ScopeMissing', `there is no task output of type '${type}'`);
    const kind = type === 'event' || type === 'result' ? type : type === 'cpi' || type === 'none' ? undefined : 'debug';
    const file = kind === undefined ? undefined : await this.services.outputs.file(row.id, kind);
    if (file === undefined && (kind === undefined || kind === 'debug')) {
      await reply.status(204).send();
      return;
    }
    reply.header('content-type', kind === 'debug' ? 'text/plain' : 'text/html;charset=utf-8');
    const size = file?.size ?? 0;
    const part = readRange(range, size);
    if (part === 'beyond') {
      await reply.status(416).header('content-range', `bytes */${size}`).send('');
      return;
    }
    if (file === undefined || size === 0) {
      await reply.status(200).send('');
      return;
    }
    const { start, end } = part ?? { start: 0, end: size - 1 };
    if (part !== undefined) reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`);
    await reply.header('content-length', end - start + 1).send(createReadStream(file.path, { start, end }));
  }

  async #find(id: string): Promise<TaskRow> {
    const row = /^\d{1,15}$/.test(id) ? await this.services.store.read.tasks.find({ id: Number(id) }) : undefined;
    if (row === undefined) throw fail('TaskNotFound', `Task ${id} not found`);
    return row;
  }
}

/** `/task/ID`, singular: only to cancel. */
@Controller('task')
export class CancelController {
  constructor(private readonly services: Services) {}

  @Delete(':id')
  @HttpCode(204)
  async cancel(@Param('id') id: string): Promise<void> {
    if (!/^\d{1,15}$/.test(id)) throw fail('TaskNotFound', `Task ${id} not found`);
    await this.services.tasks.cancel(Number(id)).catch((error: unknown) => {
      const { code, message } = error as { code?: string; message: string };
      throw code === 'TaskNotCancellable' ? new PlainAnswer(400, message) : error;
    });
  }
}

function present(row: TaskRow): Task {
  const seconds = (time: number | null): number | null => (time === null ? null : Math.floor(time / 1000));
  return {
    id: row.id,
    state: row.state,
    description: row.description,
    timestamp: seconds(row.finishedAt ?? (row.state === 'cancelling' ? row.startedAt : null)),
    started_at: seconds(row.startedAt),
    result: row.result,
    user: row.user,
    deployment: row.deployment,
    context_id: row.contextId,
  };
}
