import { CodedError, isJsonObject, reworded } from '@bosh6/base';
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
    const { message } = error;
    const isNamed = (typeof name === 'string' || typeof name === 'number') && !message.includes(`network '${name}'`);
    const index = /^\/subnets\/(\d+)/.exec(at.slice(pointer.length))?.[1];
    const parts = [
      isNamed ? `network '${name}'` : undefined,
      index !== undefined && Array.isArray(subnets) ? unnamedSubnet(subnets[Number(index)], Number(index), message) : undefined,
    ].filter((part) => part !== undefined);
    throw parts.length === 0 ? error : reworded(error, `${parts.join(', ')}: ${message}`);
  }
}

/** The subnet by its range, unless the message has it in one of its spellings; by its place where it has none. */
function unnamedSubnet(subnet: unknown, index: number, message: string): string | undefined {
  if (!isJsonObject(subnet)) return undefined;
  if (typeof subnet.range !== 'string') return `subnet number ${index + 1}`;
  const range = IpPrefix.tryParse(subnet.range)?.toString() ?? subnet.range;
  return message.includes(range) || message.includes(subnet.range) ? undefined : `subnet ${range}`;
}
