import { cpiError } from '@bosh6/cpi-protocol';
import { sector } from './write-iso.js';

/** Reads a file of the root directory of an ISO 9660 image, by name without version (`ENV`); for tests and for who watches VMs. */
export function readIso(image: Uint8Array, file = 'ENV'): Buffer {
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  const descriptor = bytes.subarray(16 * sector, 17 * sector);
  if (descriptor.length < sector || descriptor.toString('latin1', 1, 6) !== 'CD001')
    throw cpiError('CpiError', 'this is no ISO 9660 image');
  const root = extent(bytes, descriptor.subarray(156));
  for (let at = 0; at < root.length; ) {
    const length = root[at] ?? 0;
    // a record never crosses a sector: zeros fill the rest of one
    if (length === 0) at = (Math.floor(at / sector) + 1) * sector;
    else {
      const entry = root.subarray(at, at + length);
      const name = entry.toString('latin1', 33, 33 + (entry[32] ?? 0)).replace(/\.?(;\d+)?$/, '');
      if (name === file) return extent(bytes, entry);
      at += length;
    }
  }
  throw cpiError('CpiError', `the ISO image has no file '${file}'`);
}

function extent(bytes: Buffer, record: Buffer): Buffer {
  const start = record.readUInt32LE(2) * sector;
  const length = record.readUInt32LE(10);
  if (start + length > bytes.length) throw cpiError('CpiError', 'the ISO image is cut off');
  return bytes.subarray(start, start + length);
}
