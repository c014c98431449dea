import type { JsonObject } from '@bosh6/base';
import { CodedError } from '@bosh6/base';
import type { CallContext, Cpi, CpiInfo } from '@bosh6/cpi-protocol';
import type { Collaborators } from '../core/collaborators.js';
import { told } from './told.js';

/** What a session works with. */
export type CpiAccess = Pick<Collaborators, 'cpis' | 'world' | 'directorUuid'>;

/** Where it writes. */
export interface CpiLogs {
  debug(line: string): void;
  cpiLog(line: string): void;
}

type Methods = Required<Pick<Cpi, 'vmDiagnostics' | 'undoCreate' | 'inventory'>> &
  Omit<Cpi, 'vmDiagnostics' | 'undoCreate' | 'inventory' | 'updateDisk'>;
type WithoutContext<F> = F extends (...args: [...infer A, CallContext]) => unknown ? A : never;

/**
 * One CPI as a task calls it: each call gets a request id of its own, two lines in the task's debug log, and between the same two lines in its CPI log
 * what the CPI itself says; never its arguments.
 */
export class CpiSession {
  readonly name: string;
  readonly #access: CpiAccess;
  readonly #logs: CpiLogs;
  #info: Promise<CpiInfo> | undefined;

  constructor(name: string, access: CpiAccess, logs: CpiLogs) {
    this.name = name;
    this.#access = access;
    this.#logs = logs;
  }

  /** An id that no other call has; a repeat with it is answered with the first result where the CPI can. */
  newRequestId(): string {
    return `cpi-${this.#access.world.uuid()}`;
  }

  /** Asked once, and after a failure again. */
  info(): Promise<CpiInfo> {
    this.#info ??= this.call('info', []).catch((error: unknown) => {
      this.#info = undefined;
      throw error;
    });
    return this.#info;
  }

  /** Calls one method. Throws the CPI's errors, in a Director's words, and CpiUnknown. */
  async call<M extends keyof Methods>(
    method: M,
    args: WithoutContext<Methods[M]>,
    options: { requestId?: string; stemcellApiVersion?: number | null } = {},
  ): Promise<Awaited<ReturnType<Methods[M]>>> {
    const { cpis, world, directorUuid } = this.#access;
    const requestId = options.requestId ?? this.newRequestId();
    const say = (line: string): void => this.#logs.cpiLog(`[${requestId}] ${line}`);
    const context: CallContext = { requestId, directorUuid, log: say };
    if (typeof options.stemcellApiVersion === 'number') context.vm = { stemcell: { api_version: options.stemcellApiVersion } };
    const title = this.name === '' ? `CPI ${method}` : `CPI '${this.name}' ${method}`;
    const both = (line: string): void => {
      say(`${title}${line}`);
      this.#logs.debug(`[${requestId}] ${title}${line}`);
    };
    const started = world.monotonic();
    both('');
    try {
      const result = await cpis.use(this.name, (cpi) => {
        const run = cpi[method] as unknown as (...all: unknown[]) => Promise<Awaited<ReturnType<Methods[M]>>>;
        return run.call(cpi, ...args, context);
      });
      both(` done after ${Math.round(world.monotonic() - started)} ms`);
      return result;
    } catch (error) {
      both(` failed: ${CodedError.is(error) ? error.code : 'unknown error'}`);
      throw told(error, { method: method.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), requestId });
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
