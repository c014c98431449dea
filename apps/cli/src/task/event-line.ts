import { isJsonObject } from '@bosh6/base';
import type { EventLine } from '@bosh6/director-api/client';

/** A line of a task's events; undefined for what is none, which is shown as it is. */
export function eventLineOf(text: string): EventLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const event = Object.fromEntries(Object.entries(value).filter(([, own]) => own !== null));
  return isEvent(event) ? (event as unknown as EventLine) : undefined;
}

function isEvent({ time, stage, task, state, tags, error, data }: Record<string, unknown>): boolean {
  return (
    typeof time === 'number' &&
    // What a Date holds.
    Math.abs(time) <= 8.64e12 &&
    [stage, task, state].every((text) => text === undefined || typeof text === 'string') &&
    (tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))) &&
    (error === undefined || (isJsonObject(error) && typeof error.message === 'string')) &&
    (data === undefined || (isJsonObject(data) && [data.status, data.error].every((told) => typeof told !== 'object' || told === null)))
  );
}
