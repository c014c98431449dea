import { decodeRequest } from '@bosh6/agent-protocol';

/** Asked again and again until something is so: how often is chance. */
const polls = new Set(['ping', 'get_task', 'get_state']);

/** The method that a message asks an agent for; undefined for others and for what is only polled. */
export function requestedMethod(subject: string, body: Uint8Array | string): string | undefined {
  if (!subject.startsWith('agent.')) return undefined;
  const request = decodeRequest(Buffer.from(body));
  return request === undefined || polls.has(request.method) ? undefined : request.method;
}
