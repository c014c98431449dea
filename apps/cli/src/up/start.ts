import { existsSync, readFileSync } from 'node:fs';
import { CodedError } from '@bosh6/base';
import { adoptLab, type LabHandle, type LabStatus, startLab } from '@bosh6/lab';
import { fail } from '../errors.js';
import { directorPort, type Site, siteOf } from './addresses.js';
import { checkDirector } from './check-director.js';
import { cpiOf, keepCpi, readCpi } from './cpi-file.js';
import { directorConfig, writeDirectorConfig } from './director-config.js';
import { directorRefusal } from './director-refusal.js';
import type { Forward } from './forward.js';
import type { Home } from './home.js';
import { labConfig } from './lab-config.js';
import { namingMachine } from './machine-unfit.js';
import { makeHome } from './make-home.js';
import { namingFlags, openForwards } from './open-forwards.js';
import { settingsOf } from './settings-file.js';
import { laySite, type SiteChoices } from './site.js';
import type { Tree } from './tree.js';
import { ensureTrust, writeCreds } from './trust.js';
import { withUpLock } from './up-lock.js';

export interface UpOptions extends SiteChoices {
  readonly home: Home;
  readonly tree: Tree;
  /** Where creds.yml is written. */
  readonly directory: string;
  /** The Director's port on this machine; 0 takes a free one. */
  readonly port: number;
  readonly forward: readonly Forward[];
  /** Without IPv4; a state directory that is without stays so. */
  readonly ipv6Only: boolean;
  /** File that says which CPI the Director has; kept for later starts. The lab's unless one was given. */
  readonly cpi?: string | undefined;
  /** The lab ends with this process. */
  readonly lifeline?: boolean;
  readonly onStep?: (what: string) => void;
}
export interface Up {
  readonly lab: LabHandle;
  readonly site: Site;
  readonly status: LabStatus;
  readonly startedLab: boolean;
  readonly startedDirector: boolean;
  /** Forwards that were added to a lab that ran already. */
  readonly opened: readonly Forward[];
  /** The path that holds the credentials. */
  readonly creds: string;
  /** The Director's port on this machine. */
  readonly port: number;
}

/** Starts what does not run: first the lab, then the Director in it. What runs is taken over. Two at once take turns. Errors: of the lab, UnusableHome, CpiFileInvalid, SettingsFileInvalid, DirectorDidNotStart. */
export function startAll(options: UpOptions): Promise<Up> {
  const { home, onStep } = options;
  return withUpLock(
    home,
    () => onStep?.('Waiting for another `bosh6 up`'),
    () => start(options),
  );
}

async function start(options: UpOptions): Promise<Up> {
  const { home, tree, onStep } = options;
  makeHome(home);
  const settings = settingsOf(home);
  const trust = await ensureTrust(home);
  const site = siteOf(home, options.ipv6Only && !existsSync(home.lab));
  if (options.cpi !== undefined) {
    const cpi = readCpi(options.cpi);
    await checkDirector(home, tree, directorConfig(home, site, trust, cpi, settings), options.cpi);
    keepCpi(home, cpi);
  }
  let lab = await adoptLab(home.lab);
  if (lab === undefined) {
    onStep?.('Starting the lab');
    await laySite(home, options);
    const director = { port: options.port, to: { address: site.endpoints[0].address, port: directorPort } };
    const launch = (): Promise<LabHandle> =>
      startLab({
        stateDir: home.lab,
        config: labConfig(home, site, tree, trust, [director, ...options.forward]),
        daemon: tree.labDaemon,
        node: tree.node,
        lifeline: options.lifeline === true,
      });
    lab = await namingMachine(home.lab, () => namingFlags(launch));
  }
  const running = lab;
  // Also one that another `up` has started just now.
  const opened = running.started ? [] : await openForwards(running, options.forward);
  const startedDirector = await ensureDirector(running, options, () =>
    writeDirectorConfig(home.directorConfig, directorConfig(home, site, trust, cpiOf(home, running.socket), settings)),
  );
  const status = await running.status();
  return {
    lab: running,
    site,
    status,
    startedLab: running.started,
    startedDirector,
    opened,
    creds: writeCreds(home, options.directory),
    port: status.forwards.find(({ to }) => to.port === directorPort)?.port ?? directorPort,
  };
}

async function ensureDirector(lab: LabHandle, { home, tree, onStep }: UpOptions, configure: () => void): Promise<boolean> {
  const service = (await lab.status()).services.find(({ name }) => name === 'director');
  if (service?.state === 'running') return false;
  onStep?.(service === undefined ? 'Starting the Director' : 'The Director has ended; starting it again');
  configure();
  try {
    await lab.startService({
      name: 'director',
      where: 'director',
      argv: [tree.node, tree.director, home.directorConfig],
      cwd: home.director,
      logFile: home.directorLog,
    });
  } catch (cause) {
    const refusal = CodedError.is(cause, 'LabServiceFailed') && directorRefusal(String(cause.details?.said), home);
    if (refusal) throw refusal;
    const why = CodedError.is(cause) ? cause.message : String(cause);
    throw fail('DirectorDidNotStart', `the Director did not start: ${why}\n${logTail(home.directorLog)}`, {
      cause,
      hint: `its log is ${home.directorLog}`,
    });
  }
  return true;
}

function logTail(path: string): string {
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}
