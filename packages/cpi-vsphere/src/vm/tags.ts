import type { Json } from '@bosh6/base';
import type { CallContext } from '@bosh6/cpi-protocol';
import type { Ref } from '@bosh6/vim25';
import type { VmProperties } from '../properties/vm-properties.js';
import { openRest, type Rest } from '../rest/open-rest.js';
import type { Vcenter } from '../vcenter.js';

export interface Tagged {
  cid: string;
  properties: Pick<VmProperties, 'tags'>;
  context: Pick<CallContext, 'log'>;
}

/** Attaches the tags of the VM's type, which must exist. What fails is told in the log: a VM works without tags. */
export async function attachTags(vcenter: Vcenter, { cid, properties, context }: Tagged, vm: Ref<'VirtualMachine'>): Promise<void> {
  const { tags = [] } = properties;
  if (tags.length === 0) return;
  try {
    const rest = await openRest(vcenter);
    try {
      const found = await Promise.all(tags.map(({ category, tag }) => findTag(rest, category, tag)));
      const ids = found.filter((id) => id !== undefined);
      for (const [index, { category, tag }] of tags.entries())
        if (found[index] === undefined) context.log(`VM '${cid}': there is no tag '${tag}' in category '${category}'`);
      const object = { id: vm.value, type: vm.type };
      if (ids.length === 0) return;
      const path = 'tagging/tag-association?~action=attach-multiple-tags-to-object';
      const answer = (await rest.call('POST', path, { object_id: object, tag_ids: ids })) as { success?: boolean; error_messages?: Json };
      if (answer.success === false) throw new Error(JSON.stringify(answer.error_messages ?? []));
    } finally {
      await rest.close();
    }
  } catch (error) {
    context.log(`VM '${cid}': its tags are not attached: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function findTag(rest: Rest, category: string, tag: string): Promise<string | undefined> {
  const categoryId = await named(rest, 'tagging/category', (await rest.call('GET', 'tagging/category')) as string[], category);
  if (categoryId === undefined) return undefined;
  const ids = (await rest.call('POST', `tagging/tag/id:${encodeURIComponent(categoryId)}?~action=list-tags-for-category`)) as string[];
  return named(rest, 'tagging/tag', ids, tag);
}

async function named(rest: Rest, path: string, ids: readonly string[], name: string): Promise<string | undefined> {
  for (const id of ids) {
    const one = (await rest.call('GET', `${path}/id:${encodeURIComponent(id)}`)) as { name?: string };
    if (one.name === name) return id;
  }
  return undefined;
}
