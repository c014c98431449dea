import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import { eventCells } from '../tables/event-table.js';

export default class Events extends BoshCommand {
  static override description = 'Lists what was done, by whom and to what; the newest 200, older ones with --before-id.';
  static override flags = {
    'before-id': Flags.string({ description: 'Only older than this event' }),
    before: Flags.string({ description: 'Only before this time (RFC 3339, or epoch seconds)' }),
    after: Flags.string({ description: 'Only after this time (RFC 3339, or epoch seconds)' }),
    task: Flags.string({ description: 'Only of this task' }),
    instance: Flags.string({ helpValue: 'INSTANCE', description: 'Only of this instance: GROUP/ID' }),
    'event-user': Flags.string({ description: 'Only by this user' }),
    action: Flags.string({ description: 'Only this action, such as create' }),
    'object-type': Flags.string({ description: 'Only of this type of object, such as vm' }),
    'object-name': Flags.string({ description: 'Only of this object' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Events);
    const seat = this.open(flags);
    const beforeId = flags['before-id'];
    if (beforeId !== undefined && !/^[1-9]\d*$/.test(beforeId))
      throw fail('InvalidArguments', `--before-id=${beforeId} is no event's ID`, {
        hint: 'give the number that `bosh6 events` shows first',
      });
    const director = await seat.director();
    const { task, instance, action, before, after } = flags;
    const events = await director.events.list({
      beforeId,
      before,
      after,
      task,
      instance,
      action,
      user: flags['event-user'],
      objectType: flags['object-type'],
      objectName: flags['object-name'],
      ...((flags.deployment ?? '') === '' ? {} : { deployment: flags.deployment }),
    });
    const columns = events.map(eventCells);
    const header = ['ID', 'Time', 'User', 'Action', 'Object Type', 'Object Name', 'Task ID', 'Deployment', 'Instance', 'Context', 'Error'];
    seat.ui.table({ api: events, content: 'events', header, rows: columns });
  }
}
