import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { fail } from './errors.js';

export interface SmallFile {
  path: string;
  content: Uint8Array;
}

/**
 * A gzipped tar (POSIX ustar) made in memory, since rendered templates may hold secrets and belong on no disk of ours. Owner 0, no times, mode
 * 0644: its bytes depend on the files only. Paths may have 255 bytes.
 */
export async function tarInMemory(files: readonly SmallFile[]): Promise<Uint8Array> {
  const blocks = files.flatMap(({ path, content }) => [header(path, content.length), content, Buffer.alloc(padding(content.length))]);
  const packed = await promisify(gzip)(Buffer.concat([...blocks, Buffer.alloc(1024)]), { level: 6 });
  // What zlib gives is a piece of 16 KiB, all of which would stay as long as the piece does.
  return new Uint8Array(packed);
}

function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  const { prefix, name } = split(path);
  block.write(name, 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  block.write(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function split(path: string): { prefix: string; name: string } {
  if (Buffer.byteLength(path) <= 100) return { prefix: '', name: path };
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
    const prefix = path.slice(0, at);
    const name = path.slice(at + 1);
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return { prefix, name };
  }
  throw fail('TemplatePathTooLong', `the path '${path}' of a rendered template is too long`);
}

function padding(size: number): number {
  return (512 - (size % 512)) % 512;
}
