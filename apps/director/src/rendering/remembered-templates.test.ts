import type { RenderRequest } from '@bosh6/templates';
import { expect, test } from 'vitest';
import { manifest, startHarness } from '../deploy/harness.test.support.js';

const two = manifest
  .replace('instances: 1', 'instances: 2')
  .replace('[10.0.9.165]', '[10.0.9.165, 10.0.9.166]')
  .replace('0165"]', '0165", "2601:646:100:69F1::166"]');

test("a deploy's instances share what was rendered and what properties are; the next deploy knows nothing of it", async () => {
  const h = await startHarness();
  try {
    const { renderer } = h.collaborators;
    const { render } = renderer;
    let seen: RenderRequest[] = [];
    renderer.render = (request) => {
      seen.push(request);
      return render(request);
    };
    const deploy = async (): Promise<RenderRequest[]> => {
      seen = [];
      expect(await h.deploy(two, { recreate: true })).toMatchObject({ state: 'done' });
      return seen;
    };
    const [one, other] = await deploy();
    expect(one?.memo).toBeDefined();
    expect(other?.memo).toBe(one?.memo);
    expect(other?.jobs[0]?.context.properties).toBe(one?.jobs[0]?.context.properties);
    expect(other?.jobs[0]?.context.spec.id).not.toBe(one?.jobs[0]?.context.spec.id);
    const [next] = await deploy();
    expect(next?.memo).toBeDefined();
    expect(next?.memo).not.toBe(one?.memo);
  } finally {
    await h.close();
  }
});
