// One file that runs in a VM with nothing beside it but Node.
import { build } from 'esbuild';

/** The agent shows a certificate; signing with NATS keys would bring a whole library of curves. */
const withoutNkeys = {
  name: 'without-nkeys',
  setup(building) {
    building.onResolve({ filter: /^@nats-io\/nkeys$/ }, ({ path }) => ({ path, namespace: 'without' }));
    building.onLoad({ filter: /.*/, namespace: 'without' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

await build({
  plugins: [withoutNkeys],
  entryPoints: [new URL('src/main.ts', import.meta.url).pathname],
  outfile: new URL('bundle/agent.cjs', import.meta.url).pathname,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  logLevel: 'warning',
});
