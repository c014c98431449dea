/** Who can mend it: the person at the keyboard, the operator of the machine, us, or the infrastructure. */
export type Fault = 'user' | 'operator' | 'bug' | 'iaas';

/** Where in what the user wrote, or in the world, an error sits. Lines and columns count from 1. */
export interface Where {
  /** Name of the text: a file's path as the user typed it, or a role such as `manifest` or `cloud-config 'ipv6'`. */
  document?: string;
  /** RFC 6901 pointer into that text. */
  pointer?: string;
  line?: number;
  column?: number;
  /** A thing that is not a text: `instance nginx/0`, `disk 1f3c...`. */
  object?: string;
}

export interface ErrorDefinition {
  /** BOSH's number where the condition is BOSH's. */
  number?: number;
  /** HTTP status when an API answers with it; 500 unless said. */
  http?: number;
  fault: Fault;
  /** The same call may succeed later. */
  retryable?: boolean;
  /** How to fix it, when that is the same for every occurrence. */
  hint?: string;
}

export interface ErrorOptionsOfOurs {
  where?: Where;
  hint?: string;
  cause?: unknown;
  details?: Record<string, unknown>;
}

const brand = Symbol.for('@bosh6/base/CodedError');

/** The only error that crosses a package's border. Its `code` is for programs, its message for people; never compare the message. */
export class CodedError extends Error {
  readonly [brand] = true;
  readonly code: string;
  readonly number: number | undefined;
  readonly http: number;
  readonly fault: Fault;
  readonly retryable: boolean;
  readonly hint: string | undefined;
  readonly where: Where | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: string, definition: ErrorDefinition, message: string, options: ErrorOptionsOfOurs = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CodedError';
    this.code = code;
    this.number = definition.number;
    this.http = definition.http ?? 500;
    this.fault = definition.fault;
    this.retryable = definition.retryable ?? false;
    this.hint = options.hint ?? definition.hint;
    this.where = options.where;
    this.details = options.details;
  }

  /** True for ours even when two copies of this package are loaded. */
  static is(value: unknown, code?: string): value is CodedError {
    return typeof value === 'object' && value !== null && brand in value && (code === undefined || (value as CodedError).code === code);
  }

  toJSON(): Record<string, unknown> {
    const { code, number, message, fault, retryable, hint, where, details } = this;
    return { code, number, message, fault, retryable, hint, where, details };
  }
}
