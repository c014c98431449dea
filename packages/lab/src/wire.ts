import { inspect } from 'node:util';
import { CodedError, isJsonObject, type Json, type JsonObject } from '@bosh6/base';

/** Messages of the lab's socket: one JSON object a line, UTF-8, in both directions; replies come in any order. */
export interface WireRequest {
  id: number;
  token: string;
  method: string;
  params: JsonObject;
  request_id?: string;
}

export interface WireError {
  code: string;
  message: string;
  retryable: boolean;
  hint?: string;
  details?: JsonObject;
}

export type WireReply = { id: number; result: Json } | { id: number; error: WireError };

export function toWireError(error: unknown): WireError {
  if (!CodedError.is(error)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : inspect(error, { depth: 1 });
    return { code: 'LabCallFailed', message, retryable: false };
  }
  const wire: WireError = { code: error.code, message: error.message, retryable: error.retryable };
  if (error.hint !== undefined) wire.hint = error.hint;
  if (error.details !== undefined) wire.details = JSON.parse(JSON.stringify(error.details)) as JsonObject;
  return wire;
}

/** The daemon's error again, code and all. */
export function fromWireError(wire: WireError): CodedError {
  return new CodedError(wire.code, { fault: wire.code === 'LabCallFailed' ? 'bug' : 'iaas', retryable: wire.retryable }, wire.message, {
    ...(wire.hint === undefined ? {} : { hint: wire.hint }),
    ...(wire.details === undefined ? {} : { details: wire.details }),
  });
}

/** Calls `onMessage` for each complete line that holds a JSON object; anything else is reported once to `onGarbage`. */
export function jsonLines(onMessage: (message: JsonObject) => void, onGarbage: (line: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') continue;
      const value = parse(line);
      if (value === undefined) onGarbage(line);
      else onMessage(value);
    }
  };
}

function parse(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
