import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '@bosh6/base';
import type { CallContext, Cpi } from '../cpi.js';
import { cpiError } from '../errors.js';
import { type CpiResponse, cpiRequestSchema, errorResponse } from '../wire.js';
import { methods } from './dispatch.js';

export interface ServeOptions {
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream;
  /** Takes the CPI's log lines; a Director shows them live. Without it they go into the response's `log`. */
  stderr?: NodeJS.WritableStream;
}

/**
 * Serves one call of the CPI protocol: a request on stdin up to its end, one response on stdout. `make` gets the request's context, which carries
 * a cpi-config entry's properties. Never rejects: every failure is a response.
 */
export async function serveCpi(make: Cpi | ((context: JsonObject) => Cpi), options: ServeOptions): Promise<void> {
  const lines: string[] = [];
  const log = (line: string): void => {
    if (options.stderr === undefined) lines.push(`${line}\n`);
    else options.stderr.write(`${line}\n`);
  };
  let response: CpiResponse;
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of options.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    response = { result: await answer(make, Buffer.concat(chunks).toString('utf8'), log), error: null, log: '' };
  } catch (error) {
    response = errorResponse(error, '');
  }
  response.log = lines.join('');
  await new Promise<void>((resolve) => options.stdout.write(`${JSON.stringify(response)}\n`, () => resolve()));
}

async function answer(make: Cpi | ((context: JsonObject) => Cpi), text: string, log: (line: string) => void): Promise<Json> {
  const request = cpiRequestSchema.safeParse(parse(text));
  if (!request.success) {
    const issue = request.error.issues[0];
    throw cpiError('InvalidCall', `the request's ${issue?.path.join('.') || 'JSON'}: ${issue?.message}`, { cause: request.error });
  }
  const { context, method: name } = request.data;
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) throw cpiError('NotImplemented', `there is no CPI method '${name}'`);
  const cpi = typeof make === 'function' ? make(context) : make;
  const callContext: CallContext = { requestId: context.request_id ?? randomUUID(), directorUuid: context.director_uuid, log };
  if (context.vm !== undefined) callContext.vm = { stemcell: { api_version: context.vm.stemcell.api_version } };
  const result = await method.run(request.data.arguments, { cpi, context: callContext, apiVersion: request.data.api_version ?? 1 });
  return (result ?? null) as Json;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw cpiError('InvalidCall', 'the request is not JSON', { cause });
  }
}
