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
    hooks.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: 'js',
    }));
  },
};

/** oclif's log goes nowhere here; its logger would load two packages for that. */
const quietOclif = {
  name: 'quiet-oclif',
  setup(hooks) {
    const contents =
      'const none = () => {}; exports.makeDebug = () => none; exports.getLogger = exports.setLogger = none; exports.clearLoggers = none;';
    hooks.onLoad({ filter: /@oclif\/core\/lib\/logger\.js$/ }, () => ({ contents, loader: 'js' }));
  },
};

/** Commands that only talk to the Director: they, and nothing else, are in the small bundle. The others it takes from the big one when they are called. */
const small = new Set([
  'cancel-task',
  'config',
  'configs',
  'delete-deployment',
  'delete-disk',
  'deployments',
  'disks',
  'environment',
  'environments',
  'instances',
  'log-in',
  'log-out',
  'manifest',
  'networks',
  'task',
  'tasks',
  'vms',
]);
const restFromBig = {
  name: 'rest-from-big',
  setup(hooks) {
    hooks.onResolve({ filter: /^\.\/commands\/.*\.js$|^yaml$|^\.\/command\/help\.js$/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = path.replace(/^\.\/commands\/|\.js$/g, '').replace('/', ' ');
      return small.has(name) ? undefined : { path: name, namespace: 'big' };
    });
    hooks.onLoad({ filter: /.*/, namespace: 'big' }, ({ path }) => {
      if (path === 'yaml') return { contents: "export const parse = (text) => require('./cli.cjs').parseYamlText(text);" };
      if (path.endsWith('help')) return { contents: "export const { commandHelp, commandList, topicHelp } = require('./cli.cjs');" };
      return { contents: `export default require('./cli.cjs').loadCommand(${JSON.stringify(path)});` };
    });
  },
};

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

await build({
  ...shared,
  entryPoints: [join(here, 'dist/bundle-entry.js')],
  outfile: join(here, 'bundle/cli.cjs'),
  external: ['@peculiar/x509', 'reflect-metadata'],
  plugins: [lazyOclif, quietOclif, englishOnly],
});
await build({
  ...shared,
  entryPoints: [join(here, 'dist/main.js')],
  outfile: join(here, 'bundle/start.cjs'),
  external: ['./cli.cjs'],
  plugins: [restFromBig, lazyOclif, quietOclif],
});
