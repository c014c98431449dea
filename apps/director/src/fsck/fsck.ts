import type { FsckFinding } from '@bosh6/director-api';
import { cpiTitle } from '../cpi/cpi-title.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { checkAddresses } from './check-addresses.js';
import { checkBlobs } from './check-blobs.js';
import { checkDisks } from './check-disks.js';
import { checkVms } from './check-vms.js';
import { checkWork } from './check-work.js';
import { finding, inBoth } from './finding.js';
import { type Infrastructure, lookAround } from './infrastructure.js';
import { type Records, readRecords } from './records.js';

/**
 * Compares what the database, the CPIs and the blobstore say; changes nothing. Each result line is a finding. The database is read before and after the CPIs
 * are asked, and what other tasks do meanwhile is no finding.
 */
export function fsck(tools: DeployTools): TaskHandler {
  return {
    type: 'fsck',
    queue: 'urgent',
    run: async (context) => {
      const scope = new Scope(tools, context);
      const { store, blobs, world } = tools.collaborators;
      const stage = context.events.stage('Checking', 3);
      const before = await stage.task('Reading the database', () => readRecords(store, world.now()));
      const there = await stage.task('Asking the CPIs', () => lookAround(scope, before));
      const missing = await stage.task('Looking for blobs', () => checkBlobs(store, blobs, context));
      const after = await readRecords(store, world.now());
      const found = [...inBoth(judge(before, there), judge(after, there)), ...missing];
      for (const one of found) context.result(JSON.stringify(one));
      for (const name of there.shortSighted) {
        context.events.warning(
          `${cpiTitle(name)} does not list what it has: VMs and disks that the Director does not know of stay hidden there`,
        );
      }
      const bad = found.filter(({ severity }) => severity !== 'pending').length;
      return `${bad} problem(s), ${found.length - bad} thing(s) left half-done`;
    },
  };
}

function judge(records: Records, there: Infrastructure): FsckFinding[] {
  const advice = 'see the task with `bosh6 task N --cpi`; check the CPI and its infrastructure, then ask again';
  return [
    ...[...there.silent].map(([name, why]) => finding('suspect', 'cpi_silent', cpiTitle(name), `it cannot be asked: ${why}`, advice)),
    ...checkVms(records, there),
    ...checkDisks(records, there),
    ...checkAddresses(records),
    ...checkWork(records),
  ];
}
