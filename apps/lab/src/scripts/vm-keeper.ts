import { printPids } from './host-pid.js';

/** Keeps a VM's user namespace, and the network, UTS and IPC namespaces that belong to it, until the VM's first process is in them: stays until its stdin ends. */
export const vmKeeper = `${printPids}
while read -r line; do :; done
`;
