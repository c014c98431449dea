import { type AgentArguments, type AgentMethod, type AgentResult, agentMethods, decodeResponse } from '@bosh6/agent-protocol';
import { CodedError, type World } from '@bosh6/base';
import { createTransport } from '@bosh6/director-api/client/transport';
import { fail } from '../errors.js';
import { type AgentEndpoint, basicAuth } from './agent-endpoint.js';

/** An agent that listens itself, as those of VMs that create-env made (agent reference 3.9). */
export interface AgentClient {
  /** Of a method that answers at once. Errors: AgentUnreachable, AgentUntrusted, InvalidCredentials, AgentRefused, InvalidAgentMessage. */
  call<M extends AgentMethod>(method: M, ...args: AgentArguments<M>): Promise<AgentResult<M>>;
  close(): void;
}

/** `ca`: PEM text. */
export function createAgentClient(endpoint: AgentEndpoint, ca: string, world: World): AgentClient {
  const { target } = endpoint;
  const transport = createTransport(target, ca, { world, env: process.env });
  return {
    close: () => transport.close(),
    async call(method, ...args) {
      const body = JSON.stringify({ method, arguments: args, reply_to: 'bosh-cli' });
      const headers = { 'content-type': 'application/json', authorization: basicAuth(endpoint) };
      const { status, text } = await transport.send({ method: 'POST', path: '/agent', headers, body }).catch((error: unknown) => {
        throw asAgents(error, target.origin);
      });
      const answer = await text();
      if (status === 401) {
        const hint = 'check USER and PASSWORD of --agent-endpoint, those of `mbus` in the manifest of create-env';
        throw fail('InvalidCredentials', `the agent at ${target.origin} does not know this user and password`, { hint });
      }
      if (status !== 200) throw fail('AgentRefused', `the agent at ${target.origin} answered ${method} with status ${status}`);
      const response = decodeResponse(Buffer.from(answer));
      if ('exception' in response) {
        throw fail('AgentRefused', `the agent at ${target.origin} refused ${method}: ${response.exception.message}`);
      }
      const result = agentMethods[method].result.safeParse(response.value);
      if (!result.success) throw fail('AgentRefused', `the agent at ${target.origin} answered ${method} otherwise than BOSH's agents do`);
      return result.data as AgentResult<typeof method>;
    },
  };
}

/** What the transport says of a Director, of an agent. */
function asAgents(error: unknown, origin: string): unknown {
  if (CodedError.is(error, 'CertificateUntrusted')) return fail('AgentUntrusted', error.message, { cause: error });
  if (!CodedError.is(error, 'DirectorUnreachable')) return error;
  const { code = error.code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  return fail('AgentUnreachable', `no agent answers at ${origin} (${code})`, { cause: error });
}
