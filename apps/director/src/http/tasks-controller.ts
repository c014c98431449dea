import { createReadStream } from 'node:fs';
import { CodedError } from '@bosh6/base';
import { type Task, taskQuerySchema, tasksCancelPostSchema } from '@bosh6/director-api';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fail } from '../errors.js';
import { adminTeams } from '../permissions/permissions.js';
import { followedReads } from '../persistence/repositories/task-repository.js';
import type { TaskSummary } from '../persistence/rows/index.js';
import { findTask } from '../tasks/find-task.js';
import type { OutputType } from '../tasks/task-outputs.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { Accepts, AsJson, Caller, Needs, QueryText } from './decorators.js';
import { parse } from './parse.js';
import { PlainAnswer } from './plain-answer.js';
import { readRange } from './range.js';
import { Services } from './services.js';

/** What `verbose=1` leaves in: work that people start to change things. */
const shown = (
  'attach_disk create_snapshot delete_deployment delete_release delete_snapshot delete_stemcell run_errand snapshot_deployment ' +
  'update_instance update_deployment update_release update_stemcell export_release'
).split(' ');

const cancellable = ['queued', 'processing'];

@Controller('tasks')
export class TasksController {
  constructor(private readonly services: Services) {}

  @Get()
  @AsJson()
  @Needs('list_tasks')
  async list(@Query() query: unknown, @Caller() caller: CallerValue): Promise<Task[]> {
    const { state, verbose = '1', limit, deployment, context_id: contextId } = parse(taskQuerySchema, query);
    const seesAll = this.services.permissions.allows(caller, 'read');
    const rows = await this.services.store.read.tasks.newest({
      ...(state === undefined || state === '' ? {} : { states: state.split(',') }),
      ...(verbose === '1' ? { types: shown } : {}),
      ...(deployment === undefined ? {} : { deployment }),
      ...(contextId === undefined ? {} : { contextId }),
      ...(limit === undefined || !seesAll ? {} : { limit }),
    });
    const teams = adminTeams(caller);
    const seen = seesAll ? rows : rows.filter((row) => row.teams.some((team) => teams.includes(team)));
    return seen.slice(0, limit).map(present);
  }

  @Get(':id')
  @AsJson()
  @Needs('list_tasks', 'task:read')
  async get(@Param('id') id: string, @Caller() caller: CallerValue): Promise<Task> {
    const row = await findTask(this.services.store.read, id);
    await this.#note(row, caller, row.requestReads + 1);
    return present(row);
  }

  /** What clients are sent to cancel all that waits; by default only that. */
  @Post('cancel')
  @HttpCode(204)
  @Accepts('json')
  @Needs('admin')
  async cancel(@Body() body: unknown): Promise<void> {
    const { states: asked, types, deployment } = parse(tasksCancelPostSchema, body) ?? {};
    const states = asked ?? ['queued'];
    const wrong = states.find((state) => !cancellable.includes(state));
    if (wrong !== undefined)
      throw new PlainAnswer(400, `tasks in state '${wrong}' cannot be cancelled; those that can are ${cancellable.join(', ')}`);
    const rows = await this.services.store.read.tasks.newest({
      states,
      ...(types == null || types.length === 0 ? {} : { types }),
      ...(deployment == null ? {} : { deployment }),
    });
    for (const { id } of rows.reverse()) {
      await this.services.tasks.cancel(id).catch((error: unknown) => {
        // It has ended meanwhile, or is forgotten.
        if (!CodedError.is(error, 'TaskNotCancellable') && !CodedError.is(error, 'TaskNotFound')) throw error;
      });
    }
  }

  /** The debug outputs may tell more than who only reads should see. */
  @Get(':id/output')
  @Needs('task:read')
  async output(
    @Param('id') id: string,
    @QueryText('type') type = 'debug',
    @Headers('range') range: string | undefined,
    @Caller() caller: CallerValue,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = await findTask(this.services.store.read, id);
    if (type !== 'event' && type !== 'result' && type !== 'none') this.services.permissions.require(caller, 'task:admin', row.teams);
    if (!['event', 'result', 'debug', 'cpi', 'none'].includes(type))
      throw fail('ScopeMissing', `there is no task output of type '${type}'`);
    await this.#note(row, caller, followedReads);
    const kind = type === 'none' ? undefined : (type as OutputType);
    const isLog = kind === 'debug' || kind === 'cpi';
    const file = kind === undefined ? undefined : await this.services.outputs.file(row.id, kind);
    if (file === undefined && (kind === undefined || isLog)) {
      await reply.status(204).send();
      return;
    }
    reply.header('content-type', isLog ? 'text/plain' : 'text/html;charset=utf-8');
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

  /** Who asked for the task has got the answer once it comes back to it. */
  async #note({ id, user, requestKey, requestReads }: TaskSummary, caller: CallerValue, reads: number): Promise<void> {
    if (requestKey === null || user !== caller.name || requestReads >= followedReads) return;
    await this.services.store.write((tx) => tx.tasks.update({ id }, { requestReads: reads }));
  }
}

/** `/task/ID`, singular: only to cancel. */
@Controller('task')
@Needs('admin')
export class CancelController {
  constructor(private readonly services: Services) {}

  @Delete(':id')
  @HttpCode(204)
  async cancel(@Param('id') id: string): Promise<void> {
    const task = await findTask(this.services.store.read, id);
    await this.services.tasks.cancel(task.id).catch((error: unknown) => {
      const { code, message } = error as { code?: string; message: string };
      throw code === 'TaskNotCancellable' ? new PlainAnswer(400, message) : error;
    });
  }
}

function present(row: TaskSummary): Task {
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
