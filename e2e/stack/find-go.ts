import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The `go` command of PATH or GOROOT, or where Go's own installer puts it. */
export async function findGo(): Promise<string | undefined> {
  const { PATH = '', GOROOT } = process.env;
  const folders = [...PATH.split(delimiter).filter(Boolean), ...(GOROOT === undefined ? [] : [join(GOROOT, 'bin')]), '/usr/local/go/bin'];
  for (const folder of folders) {
    const file = join(folder, 'go');
    const found = await access(file).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return undefined;
}
