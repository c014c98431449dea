import type { LinkSource, PlacedInstance, Placement } from '@bosh6/plan';
import { expect, test } from 'vitest';
import { linkContents } from './link-contents.js';
import type { RenderInput } from './render-instances.js';

test('what a link holds of all instances is made once, however many see it', () => {
  let reads = 0;
  const placement = {
    get instances(): PlacedInstance[] {
      reads++;
      return [];
    },
  } as unknown as Placement;
  const manifest = { name: 'dep', instanceGroups: [] } as unknown as RenderInput['manifest'];
  const provider = {
    group: { name: 'web' },
    job: { name: 'page', job: { properties: [] } },
    manifestJob: {},
    name: 'page',
    type: 'http',
    properties: [],
  };
  const source = { kind: 'provider', provider } as unknown as LinkSource;
  const contentOf = linkContents({ manifest, naming: { deployment: 'dep' }, placement, zoneNumbers: { z1: 1 } });
  for (let seen = 0; seen < 3; seen++) expect(contentOf(source)).toMatchObject({ instance_group: 'web', instances: [], az_ids: { z1: 1 } });
  expect(reads).toBe(1);
  contentOf({ ...source });
  expect(reads).toBe(2);
});
