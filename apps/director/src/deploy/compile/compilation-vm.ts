import { isJsonObject, type JsonObject } from '@bosh6/base';
import { type Desired, type DesiredStemcell, type Placement, placeCompilationVm } from '@bosh6/plan';
import type { Scope } from '../../engine/scope.js';
import { createVm, type LiveVm } from '../create-vm.js';
import { deleteVmByCid } from '../delete-vm.js';
import { insertReservations, reservationRow } from '../reservation-rows.js';

export interface CompilationVm extends LiveVm {
  /** Ends it: VM, agent's access, address. */
  remove(): Promise<void>;
}

/** Makes a VM to compile in, with an address of the cloud config's compilation network. When that fails, nothing of it stays but a VM that cannot be deleted. */
export async function createCompilationVm(
  scope: Scope,
  deployment: string,
  desired: Desired,
  placement: Placement,
  stemcell: DesiredStemcell,
): Promise<CompilationVm> {
  const { store, config, world } = scope.collaborators;
  const id = world.uuid();
  const name = `compilation-${id}`;
  const owner = `${deployment}/${name}`;
  const { compilation } = placement;
  const networks = await store.write(async (tx): Promise<Record<string, JsonObject>> => {
    const placed = placeCompilationVm(desired, compilation, await tx.reservations.usedPacked(), name);
    const holder = { instanceId: null, taskId: scope.task.taskId, owner };
    await insertReservations(
      tx,
      placed.reservations.map((each) => reservationRow(each, holder)),
    );
    return placed.networks;
  });
  try {
    const live = await createVm(
      scope,
      {
        title: `compilation VM ${id}`,
        kind: 'create_compilation_vm',
        deployment,
        group: name,
        stemcell,
        cloudProperties: compilation.cloudProperties,
        networks,
        env: compilation.env,
        diskCids: [],
        metadata: {
          director: config.name,
          deployment,
          id,
          job: name,
          instance_group: name,
          index: '0',
          name: `${name}/${id}`,
          compiling: 'true',
        },
        addressOwner: owner,
      },
      async () => undefined,
    );
    const remove = async (): Promise<void> => {
      await deleteVmByCid(scope, live, { deployment, instance: `${name}/${id}` });
      await store.write((tx) => tx.reservations.delete({ owner }));
    };
    return { ...live, remove };
  } catch (error) {
    await store.write(async (tx) => {
      // A VM that could not be deleted keeps its address, and its intent is open: whoever ends it frees that.
      const lingers = (await tx.intents.all({ taskId: scope.task.taskId, state: 'open' })).some(
        ({ payload }) => isJsonObject(payload) && payload.addressOwner === owner,
      );
      if (!lingers) await tx.reservations.delete({ owner });
    });
    throw error;
  }
}
