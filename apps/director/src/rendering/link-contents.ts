import type { JsonObject } from '@bosh6/base';
import { type LinkSource, linkContent } from '@bosh6/plan';
import { providerProperties } from './provider-properties.js';
import type { RenderInput } from './render-instances.js';

/** What templates see of a link. All instances of a group see the same, which names each instance of another: it is made once. */
export function linkContents({
  manifest,
  naming,
  placement,
  zoneNumbers,
}: Pick<RenderInput, 'manifest' | 'naming' | 'placement' | 'zoneNumbers'>): (source: LinkSource) => JsonObject {
  const known = new Map<LinkSource, JsonObject>();
  return (source) => {
    let content = known.get(source);
    if (content === undefined) {
      const properties = source.kind === 'provider' ? providerProperties(manifest, source.provider) : {};
      content = { ...linkContent(source, naming, placement, properties), az_ids: { ...zoneNumbers } };
      known.set(source, content);
    }
    return content;
  };
}
