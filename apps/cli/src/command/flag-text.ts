import type { OptionalValue } from '../arguments/arrange-arguments.js';

export interface Flag {
  readonly char?: string;
  readonly description?: string;
  readonly type?: string;
  readonly env?: string;
  readonly hidden?: boolean;
  readonly multiple?: boolean;
  readonly helpValue?: string;
  readonly options?: readonly string[];
  readonly default?: unknown;
}

/**
 * A flag as help and reference write it: `-r, --recent[=N]`, in brackets where the value may be left out, and what it does, with what holds when it is left out itself.
 */
export function flagText(name: string, flag: Flag, optional: readonly OptionalValue[] = []): { spelled: string; says: string } {
  const { char, description = '', multiple, default: standard } = flag;
  const value = optional.some((one) => one.name === name) ? `[${valueText(flag)}]` : valueText(flag);
  const says = [description];
  if (multiple === true && !description.includes('repeat')) says.push('; repeat for more');
  if ((typeof standard === 'string' && standard !== '') || typeof standard === 'number') says.push(` (${standard})`);
  return {
    spelled: `${char === undefined ? '' : `-${char}, `}--${name}${value}`,
    says: says.join(''),
  };
}

function valueText({ type, helpValue, options }: Flag): string {
  if (type !== 'option') return '';
  return `=${helpValue ?? options?.join('|') ?? 'VALUE'}`;
}
