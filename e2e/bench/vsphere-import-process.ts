// Imports an image into a simulated vCenter and tells its parent by how many megabytes the process grew at most.
import { peakMegabytes, residentMegabytes } from './process-memory.js';
import { type Address, newCall, openCpi } from './vsphere-load.js';

const [, , image = '', address = '{}'] = process.argv;
const cpi = openCpi(JSON.parse(address) as Address, 'LocalDS');
await cpi.hasDisk('disk-none' as never, newCall()); // logs in
const before = residentMegabytes(process.pid);
await cpi.createStemcell(image, {}, undefined, newCall());
// not resourceUsage().maxRSS: that outlives exec, and so counts the parent that forked
const peak = peakMegabytes(process.pid);
await cpi.close();
process.send?.(peak - before);
process.disconnect();
