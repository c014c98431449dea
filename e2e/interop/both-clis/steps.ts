/**
 * A command line that both CLIs run on the same Director and of which both must print and write the same; where it `fails`, ours with that exit code, the
 * stock one with 1, and both must name the same cause, unless bosh6 has its own `words` for it. Or one by which the stock CLI changes something.
 */
export type Step = { readonly read: string; readonly fails?: number; readonly words?: 'own' } | { readonly stock: string };

const read = (...lines: string[]): Step[] => lines.map((line) => ({ read: line }));
const failing = (fails: number, ...lines: string[]): Step[] => lines.map((line) => ({ read: line, fails }));
const inOwnWords = (fails: number, ...lines: string[]): Step[] => lines.map((line) => ({ read: line, fails, words: 'own' }));
const stock = (...lines: string[]): Step[] => lines.map((line) => ({ stock: line }));

/** By command group of the CLI reference, section 2; what one leaves behind the next one finds. The deployment has one instance. */
export const steps: Readonly<Record<string, readonly Step[]>> = {
  // Not alias-env, which would take the name away that all others use.
  'environments, session': read('environment', 'environment --details', 'environments'),
  configs: [
    ...read('configs', 'config --type=cloud --name=default', 'cloud-config'),
    ...failing(3, 'cpi-config', 'runtime-config', 'runtime-config --name=none', 'cloud-config --name=none', 'config 999'),
    ...stock('update-config --type=mine --name=one config.yml', 'update-cloud-config --name=more config.yml'),
    ...read('configs', 'configs --recent=2 --type=mine', 'config --type=mine --name=one', 'cloud-config --name=more'),
    ...read('diff-config --from-id=1 --to-content=config.yml', 'delete-config --type=none --name=none'),
    ...inOwnWords(3, 'config --type=none --name=none'),
    ...stock('delete-config --type=mine --name=one', 'delete-config --type=cloud --name=more'),
    ...read('configs'),
  ],
  'stemcells, releases': [
    ...read('stemcells', 'releases', 'inspect-release broken/1', 'upload-release TARBALL'),
    ...failing(3, 'inspect-release none/1', 'inspect-release broken/9', 'export-release none/1 debian-bookworm/1.0 --job=none'),
    ...stock('export-release broken/1 debian-bookworm/1.0 --job=sleeper', 'delete-release none'),
    ...read('releases'),
  ],
  deployments: [
    ...stock('deploy tiny-with-errands.yml', 'deploy --dry-run tiny-with-errands.yml'),
    ...stock(
      'deploy --recreate-persistent-disks tiny-with-errands.yml',
      'deploy --recreate-vms-created-before=2026-01-02T03:04:05 tiny-with-errands.yml',
    ),
    ...read('deploy --recreate-vms-created-before=2026-01-02T03:04:05Z tiny-with-errands.yml'),
    ...read('deployments', 'deployment', 'manifest', 'variables'),
  ],
  errands: [
    ...read('errands', 'run-errand visit --instance=sleeper/first', 'run-errand visit --instance=sleeper/first --when-changed'),
    ...read('run-errand visit --instance=sleeper/0 --download-logs'),
    ...inOwnWords(6, 'run-errand brief', 'run-errand none'),
  ],
  'ssh, scp, logs': [
    ...read('ssh sleeper/0 -c hostname', 'ssh sleeper -r -- echo out'),
    ...failing(1, 'ssh sleeper/0 -c false'),
    ...failing(2, 'ssh sleeper/0'),
    ...inOwnWords(6, 'ssh none/0 -c hostname', 'logs none/0', 'scp none/0:/none back'),
    ...read(
      'scp config.yml sleeper/0:/tmp/carried',
      'scp sleeper/0:/tmp/carried back',
      'scp -r sleeper/0:/tmp/carried back-((instance_id))',
    ),
    ...failing(1, 'scp sleeper/0:/none back'),
    ...stock('ssh sleeper/0 -- sudo cp /tmp/carried /var/vcap/sys/log/sleeper/seen.log'),
    ...read('logs sleeper/0 --num=3 --only=sleeper/seen.log', 'logs sleeper/0', 'logs', 'logs --agent sleeper/0'),
    ...read('logs sleeper/0 --only=sleeper', 'logs --system sleeper/0', 'logs --all-logs sleeper'),
  ],
  'instances, VMs, disks': [
    ...read('instances', 'instances --ps', 'instances --details', 'instances --failing', 'vms', 'vms --cloud-properties'),
    ...stock('stop sleeper/0', 'start sleeper/0', 'restart sleeper', 'stop sleeper/0 --hard --no-converge'),
    ...read('instances', 'vms'),
    ...stock('start sleeper/0 --no-converge', 'recreate sleeper/0'),
    ...read('recreate sleeper --vms-created-before=2026-01-02T03:04:05Z', 'recreate --vms-created-before=2026-01-02T03:04:05+02:00'),
    ...stock('ignore sleeper/ID'),
    ...read('instances --details'),
    ...stock('unignore sleeper/ID', 'update-resurrection off', 'update-resurrection on', 'take-snapshot sleeper/ID'),
    ...read('instances --details', 'orphaned-vms', 'disks --orphaned', 'networks --orphaned', 'snapshots', 'cloud-check --report'),
    ...failing(3, 'ignore sleeper/none', 'take-snapshot none/0'),
    ...inOwnWords(6, 'stop none'),
    ...read('delete-vm none', 'delete-disk none'),
  ],
  tasks: [
    ...read('tasks', 'tasks --recent', 'tasks --recent=5 --all', 'task 1', 'task 1 --event', 'task 1 --debug'),
    ...failing(3, 'task 9999', 'curl /nothing', 'event 99999', 'cancel-task 1', 'cancel-task 9999'),
    ...read('locks', 'events --object-type=instance', 'event 1', 'curl /info', 'clean-up --dry-run'),
    ...stock('cancel-tasks', 'clean-up'),
    ...read('tasks --recent'),
  ],
  deleting: [
    ...stock('delete-deployment'),
    ...read('deployments', 'disks --orphaned'),
    ...failing(3, 'instances', 'manifest'),
    ...stock('delete-release broken/1', 'delete-stemcell STEMCELL'),
    ...read('releases', 'stemcells'),
  ],
};
