import type { Promises } from './coverage.js';

const director = 'apps/director/src' as const;
const scenarios = 'e2e/scenarios' as const;

/** What the guides promise of what goes on by itself: healing, crashes, the bus, the database. */
export const lasting = {
  'docs/guides/healing.md': {
    'the instance gets a new VM with its disks and addresses': [`${scenarios}/healing.test.ts > a VM %s is made anew`],
    'a VM that is gone or off': [
      `${scenarios}/alerts.test.ts > by its lost connection alone`,
      `${director}/health/monitor.test.ts > a lost connection is followed by a ping`,
    ],
    'our agent, which beats every 5 s': [
      `${director}/health/monitor.test.ts > our agent is missed after three`,
      `${scenarios}/healing.test.ts > a VM %s is made anew`,
    ],
    'a new VM whose jobs were not started gets them started': [
      `${scenarios}/healing-cut-off.test.ts > is brought up by the next one`,
      `${director}/health/monitor.test.ts > left half-done`,
      `${director}/problems/problems.test.ts > left half-done`,
    ],
    'an agent that said that it shuts down': [`${director}/health/monitor.test.ts > an agent that says that it shuts down`],
    'an instance without VM': [`${director}/health/monitor.test.ts > an instance without VM is missed`],
    'whoever answers by then keeps its VM': [
      `${director}/problems/problems.test.ts > scan_and_fix mends those that it is told of and that need it`,
    ],
    'Nobody is missed in the first 30 s of a Director, or after it stood still': [
      `${scenarios}/alerts.test.ts > not before the grace is over`,
      `${director}/health/monitor.test.ts > during the grace after the start`,
      `${director}/health/monitor.test.ts > after the process stood still`,
    ],
    'Never missed are instances that are stopped, ignored or of an errand': [
      `${director}/health/monitor.test.ts > of an errand's instance`,
      `${director}/health/monitor.test.ts > of an instance with %o`,
    ],
    'five or more of a deployment are a meltdown': [
      `${director}/health/monitor.test.ts > in a meltdown`,
      `${scenarios}/alerts.test.ts > a meltdown of VMs that die at once`,
    ],
    '`bosh6 update-resurrection off`': [`${scenarios}/healing.test.ts > while resurrection is off`],
    'A resurrection config whose rules say so': [
      `${scenarios}/healing.test.ts > where a resurrection config says so`,
      `${director}/health/resurrection-rules.test.ts > lets nginx of web be made anew`,
    ],
    'asks for each problem': [`${scenarios}/healing.test.ts > cloud-check asks what to do`, `${scenarios}/cloud-check.test.ts`],
    'only lists': [`${scenarios}/healing.test.ts > cloud-check reports and mends`],
    'which makes it an orphan, unless it is mounted; `activate_disk`, while it is mounted': [
      `${scenarios}/cloud-check.test.ts > a disk that is not in use`,
    ],
    'missing VMs are made anew, the rest is left': [`${director}/problems/problems.test.ts`],
    'A webhook gets each alert as JSON': [`${scenarios}/alerts.test.ts > a job that fails is told to every hook`],
    'What does not get through is sent again': [`${director}/health/webhook.test.ts > and again after failures`],
    'Neither the path of the URL nor the header is logged': [`${director}/health/webhook.test.ts > without the secret of the path`],
    "The names are the stock Director's": [
      `${director}/metrics/metrics.test.ts > a scraper gets the original's names`,
      `${scenarios}/alerts.test.ts > all metrics that the guide names`,
    ],
    '`path` is the route, as `/tasks/:id`': [
      `${director}/metrics/request-metrics.test.ts > requests are counted by route`,
      `${scenarios}/alerts.test.ts > all metrics that the guide names`,
    ],
  },
  'docs/guides/crashes.md': {
    'delete it without asking its agent': [`${director}/deploy/switched-off.test.ts > whose VM is off`],
    'the task that waits for its agent ends in `error` after 45 s': [`${director}/agents/away.test.ts > known to have no connection`],
    'goes on with that after half a minute': [`${scenarios}/healing-cut-off.test.ts > is brought up by the next one`],
    'the Director may end at any moment': ['e2e/robustness/kill-points/kill-points.test.ts', `${director}/failpoints/every-step.test.ts`],
    'which finds the lab and its VMs running and starts what is missing': [
      `${scenarios}/by-hand.test.ts > up starts a Director again that was killed`,
    ],
    'ends in `error` when the Director starts': [`${director}/tasks/task-queue.test.ts > settles what a dead Director left running`],
    'deploy again: what was cut off is done again': [`${director}/failpoints/every-step.test.ts > wherever the Director dies`],
    'Or deploy: instances that are half gone come back, with their disks': [
      `${director}/deploy/recover-intents.test.ts > a deploy after a delete that was cut off`,
    ],
    'what nobody has a record of is deleted': [
      `${director}/deploy/recover-intents.test.ts > a disk that nobody recorded is deleted`,
      `${director}/deploy/update-deployment.test.ts > taken back at the next start`,
    ],
    'One that was being deleted is gone after the start': [
      `${director}/dynamic-disks/dynamic-disks.test.ts > one whose deletion was cut off`,
      `${director}/dynamic-disks/every-step.test.ts`,
    ],
    'it gets the disk that is its own before a job runs': [`${director}/disks/cut-off.test.ts`],
    "the deployment's next task deletes it before all else": [
      `${director}/deploy/condemned-vm.test.ts > is ended by the next deploy`,
      `${director}/deployments/delete-vm-task.test.ts`,
    ],
    'they begin again by themselves': [`${director}/director.test.ts > takes an uploaded release again at its next start`],
    'another one takes over within a minute': [`${director}/tasks/two-directors.test.ts > settle what the other left`],
    "the VM's init starts it again, its jobs run on": [`${scenarios}/healing.test.ts > an agent that is killed comes back`],
    'new settings it takes up again': [`${scenarios}/trusted-certs.test.ts > then the new one only; an agent that is killed`],
    'All else that it was asked, a compilation too, is lost': [
      `${scenarios}/packages-and-room.test.ts > an agent that is killed while it compiles`,
      'e2e/robustness/kill-points/kill-points.test.ts',
    ],
    'what it was asked to make is deleted': [`${director}/deploy/undone-create.test.ts > what a CPI that died had made is undone`],
    'Director and agents connect again by themselves': [
      `${director}/agents/away.test.ts > a bus that was lost has all doubted`,
      'e2e/robustness/kill-points/kill-points.test.ts',
    ],
    'how it ended is stored once there is room': [
      `${director}/tasks/full-disk.test.ts > a task that is cancelled before it began ends once that can be stored`,
      `${director}/tasks/task-queue.test.ts > stores how a task ended once the database is back`,
      `${director}/persistence/sqlite-store.test.ts > says that its disk is full, and goes on`,
    ],
    "Lines of a task's output may be lost": [`${director}/tasks/full-disk.test.ts > a task that fails ends so without its event lines`],
    'a task whose result is lost has failed': [`${director}/tasks/full-disk.test.ts > a task that cannot give its answer has failed`],
    'compares the database with what the infrastructure and the blobstore have': [`${director}/fsck/fsck.test.ts`],
    'a call to a CPI was cut off, and that CPI cannot say what it made': [
      `${director}/fsck/fsck.test.ts > a CPI call of which nobody knows`,
    ],
    'It ends with 8 when something is broken or suspect': ['apps/cli/src/commands/director/fsck.test.ts > ends with 8'],
    "CI takes 40 of these by the commit's hash": ['e2e/robustness/kill-points/choose.test.ts'],
  },
  'docs/guides/bus.md': {
    'Agents notice no difference, the stock one included': [
      'e2e/interop/stock-agent/stock-agent.test.ts',
      'packages/bus/src/nats-server/authority.test.ts',
    ],
    'each by the subject of its certificate and with its own subjects only': [
      'packages/bus/src/nats-server/authority.test.ts > may say nothing where',
    ],
    "A deleted VM's agent leaves the file, and the server ends its connection": [
      'packages/bus/src/nats-server/authority.test.ts > ends the connection of an agent that is revoked, or is to connect anew',
    ],
    '`NatsServerNotReloaded`': [`${director}/core/start-nats-server-bus.test.ts`],
  },
  'docs/guides/postgresql.md': {
    'Directors that start together wait for each other': [
      `${director}/persistence/postgres/connect.test.ts > by Directors that start together`,
    ],
    'read anew for each connection': [`${director}/persistence/postgres/connect.test.ts > reads the password again`],
    'a task that was in the middle of a change fails with `DatabaseConnectionLost`': [
      `${director}/persistence/postgres/outage.test.ts > fails with a code what was under way`,
    ],
    'They tell each other of tasks through the database, at once': [
      'e2e/scenarios/roles.test.ts > what the one is asked the other does',
      `${director}/tasks/two-directors.test.ts > where one only takes tasks in`,
    ],
    'A worker that is away leaves tasks queued until it is back': ['e2e/scenarios/roles.test.ts > without a worker tasks wait'],
    'A server that goes away while the Director runs is waited for': [
      `${director}/persistence/postgres/outage.test.ts > is waited for by what has not begun`,
    ],
  },
} as const satisfies Readonly<Record<string, Promises>>;
