// Bundles the CLI into one CommonJS file: bundle/cli.cjs. Start-up time is why, see docs of each step below.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * oclif's modules require all others at their top. Here each one is required where it is first used, so that parsing a command line loads the parser
 * and not the help, the plugin loader and the spinners (45 ms).
 */
const lazyOclif = {
  name: 'lazy-oclif',
  setup(hooks) {
    hooks.onLoad({ filter: /@oclif\/core\/lib\/.*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: lazily(source), loader: 'js' };
    });
  },
};

const required = /^const (\w+) = (__importDefault\(|__importStar\()?(require\("[^"]+"\))\)?;$/gm;

function lazily(source) {
  const names = [];
  const out = source.replace(required, (_line, name, wrap, call) => {
    names.push(name);
    return `let ${name}$; const ${name}$get = () => ${name}$ ??= ${wrap === undefined ? call : `${wrap}${call})`};`;
  });
  return names.reduce((text, name) => text.replace(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g'), `(${name}$get())`), out);
}

/** zod's messages in 50 languages are half of zod; ours are English. */
const englishOnly = {
  name: 'english-only',
  setup(hooks) {
    hooks.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export { default as en } from "./en.js";', loader: 'js' }));
  },
};

await build({
  entryPoints: [join(here, 'dist/main.js')],
  outfile: join(here, 'bundle/cli.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  minifyWhitespace: true,
  minifySyntax: true,
  keepNames: false,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['@peculiar/x509', 'reflect-metadata'],
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [lazyOclif, englishOnly],
});
