import type { JsonObject } from '@bosh6/base';
import { CodedError, type World } from '@bosh6/base';
import type { CallContext, Cpi, CpiInfo } from '@bosh6/cpi-protocol';

export interface CpiSessionOptions {
  directorUuid: string;
  world: World;
  debug: (line: string) => void;
}

type Methods = Required<Pick<Cpi, 'vmDiagnostics'>> & Omit<Cpi, 'vmDiagnostics' | 'updateDisk'>;
type WithoutContext<F> = F extends (...args: [...infer A, CallContext]) => unknown ? A : never;

/** One CPI as a task calls it: each call gets a request id of its own and two lines in the task's debug log, never its arguments. */
export class CpiSession {
  readonly name: string;
  readonly #cpi: Cpi;
  readonly #options: CpiSessionOptions;
  #info: Promise<CpiInfo> | undefined;

  constructor(name: string, cpi: Cpi, options: CpiSessionOptions) {
    this.name = name;
    this.#cpi = cpi;
    this.#options = options;
  }

  /** An id that no other call has; a repeat with it is answered with the first result where the CPI can. */
  newRequestId(): string {
    return `cpi-${this.#options.world.uuid()}`;
  }

  info(): Promise<CpiInfo> {
    this.#info ??= this.call('info', []);
    return this.#info;
  }

  /** Calls one method. Throws the CPI's own CodedErrors. */
  async call<M extends keyof Methods>(
    method: M,
    args: WithoutContext<Methods[M]>,
    options: { requestId?: string; stemcellApiVersion?: number | null } = {},
  ): Promise<Awaited<ReturnType<Methods[M]>>> {
    const { world, debug, directorUuid } = this.#options;
    const requestId = options.requestId ?? this.newRequestId();
    const context: CallContext = { requestId, directorUuid, log: (line) => debug(`[${requestId}] ${line}`) };
    if (typeof options.stemcellApiVersion === 'number') context.vm = { stemcell: { api_version: options.stemcellApiVersion } };
    const started = world.monotonic();
    debug(`[${requestId}] CPI ${method}`);
    try {
      const run = this.#cpi[method] as unknown as (...all: unknown[]) => Promise<Awaited<ReturnType<Methods[M]>>>;
      const result = await run.call(this.#cpi, ...args, context);
      debug(`[${requestId}] CPI ${method} done after ${Math.round(world.monotonic() - started)} ms`);
      return result;
    } catch (error) {
      debug(`[${requestId}] CPI ${method} failed: ${CodedError.is(error) ? error.code : 'unknown error'}`);
      throw error;
    }
  }

  /** For methods that a CPI may lack: metadata is told where it can be. */
  async tell(method: 'setVmMetadata' | 'setDiskMetadata', cid: string, metadata: JsonObject): Promise<void> {
    try {
      await this.call(method, [cid, metadata] as never);
    } catch (error) {
      if (!CodedError.is(error, 'NotImplemented') && !CodedError.is(error, 'NotSupported')) throw error;
    }
  }
}
