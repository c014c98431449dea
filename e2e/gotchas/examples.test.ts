import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { exampleNames, readExample } from '../try/examples.js';
import { prove } from '../try/prove.js';
import { openScene, type Scene } from './scene.js';

/** What docs/guides/ipv6.md shows: each example deploys as it is, and each line of its proof ends well. */
describe('the runnable manifests', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene?.close());

  for (const name of exampleNames())
    it(name, async () => {
      const example = readExample(name);
      expect(example?.about).toMatch(/\.$/);
      expect(example?.proofs.length).toBeGreaterThan(0);
      expectDone(await scene.deploy(name));
      await prove(scene.stack, example?.proofs ?? [], (_proof, ran) => expectDone(ran));
      expectDone(await scene.stack.bosh(['-e', 'ipv4', '-d', name, '-n', 'delete-deployment']));
    });
});
