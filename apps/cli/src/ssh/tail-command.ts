export interface TailWishes {
  readonly follow: boolean;
  readonly lines?: number | undefined;
  readonly quiet: boolean;
  /** Only of these jobs. */
  readonly jobs: readonly string[];
  /** Patterns below the jobs' logs, joined by commas. */
  readonly only?: string | undefined;
  readonly agent: boolean;
  readonly system: boolean;
  /** Those of jobs, where neither `jobs` nor `only` chooses. */
  readonly jobLogs: boolean;
}

/** What is written as text below /var/log, and not kept from earlier. */
const systemLogs = '$(find /var/log -type f -name \\*.log -or -type f -name syslog -or -type f -name messages)';
/** Jobs may write beside their directories too. */
const topLogs = '$(if [ -f /var/vcap/sys/log/*.log ]; then echo /var/vcap/sys/log/*.log ; fi)';

/** What shows logs in a VM (as bosh-cli). The patterns are for the VM's shell, which is why they go as they are. */
export function tailCommand({ follow, lines, quiet, jobs, only, agent, system, jobLogs }: TailWishes): string[] {
  const below = (pattern: string): string => `/var/vcap/sys/log/${pattern}`;
  const chosen = [
    ...jobs.map((job) => below(`${job}/*.log`)),
    ...(only ?? '')
      .split(',')
      .filter((one) => one !== '')
      .map(below),
  ];
  const files = [
    ...(system ? [systemLogs] : []),
    ...(agent ? ['/var/vcap/bosh/log/current'] : []),
    ...(chosen.length > 0 ? chosen : jobLogs ? [below('**/*.log'), topLogs] : []),
  ];
  const words = [
    'exec tail',
    ...(follow ? ['-F'] : []),
    ...(lines === undefined ? [] : ['-n', String(lines)]),
    ...(quiet ? ['-q'] : []),
    ...files,
  ];
  return ['sudo', 'bash', '-c', `'${words.join(' ')}'`];
}
