import * as z from 'zod/mini';
import { fail } from './errors.js';

/** Director to agent. `protocol` absent counts as 0. */
export const agentRequestSchema = z.looseObject({
  protocol: z.optional(z.number()),
  method: z.string(),
  arguments: z.optional(z.nullable(z.array(z.unknown()))),
  reply_to: z.string(),
});
export type AgentRequest = z.infer<typeof agentRequestSchema>;

/** What went wrong in an agent. `code` and `details` are ours and optional; a stock agent sends only the message. */
export const agentExceptionSchema = z.looseObject({
  message: z.string(),
  code: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.unknown())),
});
export type AgentException = z.infer<typeof agentExceptionSchema>;

export const agentResponseSchema = z.union([z.looseObject({ exception: agentExceptionSchema }), z.looseObject({ value: z.unknown() })]);
export type AgentResponse = { value: unknown } | { exception: AgentException };

/** The answer of an asynchronous method, and of `get_task` while the task runs. */
export const agentTaskSchema = z.looseObject({ agent_task_id: z.string(), state: z.string() });
export type AgentTask = z.infer<typeof agentTaskSchema>;

/** A task that still runs, told from a result: it has both keys. */
export function isAgentTask(value: unknown): value is AgentTask {
  return agentTaskSchema.safeParse(value).success;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encodeMessage(message: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(message));
}

/** Undefined when the bytes are no request: an agent does not answer those. */
export function decodeRequest(body: Uint8Array): AgentRequest | undefined {
  const parsed = agentRequestSchema.safeParse(decodeJson(body));
  return parsed.success ? parsed.data : undefined;
}

/** Throws InvalidAgentMessage when the bytes are neither a value nor an exception. */
export function decodeResponse(body: Uint8Array): AgentResponse {
  const parsed = agentResponseSchema.safeParse(decodeJson(body));
  if (!parsed.success) throw fail('InvalidAgentMessage', 'the agent answered with something that is neither a value nor an exception');
  return parsed.data as AgentResponse;
}

/** Undefined when the bytes are no JSON. */
export function decodeJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(body));
  } catch {
    return undefined;
  }
}
