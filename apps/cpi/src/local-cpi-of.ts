import { readFileSync } from 'node:fs';
import type { JsonObject } from '@bosh6/base';
import { createLocalCpi, localCpiPropertiesSchema } from '@bosh6/cpi-local';
import { type Cpi, cpiError } from '@bosh6/cpi-protocol';

/**
 * The lab's CPI with the properties of a JSON file; those of a cpi-config, which come in a request's context, win.
 * A call without a socket's path answers `Bosh::Clouds::CpiError`.
 */
export function localCpiOf(file: string | undefined): { make: (context: JsonObject) => Cpi; close: () => void } {
  let made: ReturnType<typeof createLocalCpi> | undefined;
  return {
    make(context) {
      const own = file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as JsonObject);
      const parsed = localCpiPropertiesSchema.safeParse({ ...own, ...context });
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw cpiError('CpiError', `the CPI's property '${issue?.path.join('.')}': ${issue?.message}`, { cause: parsed.error });
      }
      made = createLocalCpi(parsed.data);
      return made;
    },
    close: () => made?.close(),
  };
}
