import { CodedError, relocated } from '@bosh6/base';
import type { Template } from './load-template.js';

type OfText = (document: string | null | undefined) => boolean;

/** Whether a place is in the manifest that a Director got; others are in its cloud and runtime configs, or in job specs. */
export const isOfManifest: OfText = (document) => document === undefined || document === null || document === 'manifest';

/** Runs `work`; a Director's error about the text that it got then names the person's own file, line and column. One about another document stays. */
export async function locating<T>(template: Template, work: () => Promise<T>, isOfText: OfText = () => true): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!CodedError.is(error) || error.where?.pointer === undefined || !isOfText(error.where.document)) throw error;
    throw relocate(error, template);
  }
}

function relocate(error: CodedError, template: Template): CodedError {
  const { object, pointer } = error.where ?? {};
  return relocated(error, { ...template.locate(pointer === undefined ? {} : { pointer }), ...(object === undefined ? {} : { object }) });
}
