import type { Promises } from './coverage.js';

const cli = 'apps/cli/src' as const;
const director = 'apps/director/src' as const;
const scenarios = 'e2e/scenarios' as const;

/** What the README and the guides promise to who types: the walkthrough, scripts, log-in, lint, doctor. */
export const asking = {
  'README.md': {
    'types the commands of the': [`${scenarios}/post.test.ts > differs from the post in the documented rows only`],
    'deploys it on a VM with an IPv4 and an IPv6 address, fetches both pages': [`${scenarios}/first-deploy.test.ts`],
    'and takes all of it down again': ['e2e/robustness/sigkill.test.ts > and then a whole one succeeds'],
    "the host's network is not touched": ['apps/lab/src/lab.test.ts > leaves the network of the host alone'],
    'says [what a machine or a Director lacks]': [`${scenarios}/by-hand.test.ts > doctor needs nothing but that`],
    'the stock `bosh` CLI drives our Director, our agent speaks the stock NATS protocol': [
      'e2e/interop/stock-cli.test.ts',
      'e2e/interop/golden.test.ts',
      'e2e/interop/stock-agent/stock-agent.test.ts',
    ],
    'tries any CPI executable against': ['packages/cpi-protocol/src/conformance/main.test.ts', 'e2e/go-cpi/conformance.test.ts'],
  },
  'docs/guides/walkthrough.md': {
    'A second `up` says that all is up': [`${scenarios}/by-hand.test.ts > up again has nothing to do`],
    'from your host 127.0.0.1 and [::1]': ['apps/lab/src/lab.test.ts > leads a port of the loopback'],
    'From the workstation 10.0.9.165 does not answer, and should not': [
      `${scenarios}/first-deploy.test.ts > serves it over IPv4 on its own network only`,
    ],
    'nothing, and it says so': [`${scenarios}/first-deploy.test.ts > is a no-op the second time`],
    'no VM, address or process stays; the disk is orphaned': [`${scenarios}/first-deploy.test.ts > leaves nothing but an orphaned disk`],
    "VMs end; the Director's database and the disks stay": [
      `${scenarios}/by-hand.test.ts > down leaves no process`,
      `${scenarios}/after-down.test.ts`,
    ],
    'everything goes but your director-settings.json': [`${scenarios}/by-hand.test.ts > leaves nothing but what a person wrote`],
  },
  'docs/guides/scripting.md': {
    "takes the stock `bosh` CLI's place in a script": [
      'e2e/interop/printed/printed.test.ts',
      'e2e/interop/both-clis/both-clis.test.ts',
      'e2e/interop/authoring/authoring.test.ts',
    ],
    'prints the objects that the Director sent': [`${cli}/output/answer-object.test.ts > has the API's objects`],
    'One object on standard output': [`${cli}/main.test.ts > prints one JSON object`],
    '`socks5://HOST:PORT`, or `ssh+socks5://USER@HOST:PORT?private-key=FILE`': [
      `${cli}/session/by-proxy.test.ts > by SOCKS`,
      `${cli}/session/by-proxy.test.ts > leads to it by ssh`,
    ],
    "never for this machine's own addresses": ['packages/director-api/src/client/proxy/choose-proxy.test.ts > stands not between'],
    'addresses in any spelling, prefixes': ['packages/director-api/src/client/proxy/choose-proxy.test.ts > NO_PROXY='],
    '`BOSH_LOG_LEVEL=debug` writes each request and its status': [`${cli}/session/debug-log.test.ts > debug writes each request`],
    'the command line, or a file that it names, is wrong': [`${cli}/command/usage-error.test.ts > ends with 2`],
    'Tables lose heading, title and footer and have tabs between cells': [
      `${cli}/output/table.test.ts > keeps cells and tabs only for a pipe`,
    ],
    'what a task does now stands below its lines': ['e2e/interop/printed/live-progress.test.ts > shows what runs'],
  },
  'docs/guides/log-in.md': {
    "the Director's own token service, below `/uaa`": [
      `${director}/uaa/token-service.test.ts > is given with the claims`,
      'e2e/interop/log-in/log-in.test.ts > lets in who answers',
    ],
    'that UAA; the Director checks its tokens': [
      `${director}/uaa/other-uaa.test.ts`,
      'e2e/interop/log-in/log-in.test.ts > a Director with another UAA',
    ],
    'the Director, at each request': [
      `${director}/uaa/basic.test.ts`,
      'e2e/interop/log-in/log-in.test.ts > asks for name and password itself',
    ],
    'refresh tokens from before are refused': [`${director}/uaa/token-service.test.ts > ends with the password`],
    'After five wrong secrets for a name': [`${director}/uaa/log-in-throttle.test.ts`],
    'A refusal is a 401 that lists the scopes of which one is enough': [`${director}/permissions/routes.test.ts > lists the scopes`],
    'A new deployment belongs to all teams that its maker administers': [
      `${director}/deploy/update-deployment.test.ts > a deployment is of the teams`,
    ],
    "a config stays its team's when an admin of the Director changes it": [`${director}/permissions/teams.test.ts > are of the first team`],
  },
  'docs/guides/several-cpis.md': {
    'A CPI config names CPIs; each AZ of the cloud config says which of them makes its VMs': [
      `${scenarios}/several-cpis.test.ts`,
      `${scenarios}/three-cpis.test.ts`,
    ],
    'each CPI that has not got it and takes its format gets it': [`${scenarios}/three-cpis.test.ts > the stemcell, uploaded again`],
    "takes over what the Director's own CPI made": [`${director}/deploy/several-cpis.test.ts > goes over to one that lists`],
    'With a CPI config every AZ needs a `cpi` that is known': [`${scenarios}/several-cpis.test.ts > an AZ without CPI is refused`],
    'with `PATH`, `HOME` and `TMPDIR` only': [`${scenarios}/several-cpis.test.ts > nothing of the Director’s environment`],
    'What they write to standard error is in `bosh6 task ID --cpi`': [`${scenarios}/several-cpis.test.ts > and what the executable writes`],
    'A deploy whose AZ has a CPI without the stemcell is refused (50003)': [
      `${director}/deploy/several-cpis.test.ts > a stemcell that the CPI of an AZ`,
    ],
    'older ones are refused': ['packages/cpi-protocol/src/client/external-cpi.test.ts > is refused when it reports API version'],
  },
  'docs/guides/doctor.md': {
    'each ability that a lab uses is tried once': [`${scenarios}/by-hand.test.ts > doctor needs nothing but that`],
    'keeps something from working; the command ends with 9': [
      `${cli}/commands/doctor.test.ts > looks no further where nobody is logged in`,
    ],
    'is the original, and lacks what bosh6 adds': [`${cli}/commands/doctor.test.ts > says of an original Director`],
    'Jammy before 1.943 with `nic_group`': [`${cli}/doctor/doctor.test.ts > of Jammy are too old`],
  },
  'docs/guides/editors.md': {
    'It reports all that is wrong at once': [
      'packages/formats/src/lint/lint-subject.test.ts > reports what is wrong everywhere',
      `${cli}/commands/lint.test.ts > prints each problem with its place`,
    ],
    'in a terminal with the line and a caret': [`${cli}/commands/lint.test.ts > shows the line and a caret`],
    'is the place in the ops file or vars file that it came from': ['packages/formats/src/lint/lint-subject.test.ts > which file it was'],
    'keys that nobody reads, with the one that was probably meant': [
      'packages/formats/src/lint/lint-subject.test.ts > warns of keys that nobody reads',
    ],
    "scalars that YAML's readers read differently": ['packages/formats/src/lint/lint-text.test.ts > which is not the same to all readers'],
    'What is wrong only because something else is, is not reported': [
      'packages/formats/src/lint/lint-subject.test.ts > does not report what is wrong only because',
    ],
    '`deploy`, `plan` and `update-config` warn of keys too': [`${cli}/commands/deploy-typos.test.ts`],
    'a test compares the two': ['packages/formats/src/schema/schema.test.ts'],
  },
} as const satisfies Readonly<Record<string, Promises>>;
