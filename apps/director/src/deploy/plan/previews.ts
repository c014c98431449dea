import type { DeploymentPlan } from '@bosh6/director-api';
import type { Collaborators } from '../../core/collaborators.js';
import { fail } from '../../errors.js';
import type { UpdateDeploymentPayload } from '../payloads.js';

/** Plans for those who ask over HTTP, from when agents and CPIs can be asked. */
export class Previews {
  #collaborators: Collaborators | undefined;

  open(collaborators: Collaborators): void {
    this.#collaborators = collaborators;
  }

  /** Throws StillStarting, and what previewDeploy throws. */
  async plan(payload: UpdateDeploymentPayload, options: { user: string; showSecrets: boolean }): Promise<DeploymentPlan> {
    if (this.#collaborators === undefined) throw fail('StillStarting', 'the Director is still starting and cannot make plans yet');
    // What plans need takes long to load, and few ask.
    const [{ createTools }, { previewDeploy }] = await Promise.all([import('../scope.js'), import('./preview-deploy.js')]);
    return previewDeploy(createTools(this.#collaborators), payload, options);
  }
}
