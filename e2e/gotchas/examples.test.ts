import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { prove } from '../try/deploy-example.js';
import { exampleNames, readExample } from '../try/examples.js';
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
      for (const proof of example?.proofs ?? []) expectDone(await prove(scene.stack, proof));
      expectDone(await scene.stack.bosh(['-e', 'ipv4', '-d', name, '-n', 'delete-deployment']));
    });
});
