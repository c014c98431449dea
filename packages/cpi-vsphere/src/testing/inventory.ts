import { listObjects, type Vim } from '@bosh6/vim25';

/** Names of all VMs and all files that a vCenter has. */
export interface Inventory {
  vms: string[];
  files: string[];
}

export async function readInventory(vim: Vim): Promise<Inventory> {
  const vms = await listObjects(vim, 'VirtualMachine', ['name']);
  const datastores = await listObjects(vim, 'Datastore', ['name', 'browser']);
  const files: string[] = [];
  for (const { properties } of datastores) {
    const { name, browser } = properties;
    if (browser === undefined) continue;
    const searchSpec = { matchPattern: ['*'] };
    for (const { folderPath = '', file = [] } of await vim.run('SearchDatastoreSubFolders_Task', browser, {
      datastorePath: `[${name}]`,
      searchSpec,
    }))
      for (const { path, $type } of file) if ($type !== 'FolderFileInfo') files.push(`${folderPath}/${path}`.replace(/\] ?\/?/, '] '));
  }
  return { vms: vms.map(({ properties }) => String(properties.name)), files };
}
