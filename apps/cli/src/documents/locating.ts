import { CodedError, relocated } from '@bosh6/base';
import type { Template } from './load-template.js';

/** Runs `work`; a Director's error about the text that it got then names the person's own file, line and column. */
export async function locating<T>(template: Template, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!CodedError.is(error) || error.where?.pointer === undefined) throw error;
    throw relocate(error, template);
  }
}

function relocate(error: CodedError, template: Template): CodedError {
  const { object, pointer } = error.where ?? {};
  return relocated(error, { ...template.locate(pointer === undefined ? {} : { pointer }), ...(object === undefined ? {} : { object }) });
}
