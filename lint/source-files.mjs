import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Every TypeScript source under version control, with its text and import specifiers. */
export function sourceFiles() {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => /^(packages|apps|e2e)\//.test(path) && existsSync(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const imports = [
        ...text.matchAll(/(?:^|\n)\s*(import|export)(\s+type)?\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g),
      ].map((match) => ({
        specifier: match[3] ?? match[4],
        typeOnly: match[2] !== undefined,
        lazy: match[4] !== undefined,
      }));
      return { path, text, imports, isTest: /\.test(\.suite)?\.ts$|\/testing\//.test(path) || path.startsWith('e2e/') };
    });
}

/** Workspaces by name: folder and manifest. */
export function workspaces() {
  const folders = execFileSync('git', ['ls-files', 'packages/*/package.json', 'apps/*/package.json', 'e2e/package.json'], {
    encoding: 'utf8',
  });
  return new Map(
    folders
      .split('\n')
      .filter((path) => /^((packages|apps)\/[^/]+|e2e)\/package\.json$/.test(path))
      .map((path) => {
        const manifest = JSON.parse(readFileSync(path, 'utf8'));
        return [manifest.name, { folder: path.replace(/\/package\.json$/, ''), manifest }];
      }),
  );
}
