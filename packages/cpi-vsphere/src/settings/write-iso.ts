/** ISO 9660's and El Torito's unit. */
export const sector = 2048;
/** Sectors: volume descriptor, terminator, path tables in both byte orders, root directory, then the file. */
const layout = { descriptor: 16, terminator: 17, pathLittle: 18, pathBig: 19, root: 20, data: 21 };
const pathTableLength = 10;

/** A CD with one file `ENV`: ISO 9660 level 1, no extensions. Linux shows it as `env`, where the agent looks. Always the same bytes for the same content. */
export function writeIso(content: Uint8Array): Buffer {
  const dataSectors = Math.ceil(content.length / sector);
  const total = layout.data + dataSectors;
  const image = Buffer.alloc(total * sector);
  writeDescriptor(image.subarray(layout.descriptor * sector), total);
  writeTerminator(image.subarray(layout.terminator * sector));
  image.set(pathTable('LE'), layout.pathLittle * sector);
  image.set(pathTable('BE'), layout.pathBig * sector);
  const directory = [
    record(Buffer.from([0]), layout.root, sector, true),
    record(Buffer.from([1]), layout.root, sector, true),
    record(Buffer.from('ENV.;1', 'latin1'), layout.data, content.length, false),
  ];
  image.set(Buffer.concat(directory), layout.root * sector);
  image.set(content, layout.data * sector);
  return image;
}

function writeDescriptor(at: Buffer, totalSectors: number): void {
  at[0] = 1;
  at.write('CD001', 1, 'latin1');
  at[6] = 1;
  at.fill(' ', 8, 72);
  at.write('LINUX', 8, 'latin1');
  at.write('BOSHENV', 40, 'latin1');
  both32(at, 80, totalSectors);
  both16(at, 120, 1);
  both16(at, 124, 1);
  both16(at, 128, sector);
  both32(at, 132, pathTableLength);
  at.writeUInt32LE(layout.pathLittle, 140);
  at.writeUInt32BE(layout.pathBig, 148);
  at.set(record(Buffer.from([0]), layout.root, sector, true), 156);
  at.fill(' ', 190, 813);
  // four dates that nobody set: sixteen zeros in text, and an offset of 0
  for (let date = 813; date < 881; date += 17) at.fill('0', date, date + 16);
  at[881] = 1;
}

function writeTerminator(at: Buffer): void {
  at[0] = 255;
  at.write('CD001', 1, 'latin1');
  at[6] = 1;
}

function pathTable(order: 'LE' | 'BE'): Buffer {
  const table = Buffer.alloc(pathTableLength);
  table[0] = 1;
  if (order === 'LE') table.writeUInt32LE(layout.root, 2);
  else table.writeUInt32BE(layout.root, 2);
  if (order === 'LE') table.writeUInt16LE(1, 6);
  else table.writeUInt16BE(1, 6);
  return table;
}

function record(name: Buffer, start: number, length: number, isDirectory: boolean): Buffer {
  const size = 33 + name.length + ((33 + name.length) % 2);
  const entry = Buffer.alloc(size);
  entry[0] = size;
  both32(entry, 2, start);
  both32(entry, 10, length);
  // 1980-01-01 00:00:00 UTC
  entry.set([80, 1, 1, 0, 0, 0, 0], 18);
  entry[25] = isDirectory ? 2 : 0;
  both16(entry, 28, 1);
  entry[32] = name.length;
  entry.set(name, 33);
  return entry;
}

function both32(at: Buffer, offset: number, value: number): void {
  at.writeUInt32LE(value, offset);
  at.writeUInt32BE(value, offset + 4);
}

function both16(at: Buffer, offset: number, value: number): void {
  at.writeUInt16LE(value, offset);
  at.writeUInt16BE(value, offset + 2);
}
