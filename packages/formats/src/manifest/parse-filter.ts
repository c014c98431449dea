import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape } from '../shape/check-shape.js';
import { compact } from '../shape/read-document.js';
import { text, texts } from '../shape/schemas.js';
import { childPointer } from '../yaml/pointer.js';
import type { AddonFilter } from './manifest.js';

export const filterShape = z.object({
  deployments: texts.optional(),
  teams: texts.optional(),
  jobs: z.array(z.object({ name: text.optional(), release: text.optional() })).optional(),
  instance_groups: texts.optional(),
  stemcell: z.array(z.object({ os: text.optional() })).optional(),
  networks: texts.optional(),
  azs: texts.optional(),
  lifecycle: text.optional(),
});

/** `include` or `exclude` of an addon. Throws 530004 for a job that is not named in full, 530005 for a stemcell without `os`. */
export function parseFilter(value: unknown, pointer: string): AddonFilter | undefined {
  if (value === undefined) return undefined;
  const { instance_groups: instanceGroups, jobs, stemcell, ...rest } = checkShape(filterShape, value, pointer);
  const at = (key: string, index: number) => ({ where: { pointer: childPointer(childPointer(pointer, key), index) } });
  return compact({
    ...rest,
    instanceGroups,
    jobs: jobs?.map(({ name, release }, index) => {
      if (name === undefined || release === undefined)
        throw fail('AddonFilterJobIncomplete', "a job in an addon's filter needs 'name' and 'release'", at('jobs', index));
      return { name, release };
    }),
    stemcells: stemcell?.map(({ os }, index) => {
      if (os === undefined)
        throw fail('AddonFilterStemcellIncomplete', "a stemcell in an addon's filter needs 'os'", at('stemcell', index));
      return os;
    }),
  });
}
