import { type AgentArguments, type AgentMethod, type AgentResult, agentMethods, type MethodMode } from '@bosh6/agent-protocol';
import { fail } from '../errors.js';

/** What a call tells its action beside the arguments. */
export interface Call {
  /** The request's `protocol`; 0 when it has none. */
  protocol: number;
  /** Aborted by cancel_task. */
  signal: AbortSignal;
}

/** One method of the agent. */
export interface Action {
  readonly method: AgentMethod;
  readonly cancellable: boolean;
  /** Carried on after a restart of the agent. */
  readonly persistent: boolean;
  mode(protocol: number): MethodMode;
  /** Arguments as they came; throws InvalidArguments when they do not fit. */
  run(args: readonly unknown[], call: Call): Promise<unknown>;
}

export interface ActionOptions {
  cancellable?: boolean;
  persistent?: boolean;
  mode?: (protocol: number) => MethodMode;
}

export function defineAction<M extends AgentMethod>(
  method: M,
  run: (args: AgentArguments<M>, call: Call) => Promise<AgentResult<M>> | AgentResult<M>,
  options: ActionOptions = {},
): Action {
  const { arguments: schema, mode } = agentMethods[method];
  const most = schema.def.items.length;
  return {
    method,
    cancellable: options.cancellable ?? false,
    persistent: options.persistent ?? false,
    mode: options.mode ?? (() => mode),
    run: async (args, call) => {
      const parsed = schema.safeParse(args.slice(0, most));
      if (parsed.success) return run(parsed.data as AgentArguments<M>, call);
      const least = schema.def.items.filter((item) => item._zod.optin !== 'optional').length;
      if (args.length < least) {
        throw fail(
          'InvalidArguments',
          `Extracting method arguments from payload: Not enough arguments, expected ${least}, got ${args.length}`,
        );
      }
      const issue = parsed.error.issues[0];
      const pointer = `/arguments/${(issue?.path ?? []).map(String).join('/')}`;
      throw fail('InvalidArguments', `Extracting method arguments from payload: ${pointer}: ${issue?.message}`, { where: { pointer } });
    },
  };
}
