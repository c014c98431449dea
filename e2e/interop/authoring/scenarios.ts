import type { RunStep, Scenarios, Step } from './step.js';

const run = (line: string): Step => ({ run: line.split(' ') });
/** bosh6 with the exit code of a wrong command line, or of a file that is wrong. */
const failing = (line: string, says: string): RunStep => ({ run: line.split(' '), fails: 2, says });

/** A job with a followed link, packages with links, scripts, exclusions and blobs, a license: all that counts for a fingerprint. */
const content: readonly Step[] = [
  {
    write: {
      'jobs/web/spec':
        '---\nname: web\ntemplates:\n  ctl.erb: bin/ctl\n  shared.erb: config/shared\npackages: [web, lib]\nproperties: {}\n',
      'jobs/web/properties_schema.json': '{}\n',
      'packages/web/spec':
        '---\nname: web\ndependencies: [lib]\nfiles: ["web/**/*", "tools/*.bin", "./one.txt"]\nexcluded_files: ["web/**/*.skip"]\n',
      'packages/lib/spec': '---\nname: lib\nfiles: ["lib/{a,b}.[ch]"]\n',
      'src/web/a.txt': 'a\n',
      'src/web/.hidden': 'h\n',
      'src/web/sub/x.skip': 'no\n',
      'src/one.txt': '1\n',
      'src/lib/a.c': 'a\n',
      'src/lib/b.h': 'b\n',
      'src/lib/c.c': 'c\n',
      'shared/shared.erb': 'shared\n',
      LICENSE: 'free\n',
      'NOTICE.md': 'note\n',
      'in/x.bin': 'hello blob',
    },
  },
  { write: { 'jobs/web/templates/ctl.erb': 'ctl\n', 'src/web/sub/b.sh': 'b\n' }, executable: true },
  { link: { 'src/web/link': 'a.txt', 'jobs/web/templates/shared.erb': '../../../shared/shared.erb' } },
];
const start: readonly Step[] = [
  run('init-release'),
  run('generate-job web'),
  run('generate-package web'),
  run('generate-package lib'),
  ...content,
  run('add-blob in/x.bin tools/x.bin'),
];
const blobstore: Step = {
  write: { 'config/final.yml': 'name: web\nblobstore:\n  provider: local\n  options:\n    blobstore_path: store\n' },
};

const globs = ['**/*', 'd/**', 'd**/*', '**.c', '{d/{x,y}.*,a}', '[!a]*', '[^a]*', 'd//../a', '/a', '*/', '\\*star', 'x[[]1]'];
const wrongGlobs = {
  'ld/*': "package 'p': 'ld/*' matches nothing below src/ or among the blobs",
  '[': "'[' is no glob",
  '{a': "'{a' is no glob",
  d: "package 'p': 'd' matches nothing below src/ or among the blobs",
};

const packs = (glob: string): Step => ({ write: { 'packages/p/spec': JSON.stringify({ name: 'p', files: [glob] }) } });

/** Each in a directory `web-release` and a home of its own. */
export const scenarios: Scenarios = {
  'a new directory': [
    run('init-release'),
    run('generate-job web'),
    run('generate-package web'),
    failing('generate-job web', "there is a job 'web' already"),
    failing('generate-package web', "there is a package 'web' already"),
    run('create-release'),
    { run: ['create-release'], pipe: true },
    { run: ['blobs'], pipe: true },
    run('reset-release'),
  ],
  'a new repository': [run('init-release --git'), { run: ['create-release'], fails: 2 }, run('create-release --force')],
  blobs: [
    run('init-release'),
    { write: { one: 'x', two: 'y'.repeat(1536), three: 'z'.repeat(1_234_567) } },
    run('blobs'),
    ...['b/x10', 'b/x9', 'b/x', 'B/x', '10', '9', '@a: b', 'true', '1.50', "it's"].map(
      (path): Step => ({ run: ['add-blob', 'one', path] }),
    ),
    run('add-blob two b/two.tgz'),
    run('add-blob three b/three.tgz'),
    run('add-blob two 9'),
    failing('add-blob missing m', "'missing' cannot become blob 'm'"),
    failing('add-blob one ../out', "'../out' is no path below blobs/"),
    run('blobs'),
    run('blobs --json'),
    run('remove-blob 10'),
    run('remove-blob 10'),
    { write: { 'config/private.yml': 'blobstore:\n  options:\n    blobstore_path: store\n' } },
    { write: { 'config/final.yml': 'name: web\nblobstore: {provider: local}\n' } },
    run('upload-blobs'),
    run('upload-blobs'),
    run('blobs'),
    { remove: ['blobs/B/x'] },
    { write: { 'blobs/b/two.tgz': 'damaged', 'blobs/unknown/file': 'u' } },
    run('sync-blobs'),
    run('sync-blobs'),
    { link: { 'blobs/b/link': 'x' } },
    failing('sync-blobs', "'blobs/b/link' is a symbolic link"),
    run('reset-release'),
    run('sync-blobs'),
  ],
  'blobs without blobstore': [
    run('init-release'),
    { write: { one: 'x' } },
    run('add-blob one b/x'),
    failing('upload-blobs', 'the release has no blobstore'),
  ],
  'dev releases': [
    ...start,
    run('create-release'),
    run('create-release'),
    run('create-release --json'),
    run('create-release --tarball ((name))-((version)).tgz'),
    run('inspect-local-release web-0+dev.4.tgz'),
    run('inspect-local-release web-0+dev.4.tgz --json'),
    run('create-release --name other --version 1.2.3'),
    failing('create-release --name other --version 1.2.3', "there is a dev release 'other/1.2.3' already"),
    run('create-release --name other'),
    run('create-release --timestamp-version'),
    { write: { 'src/web/a.txt': 'changed\n' } },
    run('create-release'),
    { run: ['inspect-local-release', 'web-0+dev.4.tgz'], pipe: true },
    run('sha1ify-release web-0+dev.4.tgz one.tgz'),
    run('sha2ify-release one.tgz two.tgz'),
    failing('inspect-local-release missing.tgz', "'missing.tgz' cannot be read: there is no such file"),
  ],
  'final releases': [
    ...start,
    blobstore,
    run('create-release --final'),
    run('create-release --final'),
    run('create-release --final --version 3.1.2 --tarball final.tgz'),
    failing('create-release --final --version 3.1.2', "there is a dev release 'web/3.1.2' already"),
    run('create-release'),
    run('finalize-release final.tgz'),
    run('finalize-release final.tgz --version 4'),
    failing('finalize-release final.tgz --version 4', "there is a final release 'web/4' already"),
    run('finalize-release final.tgz --name other'),
    { remove: ['../.home/.bosh/cache', '.dev_builds'] },
    run('create-release'),
    run('create-release releases/web/web-4.yml --tarball again.tgz'),
    run('inspect-local-release again.tgz'),
  ],
  'a compiled release': [
    { compiledRelease: 'c.tgz' },
    run('inspect-local-release c.tgz'),
    run('inspect-local-release c.tgz --json'),
    run('sha2ify-release c.tgz d.tgz'),
    run('sha1ify-release d.tgz e.tgz'),
    run('inspect-local-release e.tgz'),
    run('init-release'),
    blobstore,
    run('finalize-release c.tgz'),
  ],
  stemcells: [
    {
      archive: 's.tgz',
      entries: {
        'stemcell.MF':
          'name: s\nversion: "621.10"\nbosh_protocol: 1\napi_version: 3\nsha1: 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8\noperating_system: ubuntu\nstemcell_formats: [warden-tar]\ncloud_properties:\n  name: s\n  infrastructure: warden\n  disk: 5120\n  root_device_name: /dev/sda1\n  hypervisor: boshlite\n  nested: {b: [1, two], a: {x: true}}\n',
        image: 'a',
        'packages.txt': 'p\n',
      },
    },
    {
      archive: 'old.tgz',
      entries: { 'stemcell.MF': 'name: old\nversion: "1.10"\noperating_system: os\nsha1: x\ncloud_properties: {}\n', image: '' },
    },
    run('inspect-local-stemcell s.tgz'),
    run('inspect-local-stemcell old.tgz'),
    run('inspect-local-stemcell old.tgz --json'),
    failing('inspect-local-stemcell missing.tgz', "'missing.tgz' cannot be read: there is no such file"),
    run('repack-stemcell s.tgz t.tgz --name t --version 1.20 --format one --format two'),
    run('inspect-local-stemcell t.tgz'),
    { run: ['repack-stemcell', 't.tgz', 'u.tgz', '--empty-image', '--cloud-properties', 'disk: 1\ninfrastructure: "07"'] },
    run('inspect-local-stemcell u.tgz'),
    run('repack-stemcell old.tgz v.tgz'),
  ],
  'a forgotten Director': [
    { write: { '../.home/.bosh/config': 'environments:\n- url: https://a:25555\n  alias: a\n- url: https://b:25555\n  alias: b\n' } },
    run('unalias-env a'),
    run('environments'),
    failing('unalias-env a', "no Director is called 'a'"),
    run('unalias-env b'),
  ],
  'a final release without blobstore': [...start, failing('create-release --final', 'the release has no blobstore')],
  'a name beyond ASCII': [run('init-release'), { write: { one: 'x' } }, run('add-blob one ä'), run('blobs')],
  'scripts and plain archives': [
    run('init-release'),
    run('generate-package web'),
    {
      write: {
        'packages/web/spec': '---\nname: web\nfiles: [a.txt]\nno_compression: true\n',
        'packages/web/pre_packaging': 'cp a.txt b.txt\nrm a.txt\ntest -d "$RELEASE_DIR/src" && test "$BUILD_DIR" = "$PWD"\n',
        'src/a.txt': 'a\n',
      },
    },
    run('create-release --tarball one.tgz'),
    { write: { 'config/final.yml': 'name: web\nno_compression: true\n' } },
    run('create-release --tarball two.tgz'),
    { write: { 'packages/web/pre_packaging': 'exit 3\n' } },
    failing('create-release', '+ exit 3'),
    { write: { 'packages/web/spec': '---\nname: web\nfiles: [packaging]\n', 'src/packaging': '' } },
    failing('create-release', "package 'web': 'packaging' may not be among its files: the package's own script has that name"),
  ],
  globs: [
    run('init-release'),
    run('generate-package p'),
    {
      write: Object.fromEntries(
        ['a', 'b.c', '!', 'd/x.c', 'd/y.h', 'd/e/z.c', '.dot', '.dir/in', '*star', 'x[1]', 's p/ü'].map((path) => [`src/${path}`, path]),
      ),
    },
    { link: { 'src/ld': 'd' } },
    ...globs.flatMap((glob): Step[] => [packs(glob), run('create-release --version 1'), { remove: ['dev_releases'] }]),
    ...Object.entries(wrongGlobs).flatMap(([glob, says]): Step[] => [packs(glob), failing('create-release --version 1', says)]),
    { write: { 'packages/p/spec': JSON.stringify({ name: 'p', files: ['**/*'], excluded_files: ['d/**', '*.c'] }) } },
    run('create-release'),
  ],
  'a vendored package': [
    ...start,
    blobstore,
    run('create-release'),
    { write: { '../other-release/config/final.yml': 'name: other\nblobstore: {provider: local, options: {blobstore_path: store}}\n' } },
    { run: 'vendor-package lib ../web-release'.split(' '), cwd: '../other-release' },
    { run: 'vendor-package web ../web-release --prefix their'.split(' '), cwd: '../other-release', anyOrder: true },
    { ...failing('vendor-package ghost ../web-release', "the newest release there has no package 'ghost'"), cwd: '../other-release' },
    { write: { '../other-release/config/blobs.yml': '--- {}\n' } },
    { run: ['create-release'], cwd: '../other-release' },
  ],
};
