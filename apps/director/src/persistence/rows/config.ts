export interface ConfigRow {
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly content: string;
  readonly deleted: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface AttributeRow {
  readonly name: string;
  readonly value: string;
}
