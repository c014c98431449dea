import type { World } from '@bosh6/base';
import type { Store } from '../persistence/store.js';

/** The value kept under a name; made and kept at the first time. */
export async function attribute(store: Store, name: string, make: () => string): Promise<string> {
  const known = await store.read.attributes.get(name);
  if (known !== undefined) return known;
  return store.write(async (tx) => {
    const value = (await tx.attributes.get(name)) ?? make();
    await tx.attributes.set(name, value);
    return value;
  });
}

export function directorUuid(store: Store, world: World): Promise<string> {
  return attribute(store, 'uuid', () => world.uuid());
}

/** Signs blob URLs; never leaves the database. */
export function signingKey(store: Store, world: World): Promise<string> {
  return attribute(store, 'blob_signing_key', () => Buffer.from(world.bytes(32)).toString('base64url'));
}
