import { CodedError, isJsonObject } from '@bosh6/base';
import { IpPrefix } from '@bosh6/ip';

/**
 * Runs what reads one network. Its errors then name the network, and the subnet where they are about one: a pointer tells a program, the message tells the
 * reader of a task's log.
 */
export function naming<T>(network: unknown, pointer: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const at = CodedError.is(error) ? error.where?.pointer : undefined;
    if (!CodedError.is(error) || at === undefined || !at.startsWith(pointer) || !isJsonObject(network)) throw error;
    const { name, subnets } = network;
    const subnet = Array.isArray(subnets) ? subnets[Number(/^\/subnets\/(\d+)/.exec(at.slice(pointer.length))?.[1])] : undefined;
    const parts = [
      typeof name === 'string' && !error.message.includes(`'${name}'`) ? `network '${name}'` : undefined,
      isJsonObject(subnet) && typeof subnet.range === 'string' ? unnamedRange(subnet.range, error.message) : undefined,
    ].filter((part) => part !== undefined);
    if (parts.length === 0) throw error;
    const { code, number, http, fault, retryable, hint, where, details } = error;
    const definition = { http, fault, retryable, ...(number === undefined ? {} : { number }) };
    throw new CodedError(code, definition, `${parts.join(', ')}: ${error.message}`, {
      cause: error,
      ...(hint === undefined ? {} : { hint }),
      ...(where === undefined ? {} : { where }),
      ...(details === undefined ? {} : { details }),
    });
  }
}

/** The subnet by its range, unless the message has it in one of its spellings. */
function unnamedRange(text: string, message: string): string | undefined {
  const range = IpPrefix.tryParse(text)?.toString() ?? text;
  return message.includes(range) || message.includes(text) ? undefined : `subnet ${range}`;
}
