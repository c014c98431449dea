import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type ApplySpec, agentSubject, decodeRequest, encodeMessage } from '@bosh6/agent-protocol';
import type { Blobstore } from '../blobs/blobstore.js';
import type { FakeBus } from './fake-bus.test.support.js';

/** What a package without files compiles to. */
const emptyArchive = gzipSync(Buffer.alloc(1024));

export interface AgentBehaviour {
  /** Says nothing at all. */
  silent?: boolean;
  jobState?: string;
  /** What `run_errand` comes to. */
  errand?: 'endless' | { stdout: string; stderr: string; exit_code: number };
  failCompile?: boolean;
  /** As in `calls`: of scripts with the hook's name. */
  failMethods?: string[];
  /** As an older agent. */
  unknownMethods?: string[];
  /** Is told each of `calls` as it comes; the answer waits for it. */
  onCall?: ((call: string) => unknown) | undefined;
  /** What drain scripts answer, one after the other; 0 afterwards. */
  drains?: number[];
  /** Answers each request so often. */
  answers?: number;
  /** More of what `get_state` says in its full form. */
  full?: object;
}

/** An agent as the Director sees one, only for tests: answers on the bus, keeps what it was told. */
export class FakeAgent {
  readonly calls: string[] = [];
  /** The disk on /var/vcap/store. */
  store: string | undefined;
  /** The one beside it, on /var/vcap/store_migration_target. */
  #migrationTarget: string | undefined;
  /** Dynamic disks that it links, to where each is. */
  readonly dynamic = new Map<string, unknown>();
  /** What the last pre-stop script was told. */
  preStop: object | undefined;
  /** What the last drain was for. */
  drained: unknown;
  spec: ApplySpec | undefined;
  /** The newest DNS records that it was given. */
  dns: { version: number; records: [string, string][]; record_infos: unknown[][] } | undefined;
  /** What `ssh` was called with. */
  readonly sessions: object[] = [];
  /** Arguments of the last `sync_dns`. */
  synced: unknown[] | undefined;
  /** Arguments of the last `update_settings`. */
  settings: unknown[] | undefined;
  #tasks = new Map<string, unknown>();
  #next = 0;
  #isStopped = false;
  readonly #stop: () => void;

  constructor(
    id: string,
    bus: FakeBus,
    private readonly blobs: Blobstore,
    private readonly behaviour: AgentBehaviour,
  ) {
    const subscription = bus.subscribe(agentSubject(id), ({ body }) => {
      const request = decodeRequest(body);
      if (request === undefined || this.behaviour.silent) return;
      const say = (answer: object): void => {
        for (let i = 0; i < (this.behaviour.answers ?? 1); i += 1) bus.publish(request.reply_to, encodeMessage(answer as never));
      };
      void this.#answer(request.method, request.arguments ?? []).then(
        (value) => say({ value }),
        (error: Error) => say({ exception: { message: error.message } }),
      );
    });
    this.#stop = () => subscription.unsubscribe();
  }

  end(): void {
    this.#stop();
  }

  get mounted(): readonly string[] {
    return [this.store, this.#migrationTarget].filter((cid) => cid !== undefined);
  }

  async #answer(method: string, args: unknown[]): Promise<unknown> {
    if (method === 'get_task') return this.#tasks.get(String(args[0]));
    const call = method === 'run_script' ? `run_script ${String(args[0])}` : method;
    this.calls.push(call);
    await this.behaviour.onCall?.(call);
    if (method === 'drain') this.drained = args[0];
    if (args[0] === 'pre-stop') this.preStop = (args[1] as { env: object }).env;
    if (this.behaviour.unknownMethods?.includes(method)) throw new Error(`unknown message ${method}`);
    if (this.behaviour.failMethods?.includes(call)) throw new Error(`Action Failed ${method}: told to`);
    switch (method) {
      case 'ping':
        return 'pong';
      case 'get_state':
        return {
          ...this.spec,
          agent_id: 'a',
          job_state: this.#jobState,
          processes: [{ name: 'nginx', state: this.#isStopped ? 'unknown' : this.#jobState }],
          ...(args[0] === 'full' ? this.behaviour.full : {}),
        };
      case 'apply':
        this.spec = args[0] as ApplySpec;
        for (const { signed_url: url } of Object.values(this.spec.packages ?? {})) await this.#fetch(url ?? '');
        return this.#task('applied');
      case 'prepare':
        return this.#task('prepared');
      case 'start':
        this.#isStopped = false;
        return 'started';
      case 'stop':
        this.#isStopped = true;
        return this.#task('stopped');
      case 'drain':
        return this.#task(this.behaviour.drains?.shift() ?? 0);
      case 'run_errand':
        return this.#errand();
      case 'fetch_logs_with_signed_url': {
        const url = (args[0] as { signed_url: string }).signed_url;
        const { sha1 } = await this.blobs.put(emptyArchive, { id: idIn(url) });
        return this.#task({ sha1 });
      }
      case 'cancel_task':
        return 'canceled';
      case 'upload_blob':
        return this.#task((args[0] as { blob_id: string }).blob_id);
      case 'ssh':
        this.sessions.push(args[1] as object);
        return {
          command: args[0],
          status: 'success',
          ...(args[0] === 'setup' ? { ip: '2001:db8::5', host_public_key: 'ssh-rsa AAAA' } : {}),
        };
      case 'list_disk':
        return this.#task([...this.mounted]);
      case 'mount_disk':
        if (this.mounted.includes(String(args[0]))) return this.#task({});
        if (this.store === undefined) this.store = String(args[0]);
        else this.#migrationTarget = String(args[0]);
        return this.#task({});
      case 'migrate_disk':
        if (this.#migrationTarget === undefined) throw new Error('no disk is mounted to migrate to');
        this.store = this.#migrationTarget;
        this.#migrationTarget = undefined;
        return this.#task({});
      case 'add_dynamic_disk':
        this.dynamic.set(String(args[0]), args[1]);
        return this.#task({});
      case 'remove_dynamic_disk':
        this.dynamic.delete(String(args[0]));
        return {};
      case 'unmount_disk':
        if (this.store === args[0]) this.store = undefined;
        if (this.#migrationTarget === args[0]) this.#migrationTarget = undefined;
        return this.#task({ message: 'Unmounted' });
      case 'update_settings':
        this.settings = args;
        return this.#task('ok');
      case 'sync_dns':
        this.synced = args;
        return 'synced';
      case 'sync_dns_with_signed_url': {
        const { signed_url: url, version } = args[0] as { signed_url: string; version: number };
        this.dns = JSON.parse((await this.#fetch(url)).toString());
        if (this.dns?.version !== version) throw new Error(`Action Failed sync_dns: version ${this.dns?.version}`);
        return 'synced';
      }
      case 'compile_package_with_signed_url': {
        if (this.behaviour.failCompile)
          throw new Error('Action Failed compile: Running packaging script: Command exited with 1; Stdout: , Stderr: no');
        const { package_get_signed_url: source, upload_signed_url: url } = args[0] as Record<string, string>;
        await this.#fetch(source ?? '');
        const { sha1 } = await this.blobs.put(emptyArchive, { id: idIn(url ?? '') });
        return this.#task({ result: { sha1 } });
      }
      default:
        return this.#task({});
    }
  }

  /** One without a result runs until it is cancelled. */
  #errand(): unknown {
    const { errand = { stdout: 'out', stderr: '', exit_code: 0 } } = this.behaviour;
    if (errand !== 'endless') return this.#task(errand);
    this.#next += 1;
    const running = { agent_task_id: `task-${this.#next}`, state: 'running' };
    this.#tasks.set(running.agent_task_id, running);
    return running;
  }

  get #jobState(): string {
    return this.behaviour.jobState ?? (this.#isStopped ? 'stopped' : 'running');
  }

  #fetch(url: string): Promise<Buffer> {
    return buffer(this.blobs.get(idIn(url)));
  }

  #task(result: unknown): unknown {
    this.#next += 1;
    const id = `task-${this.#next}`;
    this.#tasks.set(id, result);
    return { agent_task_id: id, state: 'running' };
  }
}

function idIn(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}
