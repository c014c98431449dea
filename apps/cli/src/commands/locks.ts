import { BoshCommand } from '../command/bosh-command.js';
import { sortRows } from '../output/table.js';
import { longTime } from '../output/values.js';

export default class Locks extends BoshCommand {
  static override description = 'Lists locks: what tasks hold so that no other task changes it meanwhile.';

  async run(): Promise<void> {
    const { flags } = await this.parse(Locks);
    const seat = this.open(flags);
    const director = await seat.director();
    const locks = await director.locks.list();
    const rows = locks.map(({ type, resource, timeout, task_id: task }) => [
      type,
      (resource ?? []).join(':'),
      task ?? '',
      longTime(Math.trunc(Number(timeout ?? 0))),
    ]);
    seat.ui.table({ api: locks, content: 'locks', header: ['Type', 'Resource', 'Task ID', 'Expires at'], rows: sortRows(rows, [2]) });
  }
}
