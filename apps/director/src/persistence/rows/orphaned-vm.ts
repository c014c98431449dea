/** A VM that no instance has any more. Its addresses are its own until it is deleted. */
export interface OrphanedVmRow {
  readonly id: number;
  readonly cid: string;
  readonly agentId: string;
  readonly cpi: string;
  readonly az: string | null;
  readonly deploymentName: string;
  /** `<group>/<uuid>`. */
  readonly instanceName: string;
  /** Milliseconds since 1970. */
  readonly orphanedAt: number;
}
