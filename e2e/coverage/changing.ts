import type { Promises } from './coverage.js';

const deploy = 'apps/director/src/deploy' as const;
const scenarios = 'e2e/scenarios' as const;

/** What the guides promise of plans, deploys, errands, disks and what they are made of. */
export const changing = {
  'docs/guides/updates.md': {
    'changes nothing: no task, no row, no VM': [
      `${deploy}/plan/purity.test.ts > neither plan nor dry run`,
      `${scenarios}/plan.test.ts > nothing would change`,
      `${scenarios}/roles.test.ts > what the one is asked the other does`,
    ],
    'What a `((placeholder))` of the Director gave is never shown': [
      `${scenarios}/secrets.test.ts > are told by a plan as the placeholders`,
      `${deploy}/plan/preview-deploy.test.ts > told are the placeholders`,
    ],
    'What is still to be generated is unknown': [`${deploy}/plan/preview-deploy.test.ts > a value that is still to be generated`],
    'ends with 10 when anything would change': [
      `${scenarios}/plan.test.ts > names a changed property`,
      'apps/cli/src/commands/plan.test.ts > ends with 10',
      `${deploy}/plan/deployment-changes.test.ts > is made by its first deploy`,
      `${deploy}/plan/deployment-changes.test.ts > a variable that comes is generated`,
      `${deploy}/plan/deployment-changes.test.ts > an errand group that comes`,
    ],
    'How the manifest is written counts for nothing': [`${deploy}/plan/deployment-changes.test.ts > how it is written is none`],
    'does exactly what the plan of that ID showed': [`${scenarios}/plan.test.ts > is carried out as it was told`],
    'or fails with `PlanOutdated` and says what changed since': [
      `${scenarios}/plan.test.ts > is refused once another deploy was faster`,
      `${deploy}/plan/preview-deploy.test.ts > a plan is of no use once`,
    ],
    'a task that stops after rendering, and leaves nothing but its row and its events': [
      `${deploy}/plan/purity.test.ts > neither plan nor dry run`,
      `${scenarios}/plan.test.ts > differs from a dry run`,
      `${deploy}/prepare-deploy.test.ts > a dry run generates variables and stores none`,
    ],
    'updated in place: jobs stop, the VM trusts the new ones': [
      `${scenarios}/trusted-certs.test.ts > another authority is a change, for which the VM stays`,
      `${deploy}/update-settings.test.ts > other certificates reach the VM that is there between stop and start`,
    ],
    'New VMs get them before anything is installed, those that compile too': [
      `${scenarios}/trusted-certs.test.ts > a new VM trusts servers of the authority`,
      `${deploy}/update-settings.test.ts > every new VM is told, those that compile too`,
      `${deploy}/update-settings.test.ts > a new VM has the newest, whoever makes it`,
    ],
    'A stopped instance gets them when it is started': [
      `${deploy}/update-settings.test.ts > a stopped instance is told when it is started`,
    ],
    "a warning in the Director's log, with file and line": [
      'apps/director/src/trusted-certs-at-start.test.ts > what is odd of the certificates is in the log',
    ],
    'updated in place: jobs stop, new ones start': [`${scenarios}/first-deploy.test.ts > updates a changed property in place`],
    "in place; a new disk gets the old one's data, the old one is orphaned": [
      `${deploy}/update-deployment.test.ts > a larger disk is a new one`,
      `${scenarios}/packages-and-room.test.ts > a disk that grows`,
    ],
    'a new VM; the disk moves over': [
      `${scenarios}/first-deploy.test.ts > recreates the VM for a changed address`,
      `${scenarios}/instance-states.test.ts > a newer stemcell`,
      `${deploy}/update-steps.test.ts > a newer stemcell`,
      'packages/plan/src/decide.test.ts > other cloud properties make a new VM',
      'packages/plan/src/decide.test.ts > another env makes a new VM',
    ],
    'the deploy fails; with `--fix` it gets a new VM': [`${scenarios}/hook-faults.test.ts > an agent that never answers`],
    'its VM is gone': [
      `${scenarios}/after-down.test.ts > comes back with a plain deploy`,
      `${deploy}/lost-vm.test.ts > a plain deploy gives`,
    ],
    'the infrastructure is told; jobs run on': [
      `${scenarios}/links-and-values.test.ts > other tags are told`,
      `${deploy}/update-metadata.test.ts > changed tags are told`,
    ],
    'its last update did not end': [
      `${scenarios}/hook-faults.test.ts > and what all of them left`,
      'packages/plan/src/decide.test.ts > an unfinished update is repeated',
    ],
    'deleted; its disk is orphaned': [
      'packages/plan/src/decide.test.ts > what the manifest no longer has',
      `${deploy}/update-deployment.test.ts > more and fewer instances`,
    ],
    'leave out VMs that are not older': [
      `${deploy}/recreate.test.ts > only VMs that are old enough`,
      `${scenarios}/states-and-errands.test.ts > a VM is made anew only when it is old enough`,
    ],
    'A stopped instance stays stopped, and gets its changes when it is started': [
      `${scenarios}/states-and-errands.test.ts > a stopped instance stays stopped`,
      'packages/plan/src/wanted-state.test.ts > its other changes wait',
    ],
    'An ignored one is left alone': [
      `${scenarios}/instance-states.test.ts > an ignored one is left alone`,
      `${deploy}/ignored-address.test.ts`,
      `${deploy}/update-one-instance.test.ts > an ignored instance`,
    ],
    'Packages are compiled': [
      `${deploy}/update-deployment.test.ts > a first deploy compiles`,
      `${scenarios}/post.test.ts > while it compiles`,
      `${scenarios}/packages-and-room.test.ts > what is compiled`,
    ],
    'those with `serial: true`, the default, one after the other': [
      `${scenarios}/updates.test.ts > goes group by group`,
      `${deploy}/update-order.test.ts > groups come one after the other`,
    ],
    'so many go first, in the first AZ in which any changes now; when one fails, the rest stays as it was': [
      `${scenarios}/updates.test.ts > is that of a canary alone first`,
      `${scenarios}/updates.test.ts > ends with a canary`,
      `${deploy}/update-steps.test.ts > canaries of the first zone`,
    ],
    'how long is waited before the state of the jobs is asked for, and how long they have until they run': [
      `${scenarios}/updates.test.ts > waits update_watch_time`,
    ],
    '`deploy --canaries` and `--max-in-flight` take the place of both': [`${scenarios}/updates.test.ts > takes a share of each AZ`],
    'so many at once': [`${scenarios}/updates.test.ts > then of max_in_flight at once`, `${deploy}/update-order.test.ts > max_in_flight`],
    'its instances keep UUID, disks and addresses': [`${scenarios}/updates.test.ts > migrated_from keeps instance, disk and address`],
    'says which one its instances are in': [
      `${scenarios}/instance-states.test.ts > instances of a time without AZs`,
      `${deploy}/migrated-from.test.ts > also where the first try fails`,
    ],
    'has the CPI choose what is large enough': [`${scenarios}/updates.test.ts > what it calculated of vm_resources`],
    'in this order': [`${scenarios}/updates.test.ts > in BOSH’s order and with its arguments`],
    'a negative number has it asked again after them': [`${scenarios}/hook-faults.test.ts > a drain script may ask to be asked again`],
    'what was deployed counts nevertheless': [`${scenarios}/hook-faults.test.ts > post-deploy fails on one`],
    "A script that fails fails its instance's update": [`${scenarios}/hook-faults.test.ts > nothing after it runs`],
    '`--skip-drain` leaves out `pre-stop` and `drain`': [`${scenarios}/instance-states.test.ts > without convergence`],
    '`create-swap-delete` makes the new VM beside the old one': [
      `${scenarios}/instance-states.test.ts > while the first is stopped`,
      `${scenarios}/create-swap-delete.test.ts`,
      `${deploy}/swap-vm.test.ts`,
    ],
    'When an instance fails, those that are under way end': [
      `${scenarios}/updates.test.ts > lets the other that is under way end`,
      `${scenarios}/hook-faults.test.ts > nothing after it runs`,
      `${deploy}/update-deployment.test.ts > a job that is never healthy`,
    ],
  },
  'docs/guides/errands.md': {
    'any job whose templates have `bin/run`': [`${scenarios}/states-and-errands.test.ts > a job runs as an errand where it is`],
    'on a VM that is made for it and deleted afterwards': [
      `${scenarios}/instance-states.test.ts > is kept for the next run`,
      'apps/director/src/errands/run-errand.test.ts > an errand group',
    ],
    'with `--keep-alive` it stays for the next run': [
      `${scenarios}/instance-states.test.ts > is kept for the next run`,
      'apps/director/src/errands/run-errand.test.ts > keep-alive',
    ],
    '`--when-changed` skips an errand that succeeded the last time': [
      `${scenarios}/instance-states.test.ts > is kept for the next run`,
      'apps/director/src/errands/run-errand.test.ts > when-changed',
    ],
    "chooses instances of a job's errand": ['apps/director/src/errands/run-errand.test.ts > on the instances that are chosen'],
    'the task itself is done': ['apps/director/src/errands/run-errand.test.ts > a failed run counts as none'],
    '`cancel-task` ends the script': [`${scenarios}/states-and-errands.test.ts > a cancel ends the script`],
    'They take nothing (all instances), `GROUP` or `GROUP/ID`': [
      'packages/plan/src/wanted-state.test.ts > and no other group',
      `${deploy}/update-one-instance.test.ts > touch one instance alone`,
    ],
    '`latest` stands for the versions of then': [`${deploy}/state-change.test.ts > stands for what is deployed`],
    '`ignore` leaves an instance out of deploys; its state cannot be changed until `unignore`': [
      `${scenarios}/instance-states.test.ts > an ignored one is left alone`,
    ],
    'With `--no-converge` only the one instance is looked at': [
      `${scenarios}/instance-states.test.ts > without convergence`,
      `${deploy}/update-one-instance.test.ts > touch one instance alone`,
    ],
    'its disk and what an earlier change of it left undone are part of that': [
      `${deploy}/update-one-instance.test.ts > finishes what a change before left undone`,
      `${deploy}/update-one-instance.test.ts > is started with another`,
    ],
  },
  'docs/guides/disks.md': {
    'When the instance goes, or asks for another disk, it becomes an orphan': [
      `${scenarios}/first-deploy.test.ts > leaves nothing but an orphaned disk`,
    ],
    'takes a disk from its instance, which must be stopped': ['apps/director/src/disks/attach-disk-task.test.ts > orphan-disk takes'],
    'gives a stopped instance a disk in place of its own': [
      `${scenarios}/states-and-errands.test.ts > a disk that was taken away is attached again`,
      `${scenarios}/states-and-errands.test.ts > in place of the disk that an instance has`,
    ],
    "a snapshot of the instance's disk, or of every one": [`${scenarios}/states-and-errands.test.ts > snapshots are taken and deleted`],
    'the instance is not started without the disk that is its own': [
      'apps/director/src/disks/cut-off.test.ts > no job is started without the disk',
    ],
    'gives every instance that has a disk a new one of the same kind': [
      `${scenarios}/states-and-errands.test.ts > a recreated disk is another one`,
    ],
    'When the copy fails, the new disk is deleted and the old one stays': [`${deploy}/recreate.test.ts > when the copy fails`],
    '`cloud-check` forgets it, and the next deploy makes a new one': [`${scenarios}/cloud-check.test.ts > a disk that is gone`],
    'Snapshots go with their disk': ['apps/director/src/disks/attach-disk-task.test.ts > snapshots go with it'],
    'A CPI that cannot take snapshots fails the task with its own words': [
      'apps/director/src/disks/attach-disk-task.test.ts > a CPI that cannot',
    ],
    'makes one while jobs run, gives it to one instance and later to another': [
      `${scenarios}/states-and-errands.test.ts > on a dynamic disk`,
    ],
    'An instance keeps its disk: each VM that it gets has it': [
      'apps/director/src/dynamic-disks/dynamic-disks.test.ts > each VM that the instance gets has it',
    ],
    "`delete-deployment` deletes the deployment's disks": [
      'apps/director/src/dynamic-disks/dynamic-disks.test.ts > a deployment that goes takes them',
    ],
    'The agent must know `add_dynamic_disk`': ['apps/director/src/dynamic-disks/dynamic-disks.test.ts > an agent that cannot link it'],
  },
  'docs/guides/links.md': {
    "the one provider of the link's type in the deployment": [
      'packages/plan/src/links/resolve-links.test.ts > an implicit link finds',
      `${scenarios}/links-and-values.test.ts > links: the one of its type`,
    ],
    'the one that deployment `data` shares, as it was when `data` was deployed last': [
      'apps/director/src/links/links.test.ts > another deployment sees a shared link',
    ],
    'the same, with the addresses on that network': [
      'packages/plan/src/links/resolve-links.test.ts > an explicit network chooses',
      `${scenarios}/links-and-values.test.ts > by name on a network`,
    ],
    'what the manifest says, a manual link': [`${scenarios}/links-and-values.test.ts > made by hand`],
    'What is no deploy changes no link': [
      `${scenarios}/healing.test.ts > a new VM has the link`,
      'apps/director/src/links/links.test.ts > what is no deploy gives a link',
    ],
    'Only properties that the link names are handed on, and these the job must declare': [
      'packages/plan/src/links/resolve-links.test.ts > a custom provider hands on',
    ],
    'All links that cannot be resolved are told together, error 190016': [
      'apps/director/src/links/links.test.ts > is 190016',
      'packages/plan/src/links/resolve-links.test.ts > nobody provides it',
    ],
    '`POST /links` gives somebody outside a link': ['apps/director/src/links/links.test.ts > somebody outside gets a link'],
  },
  'docs/guides/variables.md': {
    'what the manifest lists under `variables` is generated by the Director': [
      `${deploy}/update-deployment.test.ts > variables are generated once`,
      `${scenarios}/links-and-values.test.ts > variables of every type`,
    ],
    'A certificate comes after its authority in the list': [
      `${deploy}/variables/resolve-variables.test.ts > a certificate is signed by the authority`,
    ],
    '`alternative_names`': [`${deploy}/variables/resolve-variables.test.ts > a chain of authorities, names, lengths and usages`],
    'a deploy generates a new value': [`${deploy}/variables/update-modes.test.ts > a new value, which reaches the templates`],
    "or a certificate's authority is another": [`${deploy}/variables/update-modes.test.ts > a converged certificate follows`],
    'With `update: {strategy: on-stemcell-change}` a new value waits': [`${deploy}/variables/update-modes.test.ts > overwrite that waits`],
    '`start`, `stop`, `restart` and `recreate` generate nothing anew': [
      `${deploy}/variables/update-modes.test.ts > a restart generates nothing anew`,
    ],
    'A name that begins with `/` is one value for all deployments': [
      `${deploy}/variables/update-modes.test.ts > one value for all deployments`,
    ],
    'An instance keeps the values that it was given until a deploy has updated it': [
      `${deploy}/variables/former-values.test.ts`,
      `${scenarios}/links-and-values.test.ts > did not reach keeps its own`,
    ],
    'has the CLI make the values, before the Director sees the text': [
      'packages/formats/src/interpolate/interpolate.test.ts > makes typed definitions',
    ],
  },
  'docs/guides/addons.md': {
    'An addon puts jobs on instance groups that do not name them': [
      `${deploy}/runtime-configs.test.ts > an addon, its release`,
      `${scenarios}/links-and-values.test.ts > jobs and values of a runtime config`,
    ],
    'Every key must fit, by one of its values': ['packages/plan/src/addons/with-addons.test.ts > an addon with'],
    "Filters see the jobs of addons before them, the manifest's first": [
      'packages/plan/src/addons/with-addons.test.ts > whose filters see them',
    ],
    'A job that a group has already is an error': ['packages/plan/src/addons/with-addons.test.ts > a job that a group has already'],
    'A config counts from the next deploy on': [
      `${deploy}/runtime-configs.test.ts > counts from the next deploy on`,
      `${scenarios}/links-and-values.test.ts > what a runtime config gave goes with it`,
    ],
    "A config of a team counts for the team's deployments": [`${deploy}/runtime-configs.test.ts > a config of another team`],
  },
  'docs/guides/dns.md': {
    'A network of both families gives its instances one name with both addresses': [
      `${scenarios}/local-dns.test.ts > have a name for all of them`,
      'apps/director/src/dns/sync-records.test.ts > are of one name',
    ],
    "With it, `spec.address` and the `address` of a link's instances are names": [
      'apps/director/src/rendering/instance-spec.test.ts > its address is a name',
    ],
    'an instance keeps its name over new VMs': [
      'apps/director/src/dns/naming.test.ts > the short name that the records give it',
      `${scenarios}/healing.test.ts > its short name`,
    ],
    'a link that another group provides one day keeps its names': [
      `${scenarios}/links-and-values.test.ts > names of each link that find its instances`,
      'apps/director/src/dns/link-names.test.ts > keeps its number',
    ],
    'those in the AZ of that number; that of an index': [
      `${scenarios}/local-dns.test.ts > are named by AZ`,
      `${scenarios}/local-dns.test.ts > have a name for all of them`,
    ],
    "the same by the group's number, in all its networks": [`${scenarios}/local-dns.test.ts > also by the number of their group`],
    '`page.internal` means all of them, `UUID.page.internal` one': [
      `${scenarios}/local-dns.test.ts > have the names that the manifest gives them`,
    ],
    'nobody outside the VM is answered': [
      `${scenarios}/local-dns.test.ts > answer nobody else`,
      'apps/agent/src/dns/resolver.test.ts > who asks from elsewhere',
    ],
    'All other names go to the DNS servers': [`${scenarios}/local-dns.test.ts > look up other names as before`],
    "names the instances whose jobs all run or, when nobody's do, all": [
      `${scenarios}/local-dns.test.ts > while they are stopped, unless all are`,
    ],
    'A VM hears of others a few seconds after their jobs stop or fail': [
      'apps/director/src/health/health-news.test.ts > all agents are told',
    ],
    'A DNS server of a job that wants port 53': ['apps/agent/src/dns/answer-names.test.ts > port 53 is left alone'],
  },
} as const satisfies Readonly<Record<string, Promises>>;
