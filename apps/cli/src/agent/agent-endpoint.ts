import { Secret } from '@bosh6/base';
import { parseTarget, type Target } from '@bosh6/director-api/client/target';
import type { AgentFlags, LoginFlags } from '../command/ssh-flags.js';
import { fail } from '../errors.js';
import { readCa } from '../session/environment.js';

export interface AgentEndpoint {
  readonly target: Target;
  readonly user: string;
  readonly password: Secret;
}

/** The flags' agent, and its CA as PEM text. Errors: InvalidArguments, UnreadableFile. */
export function agentOf(flags: AgentFlags & LoginFlags): { endpoint: AgentEndpoint; ca: string } {
  const { 'agent-endpoint': url = '', 'agent-certificate': ca = '', 'private-key': key } = flags;
  if (key !== undefined) {
    throw fail('InvalidArguments', '--private-key does not go with --director', {
      hint: 'leave one out: the agent makes a user of its own',
    });
  }
  if (url === '' || ca === '') throw fail('InvalidArguments', '--director needs both --agent-endpoint and --agent-certificate');
  return { endpoint: agentEndpoint(url), ca: readCa(ca, '--agent-certificate') };
}

/** Reads `https://USER:PASSWORD@HOST[:PORT]`, the form of `mbus` in a manifest of create-env; IPv6 in brackets. Errors: InvalidArguments. */
export function agentEndpoint(url: string): AgentEndpoint {
  const [, user, password = '', place = ''] = /^https:\/\/(?:([^/:@]*)(?::([^/@]*))?@)?([^/@]+)\/?$/.exec(url) ?? [];
  try {
    // Not with its password, which stands in no message.
    const target = parseTarget(`https://${place}`, 443);
    return { target, user: decodeURIComponent(user ?? ''), password: new Secret(decodeURIComponent(password)) };
  } catch {
    throw fail('InvalidArguments', 'the --agent-endpoint is no URL of an agent', { hint: 'write https://USER:PASSWORD@HOST:PORT' });
  }
}

export const basicAuth = ({ user, password }: AgentEndpoint): string =>
  `Basic ${Buffer.from(`${user}:${password.reveal()}`).toString('base64')}`;
