import type { Json, JsonObject } from '@bosh6/base';

/** A link that a job of a deployment offered when it was deployed last. */
export interface LinkProviderRow {
  readonly id: number;
  readonly deploymentId: number;
  readonly group: string;
  readonly job: string;
  /** In the release. */
  readonly originalName: string;
  /** For consumers. */
  readonly name: string;
  readonly type: string;
  readonly shared: boolean;
  /** What templates see of it; without instances and properties where nobody outside may use it. */
  readonly content: Json;
}

/** Who uses links: a job, or somebody outside (then without a group). */
export interface LinkConsumerRow {
  readonly id: number;
  readonly deploymentId: number;
  readonly group: string | null;
  readonly owner: string;
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

export interface LinkRow {
  readonly id: number;
  /** The consumer's. */
  readonly deploymentId: number;
  readonly consumerId: number;
  /** Null for a manual link, and when its provider is gone. */
  readonly providerId: number | null;
  readonly name: string;
  readonly network: string | null;
  readonly createdAt: number;
  /** What another deployment shared as the consumer was given it when it was deployed last; null for other links. */
  readonly shared: { deployment: string; name: string; type: string; content: JsonObject } | null;
}
