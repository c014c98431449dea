// The Director in a few files instead of some 2,000: it starts in three quarters of the time, and takes a fifth less memory.
import { rm, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

const here = new URL('.', import.meta.url).pathname;
const outdir = resolve(here, 'bundle');
await rm(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [resolve(here, 'dist/run.js')],
  outdir,
  bundle: true,
  splitting: true,
  metafile: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module';const require=createRequireOfBundle(import.meta.url);",
  },
  external: [
    // Native code, files found by path, and CommonJS whose names esbuild cannot know.
    'better-sqlite3',
    '@bosh6/templates',
    '@peculiar/x509',
    // What NestJS would use if it were there.
    '@nestjs/microservices',
    '@nestjs/websockets',
    '@nestjs/platform-express',
    'class-validator',
    'class-transformer',
    '@fastify/static',
    '@fastify/view',
    '@fastify/multipart',
  ],
});
// main.ts leaves the bundle alone when one of these is newer.
const own = Object.keys(metafile.inputs)
  .map((input) => relative(here, resolve(input)))
  .filter((input) => !input.includes('node_modules'));
await writeFile(resolve(outdir, 'inputs.json'), JSON.stringify(own));
