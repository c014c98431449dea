import type { DeploymentPlan } from '@bosh6/director-api';
import type { Collaborators } from '../../core/collaborators.js';
import { fail } from '../../errors.js';
import type { UpdateDeploymentPayload } from '../payloads.js';
import type { PreviewOptions } from './preview-deploy.js';

/** Plans for those who ask over HTTP, from when agents and CPIs can be asked. */
export class Previews {
  #collaborators: Collaborators | undefined;
  readonly #closing = new AbortController();

  open(collaborators: Collaborators): void {
    this.#collaborators = collaborators;
  }

  /** Ends those that are being made. */
  close(): void {
    this.#closing.abort(fail('PlanGivenUp', 'the Director is ending'));
  }

  /** Ends when the signal says so. Throws StillStarting, PlanGivenUp at the Director's end, and what previewDeploy throws. */
  async plan(payload: UpdateDeploymentPayload, options: PreviewOptions): Promise<DeploymentPlan> {
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    signal.throwIfAborted();
    if (this.#collaborators === undefined) throw fail('StillStarting', 'the Director is still starting and cannot make plans yet');
    // What plans need takes long to load, and few ask.
    const [{ createTools }, { previewDeploy }] = await Promise.all([import('../../engine/scope.js'), import('./preview-deploy.js')]);
    return previewDeploy(createTools(this.#collaborators), payload, { ...options, signal });
  }
}
