/** The Director's own log, for its operator. Secrets are redacted by key, but do not pass any. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
