export interface ConfigRow {
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly content: string;
  readonly deleted: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Whose admins may change it, and for whose deployments alone it counts; null when it is everybody's. */
  readonly team: string | null;
}

export type NewConfigRow = Omit<ConfigRow, 'id' | 'team'> & Partial<Pick<ConfigRow, 'team'>>;

export interface AttributeRow {
  readonly name: string;
  readonly value: string;
}
