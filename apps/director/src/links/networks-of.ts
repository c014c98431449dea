import { isJsonObject } from '@bosh6/base';
import type { LinkProviderRow } from '../persistence/rows/index.js';

/** The networks that a provider's instances are on, the default one first. */
export function networksOf({ content }: Pick<LinkProviderRow, 'content'>): string[] {
  if (!isJsonObject(content) || !Array.isArray(content.networks)) return [];
  const { default_network: first, networks } = content;
  const isFirst = (network: unknown): boolean => network === first;
  return [...networks.filter(isFirst), ...networks.filter((each) => !isFirst(each))].map(String);
}
