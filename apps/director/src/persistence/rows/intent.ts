import type { Json } from '@bosh6/base';

export type IntentState = 'open' | 'done' | 'failed';

/** An external effect, written down before it is tried. */
export interface IntentRow {
  readonly id: number;
  readonly taskId: number | null;
  /** `create_vm`, `create_disk` and so on. */
  readonly kind: string;
  /** The CPI call's `context.request_id`; a repeat with the same id gives the first result. */
  readonly requestId: string;
  readonly payload: Json;
  readonly state: IntentState;
  readonly outcome: Json;
  readonly createdAt: number;
}
