import type { Readable } from 'node:stream';
import type { World } from '@bosh6/base';
import type { CleanUpRoutes } from './clean-up.js';
import type { Credentials, Tokens } from './credentials.js';
import type { ErrandRoutes } from './errands.js';
import type { EventRoutes } from './events.js';
import type { InstanceStateRoutes } from './instance-states.js';
import type { LockRoutes } from './locks.js';
import type { ProblemRoutes } from './problems.js';
import type { ProxyEnv } from './proxy/proxy-env.js';
import type { RawRoutes } from './raw.js';
import type { SnapshotRoutes } from './snapshots.js';
import type { SshRoutes } from './ssh.js';
import type { Target } from './target.js';
import type { TypedConfigRoutes } from './typed-configs.js';
import type * as wire from './wire.js';

export interface DirectorOptions {
  /** Name, address or URL as the person wrote it. */
  readonly target: string;
  /** PEM text of the CAs to trust; the system's when missing. */
  readonly ca?: string;
  readonly credentials?: Credentials;
  /** Called with every refreshed pair, before the request that needed it goes out. */
  readonly onTokens?: (tokens: Tokens) => void;
  readonly world?: World;
  /** `BOSH_ALL_PROXY`, `HTTPS_PROXY` and `NO_PROXY` of it name the proxy to go by; none unless said. */
  readonly env?: ProxyEnv;
  /** Hears of each exchange, and how it ended; of bodies and headers nothing. */
  readonly onExchange?: (line: string) => void;
}

/** A tarball that can be read again when the Director asks for other credentials. */
export interface Upload {
  readonly size: number;
  open(): Readable;
  /** Called with the number of bytes sent so far. */
  readonly onProgress?: (sent: number) => void;
}
export type TarballSource = { readonly location: string; readonly sha1?: string } | Upload;

export type OutputType = 'event' | 'result' | 'debug' | 'cpi';
export interface FollowOptions {
  /** Which output to stream; `event` unless said, `none` for no output. */
  readonly type?: OutputType | 'none';
  /** Called with whole lines only, without their line feed. */
  readonly onLine?: (line: string) => void;
  readonly onRunning?: (task: wire.Task) => void;
  /** Also fetch the result output of a task that ends in `done`. */
  readonly withResult?: boolean;
  /** Stops following; the task runs on. */
  readonly signal?: AbortSignal;
}
export interface TaskOutcome {
  readonly task: wire.Task;
  /** The result output, when asked for and the task is done. */
  readonly result: string;
}

export interface DeployOptions {
  readonly recreate?: boolean;
  readonly recreatePersistentDisks?: boolean;
  readonly recreateVmsCreatedBefore?: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly forceLatestVariables?: boolean;
  /** `*` or instance groups joined by commas. */
  readonly skipDrain?: string;
  readonly canaries?: string;
  readonly maxInFlight?: string;
  /** The diff's context, sent back as it came. */
  readonly context?: Record<string, unknown>;
  /** The id of the plan to carry out, exactly or not at all. */
  readonly plan?: string;
}

/** A Director over HTTPS. Calls that start work answer with the task as it was when accepted; follow it with `tasks.follow`. */
export interface Director {
  readonly target: Target;
  /** `GET /info` without credentials, once a client. */
  info(): Promise<wire.DirectorInfo>;
  /** `GET /info` with credentials: `user` says whether they are good. */
  identify(): Promise<wire.DirectorInfo>;
  readonly uaa: {
    /** The questions of the log-in form, text before passwords, each with the field's name. */
    prompts(): Promise<{ name: string; label: string; secret: boolean }[]>;
    /** Errors: AuthenticationFailed. */
    logIn(answers: Record<string, string>): Promise<Tokens>;
    logInClient(): Promise<Tokens>;
  };
  readonly tasks: {
    list(query: { state?: string; verbose?: number; limit?: number; deployment?: string }): Promise<wire.Task[]>;
    get(id: number): Promise<wire.Task>;
    follow(task: wire.Task | number, options?: FollowOptions): Promise<TaskOutcome>;
    output(id: number, type: OutputType): Promise<string>;
    cancel(id: number): Promise<void>;
    /** All that are in one of the states (`queued` unless said), of the types (all unless said). */
    cancelAll(which: { types: readonly string[]; states: readonly string[]; deployment?: string }): Promise<void>;
  };
  readonly configs: {
    list(query: { type?: string; name?: string; limit?: number; latest?: boolean }): Promise<wire.ConfigEntry[]>;
    get(id: string): Promise<wire.ConfigEntry | undefined>;
    diff(config: { type: string; name: string; content: string }): Promise<wire.ConfigDiff>;
    /** Each side is a stored config's id or a text. */
    diffBetween(from: wire.ConfigSide, to: wire.ConfigSide): Promise<wire.ConfigDiff>;
    /** A stale `expectedLatestId` is an answer, not an error. */
    update(config: {
      type: string;
      name: string;
      content: string;
      expectedLatestId?: string;
    }): Promise<{ ok: true; config: wire.ConfigEntry } | { ok: false; latestId: string }>;
    /** One version, or all of a type and name; false when there is none. */
    delete(which: { id: string } | { type: string; name: string }): Promise<boolean>;
  };
  readonly deployments: {
    /** `excludeConfigs`: without whether their cloud configs are the newest. */
    list(options?: { excludeConfigs?: boolean }): Promise<wire.DeploymentEntry[]>;
    /** The configs that deployments were deployed with. */
    configs(names: readonly string[]): Promise<wire.DeploymentConfigEntry[]>;
    variables(name: string): Promise<{ id: string; name: string }[]>;
    manifest(name: string): Promise<string | undefined>;
    diff(name: string, manifest: string, options?: { redact?: boolean }): Promise<wire.DeploymentDiff>;
    /** Errors: PlanUnknown with a `plan` where the Director is not one of ours: it would deploy whatever there is. */
    deploy(manifest: string, options?: DeployOptions): Promise<wire.Task>;
    /** What that deploy would do. Errors: PlanUnknown where the Director is not one of ours. */
    plan(name: string, manifest: string, options?: DeployOptions & { redact?: boolean }): Promise<wire.DeploymentPlan>;
    /** Errors: PlanUnknown where the Director is not one of ours. */
    requirePlans(): Promise<void>;
    delete(name: string, options?: { force?: boolean }): Promise<wire.Task>;
    /** `ip` in any spelling: only what has that address. Other Directors than ours list all. */
    instances(name: string, options?: { ip?: string | undefined }): Promise<wire.Task>;
    /** What the Director itself knows of VMs; no agent is asked. */
    plainVms(name: string): Promise<wire.PlainVm[]>;
    vms(name: string, options?: { ip?: string | undefined }): Promise<wire.Task>;
    logs(name: string, query: { group?: string; id?: string; type: string; filters?: string }): Promise<wire.Task>;
  };
  readonly stemcells: {
    list(): Promise<wire.StemcellEntry[]>;
    isNeeded(stemcell: { name: string; version: string }): Promise<boolean>;
    upload(source: TarballSource, options?: { fix?: boolean }): Promise<wire.Task>;
    delete(name: string, version: string, options?: { force?: boolean }): Promise<wire.Task>;
  };
  readonly releases: {
    list(): Promise<wire.ReleaseEntry[]>;
    inspect(name: string, version: string): Promise<wire.ReleaseInspection>;
    upload(source: TarballSource, options?: { fix?: boolean; rebase?: boolean }): Promise<wire.Task>;
    /** Fingerprints of packages, source or compiled ones, that an upload with this release.MF may leave out. */
    matches(manifest: string, options: { compiled: boolean }): Promise<string[]>;
    /** One version, or all. */
    delete(name: string, options?: { version?: string | undefined; force?: boolean }): Promise<wire.Task>;
    /** Compiles for a stemcell and packs; the task's result names the blob. */
    export(wanted: wire.ReleaseExport): Promise<wire.Task>;
  };
  readonly disks: {
    orphaned(): Promise<wire.OrphanedDiskEntry[]>;
    /** Those that jobs asked for themselves. */
    dynamic(): Promise<wire.DynamicDiskEntry[]>;
    delete(cid: string): Promise<wire.Task>;
    deleteDynamic(name: string): Promise<wire.Task>;
    /** Takes a disk from its instance, and keeps it. */
    orphan(cid: string): Promise<wire.Task>;
    attach(cid: string, to: { deployment: string; group: string; id: string; properties?: string | undefined }): Promise<wire.Task>;
  };
  readonly vms: {
    delete(cid: string): Promise<wire.Task>;
  };
  /** What each CPI can: lines of the task's result. Undefined where the Director is not one of ours. */
  cpis(): Promise<wire.Task | undefined>;
  readonly orphanedVms: {
    list(): Promise<wire.OrphanedVmEntry[]>;
  };
  readonly networks: {
    /** What is taken and what is left of every subnet. Errors: UsageUnknown where the Director is not one of ours. */
    usage(options?: { details?: boolean }): Promise<wire.NetworksUsage>;
    orphaned(): Promise<wire.OrphanedNetworkEntry[]>;
    delete(name: string): Promise<wire.Task>;
  };
  readonly typedConfigs: TypedConfigRoutes;
  readonly instanceStates: InstanceStateRoutes;
  readonly errands: ErrandRoutes;
  readonly problems: ProblemRoutes;
  readonly ssh: SshRoutes;
  readonly snapshots: SnapshotRoutes;
  readonly locks: LockRoutes;
  readonly events: EventRoutes;
  readonly cleanUp: CleanUpRoutes;
  readonly raw: RawRoutes;
  /** Has the Director compare its database with the infrastructure and its blobs. Errors: FsckUnknown where it is not one of ours. */
  fsck(): Promise<wire.Task>;
  /** The Director's own certificates. */
  certificates(): Promise<wire.CertificateEntry[]>;
  /** Whether the health monitor recreates VMs. */
  setResurrection(on: boolean): Promise<void>;
  readonly resources: {
    /** Streams a blob; `size` is missing when the Director does not say. */
    open(id: string): Promise<{ body: Readable; size?: number }>;
  };
  /** Closes kept connections. */
  close(): void;
}
