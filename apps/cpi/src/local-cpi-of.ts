import { readFileSync } from 'node:fs';
import { isJsonObject, type JsonObject } from '@bosh6/base';
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
      const parsed = localCpiPropertiesSchema.safeParse({ ...(file === undefined ? {} : readProperties(file)), ...context });
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

function readProperties(file: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw cpiError('CpiError', `the CPI's properties cannot be read from '${file}'`, { cause });
  }
  if (!isJsonObject(value)) throw cpiError('CpiError', `the CPI's properties in '${file}' are no object`);
  return value as JsonObject;
}
