import type { LabStatus } from '@bosh6/lab';
import type { Table } from '../output/table.js';

/** The lab's places, VMs and what connects them. Process ids are the host's: `nsenter -t PID` finds each. */
export function labTables(status: LabStatus): Table[] {
  const { places, vms, networks, services, disks, forwards } = status;
  return [
    {
      content: 'places',
      header: ['Place', 'PID', 'Addresses'],
      rows: places.map(({ name, pid, addresses }) => [name, String(pid), addresses.join('\n')]),
    },
    {
      content: 'vms',
      header: ['VM CID', 'State', 'PID', 'Networks', 'IPs', 'Disks'],
      rows: vms.map((vm) => [
        vm.cid,
        { text: vm.state, good: vm.state === 'running' },
        String(vm.pid ?? ''),
        Object.keys(vm.networks).join('\n'),
        Object.values(vm.networks)
          .map(({ ip }) => (typeof ip === 'string' ? ip : '-'))
          .join('\n'),
        vm.disks.join('\n'),
      ]),
    },
    {
      content: 'networks',
      header: ['Network', 'Bridge', 'Gateways'],
      rows: networks.map(({ name, bridge, gateways }) => [name, bridge, gateways.join('\n')]),
    },
    {
      content: 'services',
      header: ['Service', 'Place', 'PID', 'State'],
      rows: services.map(({ name, where, pid, state }) => [name, where, String(pid), { text: state, good: state === 'running' }]),
    },
    { content: 'disks', header: ['Disk CID', 'Size', 'VM'], rows: disks.map(({ cid, sizeMib, vm = '' }) => [cid, `${sizeMib} MiB`, vm]) },
    {
      content: 'forwards',
      header: ['Port here', 'Leads to'],
      rows: forwards.map(({ port, to }) => [
        String(port),
        to.address.includes(':') ? `[${to.address}]:${to.port}` : `${to.address}:${to.port}`,
      ]),
    },
  ];
}
