import { CodedError } from '@bosh6/base';

/** What a failed command ends with, so that scripts can tell failures apart. The stock CLI knows 1 only. */
export const exitCodes = {
  /** Anything else. */
  failed: 1,
  /** The command line, or a file that it names, is wrong. */
  usage: 2,
  /** The Director, or what it knows, does not allow it. */
  refused: 3,
  /** The Director cannot be reached or trusted, or what it sent was changed on its way. */
  unreachable: 4,
  /** Nobody is logged in, or not as one who may. */
  unauthenticated: 5,
  /** The task was started and failed; an errand too. */
  task: 6,
  /** A person, or the end of the input, stopped it. */
  stopped: 7,
  /** What was looked for was found: problems of `cloud-check --report`, findings of `director fsck`. */
  found: 8,
  /** Something that is needed does not work: `doctor`, or `up` on a machine that lacks it. */
  unfit: 9,
  /** A deploy would change something: `plan --expect-no-changes`. */
  changes: 10,
} as const;

const byCode: Readonly<Record<string, keyof typeof exitCodes>> = {
  DirectorRefused: 'refused',
  RequestRefused: 'refused',
  ConfigChangedMeanwhile: 'refused',
  NoSuchObject: 'refused',
  DirectorUnreachable: 'unreachable',
  ProxyFailed: 'unreachable',
  RequestInterrupted: 'unreachable',
  UnreadableAnswer: 'unreachable',
  DownloadDamaged: 'unreachable',
  CertificateUntrusted: 'unreachable',
  CertificateNameMismatch: 'unreachable',
  CertificateExpired: 'unreachable',
  UnknownZone: 'unreachable',
  OwnDirectorEnded: 'unreachable',
  TaskLost: 'unreachable',
  AgentUnreachable: 'unreachable',
  AgentUntrusted: 'unreachable',
  AuthenticationFailed: 'unauthenticated',
  InvalidCredentials: 'unauthenticated',
  TaskFailed: 'task',
  ErrandFailed: 'task',
  SomeFailed: 'task',
  Stopped: 'stopped',
  StoppedFollowing: 'stopped',
  Interrupted: 'stopped',
  InputEnded: 'stopped',
  ProblemsFound: 'found',
  Unfit: 'unfit',
  MachineUnfit: 'unfit',
  InconsistenciesFound: 'found',
  ChangesPlanned: 'changes',
};

/** Of what a command threw. */
export function exitCodeOf(error: unknown): number {
  if (!CodedError.is(error)) return exitCodes.failed;
  // What ran elsewhere ends the command as it ended.
  if (error.code === 'RemoteCommandFailed' && typeof error.details?.exitCode === 'number') return error.details.exitCode;
  const known = byCode[error.code];
  if (known === 'refused' && error.details?.status === 401) return exitCodes.unauthenticated;
  if (known !== undefined) return exitCodes[known];
  return error.fault === 'user' ? exitCodes.usage : exitCodes.failed;
}
