import { accessSync, constants, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import { transferBar } from '../output/transfer-bar.js';
import { followTask } from '../session/follow.js';

export default class Logs extends BoshCommand {
  static override description = "Fetches instances' logs as one archive.";
  static override args = { instance: Args.string({ ignoreStdin: true, description: 'GROUP or GROUP/ID; all when left out' }) };
  static override flags = {
    dir: Flags.string({ default: '.', description: 'Where to put the archive' }),
    only: Flags.string({ description: 'Only these files: patterns joined by commas' }),
    agent: Flags.boolean({ description: "The agent's logs" }),
    system: Flags.boolean({ description: "The system's logs" }),
    'all-logs': Flags.boolean({ description: 'Logs of jobs, agent and system' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Logs);
    const seat = this.open(flags);
    const [group, id] = (args.instance ?? '').split('/');
    checkDirectory(flags.dir);
    const { director, name } = await seat.deployment();
    const type = flags['all-logs'] ? 'agent,job,system' : flags.agent ? 'agent' : flags.system ? 'system' : 'job';
    const task = await director.deployments.logs(name, {
      type,
      ...(group === undefined || group === '' ? {} : { group }),
      ...(id === undefined || id === '' ? {} : { id }),
      ...(flags.only === undefined ? {} : { filters: flags.only }),
    });
    const followed = await followTask(seat, director, task);
    const blob = followed.task.result ?? (await director.tasks.get(task.id)).result ?? '';
    if (blob === '') throw fail('NoSuchObject', `task ${task.id} gave no logs`);
    const path = join(flags.dir, `${[name, group, id].filter((part) => (part ?? '') !== '').join('.')}-${timestamp(seat.world.now())}.tgz`);
    seat.ui.line(`Downloading resource '${blob}' to '${path}'...`);
    const { body, size = 0 } = await director.resources.open(blob);
    const bar = transferBar(seat.ui, seat.world, size);
    let done = 0;
    body.on('data', (chunk: Buffer) => {
      done += chunk.length;
      bar.update(done);
    });
    await pipeline(body, createWriteStream(path, { mode: 0o600 }));
    bar.end();
    // Where the sentence above is not shown, a program still wants the name.
    if (!seat.ui.decorated) seat.ui.block(`${path}\n`);
  }
}

/** Before the Director gathers anything. */
function checkDirectory(path: string): void {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    if (statSync(path).isDirectory()) return;
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw fail(
      'UnwritableDirectory',
      `nothing can be written to '${path}': ${missing ? 'there is no such directory' : 'its permissions forbid it'}`,
      {
        cause,
        where: { document: path },
      },
    );
  }
  throw fail('UnwritableDirectory', `'${path}' is no directory`, { where: { document: path } });
}

/** `20180125-102030-123`. */
function timestamp(now: number): string {
  const [date = '', time = ''] = new Date(now).toISOString().split('T');
  return `${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${time.slice(9, 12)}`;
}
