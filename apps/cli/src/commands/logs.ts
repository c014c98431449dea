import { join } from 'node:path';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { agentFlags, gatewayFlags } from '../command/ssh-flags.js';
import { checkDirectory } from '../documents/check-directory.js';
import { fail } from '../errors.js';
import { followTask } from '../session/follow.js';
import { saveResource } from '../session/save-resource.js';
import type { Seat } from '../session/seat.js';
import { timestamp } from '../session/timestamp.js';
import { fetchAgentLogs } from '../ssh/fetch-agent-logs.js';
import { showLogs } from '../ssh/show-logs.js';

export default class Logs extends BoshCommand {
  static override description = "Fetches instances' logs as one archive, or shows them with --follow or --num.";
  static override examples = [
    'bosh6 -d web logs front/0',
    'bosh6 -d web logs -f front --job=nginx',
    "bosh6 -d web logs --num=50 --only='nginx/*.log' front/0",
  ];
  static override args = { instance: Args.string({ ignoreStdin: true, description: 'GROUP or GROUP/ID; all when left out' }) };
  static override flags = {
    dir: Flags.string({ helpValue: 'DIR', default: '.', description: 'Where to put the archive' }),
    only: Flags.string({
      helpValue: 'PATTERNS',
      multiple: true,
      multipleNonGreedy: true,
      description: 'Only these files: patterns joined by commas',
    }),
    agent: Flags.boolean({ description: "The agent's logs" }),
    system: Flags.boolean({ description: "The system's logs" }),
    'all-logs': Flags.boolean({ description: 'Logs of jobs, agent and system' }),
    follow: Flags.boolean({ char: 'f', description: 'Show them as they are written, over ssh' }),
    num: Flags.integer({ helpValue: 'N', description: 'Show the last lines, over ssh' }),
    quiet: Flags.boolean({ char: 'q', description: 'With --follow or --num: no headings between files' }),
    job: Flags.string({
      helpValue: 'NAME',
      multiple: true,
      multipleNonGreedy: true,
      description: 'With --follow or --num: only of this job',
    }),
    ...gatewayFlags,
    ...agentFlags,
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Logs);
    const seat = this.open(flags);
    if (flags.follow || flags.num !== undefined) {
      const { follow, num, quiet, job, only, agent, system } = flags;
      const on = (flag: boolean | undefined): boolean => flag === true;
      const all = on(flags['all-logs']);
      const wishes = {
        follow: on(follow),
        lines: num,
        quiet: on(quiet),
        jobs: job ?? [],
        only: only?.join(','),
        agent: all || on(agent),
        system: all || on(system),
        jobLogs: all || !(on(agent) || on(system)),
      };
      return showLogs(seat, args.instance, wishes, flags);
    }
    const [group, id] = (args.instance ?? '').split('/');
    checkDirectory(flags.dir);
    const type = flags['all-logs'] ? 'agent,job,system' : flags.agent ? 'agent' : flags.system ? 'system' : 'job';
    const archive = (...parts: (string | undefined)[]): string =>
      join(flags.dir, `${parts.filter((part) => (part ?? '') !== '').join('.')}-${timestamp(seat.world.now())}.tgz`);
    if (flags.director) {
      const path = archive('create-env-vm-logs');
      await fetchAgentLogs(seat, { path, type, filters: flags.only ?? [] }, flags);
      return sayWhere(seat, path);
    }
    const { director, name } = await seat.deployment();
    const task = await director.deployments.logs(name, {
      type,
      ...(group === undefined || group === '' ? {} : { group }),
      ...(id === undefined || id === '' ? {} : { id }),
      ...(flags.only === undefined ? {} : { filters: flags.only.join(',') }),
    });
    const followed = await followTask(seat, director, task);
    const blob = followed.task.result ?? (await director.tasks.get(task.id)).result ?? '';
    if (blob === '') throw fail('NoSuchObject', `task ${task.id} gave no logs`);
    const path = archive(name, group, id);
    await saveResource(seat, director, blob, path);
    sayWhere(seat, path);
  }
}

/** Where the sentence about it is not shown, a program still wants the name. */
function sayWhere({ ui }: Seat, path: string): void {
  if (!ui.decorated) ui.block(`${path}\n`);
}
