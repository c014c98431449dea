import { CodedError, type JsonObject } from '@bosh6/base';
import { z } from 'zod';
import { isCpiErrorCode } from './errors.js';

const object = z.record(z.string(), z.json()).transform((value) => value as JsonObject);

/** What a Director writes to a CPI's stdin. Properties of a cpi-config entry lie flat in `context`. */
export const cpiRequestSchema = z.object({
  method: z.string(),
  arguments: z.array(z.json()),
  context: z
    .looseObject({
      director_uuid: z.string(),
      request_id: z.string().optional(),
      vm: z.object({ stemcell: z.looseObject({ api_version: z.number() }) }).optional(),
    })
    .transform((value) => value as typeof value & JsonObject),
  api_version: z.number().int().optional(),
});
export type CpiRequest = z.infer<typeof cpiRequestSchema>;

export const cpiResponseSchema = z.object({
  result: z.json(),
  error: z.object({ type: z.string(), message: z.string(), ok_to_retry: z.boolean() }).nullable(),
  log: z.string(),
});
/** What a Director reads from a CPI's stdout: exactly one of these. */
export type CpiResponse = z.infer<typeof cpiResponseSchema>;

/** Networks as create_vm gets them; keys that nobody here knows travel on. */
export const cpiNetworksSchema = z.record(
  z.string(),
  z.looseObject({
    type: z.string().optional(),
    ip: z.string().optional(),
    prefix: z.union([z.string(), z.number().transform(String)]).optional(),
    netmask: z.string().optional(),
    gateway: z.string().optional(),
    dns: z.array(z.string()).optional(),
    default: z.array(z.string()).optional(),
    nic_group: z.union([z.string(), z.number().transform(String)]).optional(),
    cloud_properties: object.optional(),
    mac: z.string().optional(),
  }),
);

/** The wire's name of an error: `Bosh::Clouds::VMNotFound`; two types of the libraries have no such prefix. */
export function errorType(code: string): string {
  if (code === 'InvalidCall') return 'InvalidCall';
  if (code === 'UnknownError' || !isCpiErrorCode(code)) return 'Unknown';
  return `Bosh::Clouds::${code}`;
}

export function errorResponse(error: unknown, log: string): CpiResponse {
  const message = error instanceof Error ? error.message : String(error);
  if (!CodedError.is(error)) return { result: null, error: { type: 'Unknown', message, ok_to_retry: false }, log };
  const text = error.hint === undefined ? message : `${message} (${error.hint})`;
  return { result: null, error: { type: errorType(error.code), message: text, ok_to_retry: error.retryable }, log };
}
