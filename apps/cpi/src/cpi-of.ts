import { readFileSync } from 'node:fs';
import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { createLocalCpi, localCpiPropertiesSchema } from '@bosh6/cpi-local';
import { type Cpi, cpiError } from '@bosh6/cpi-protocol';
import { createVsphereCpi, readVsphereProperties, withCpiConfig } from '@bosh6/cpi-vsphere';

type Closable = Cpi & { close(): unknown };

const plugins: Record<string, (own: JsonObject, context: JsonObject) => Closable> = { local: localCpi, vsphere: vsphereCpi };

/**
 * The CPI that a JSON file names, `{"cloud": {"plugin": "vsphere", "properties": {...}}}` as with the original; a file without `cloud` has the properties
 * of the lab's. Properties of a cpi-config, which come in a request's context, win. A call with properties that will not do answers `Bosh::Clouds::CpiError`.
 */
export function cpiOf(file: string | undefined): { make: (context: JsonObject) => Cpi; close: () => Promise<void> } {
  let made: Closable | undefined;
  return {
    make(context) {
      const { plugin, properties } = readConfig(file, context);
      const create = Object.hasOwn(plugins, plugin) ? plugins[plugin] : undefined;
      if (create === undefined) throw cpiError('CpiError', `there is no CPI '${plugin}'; there are: ${Object.keys(plugins).join(', ')}`);
      made = create(properties, context);
      return made;
    },
    close: async () => void (await made?.close()),
  };
}

function readConfig(file: string | undefined, context: JsonObject): { plugin: string; properties: JsonObject } {
  const config = file === undefined ? {} : parse(file);
  if (isJsonObject(config.cloud)) return { plugin: String(config.cloud.plugin), properties: objectOf(config.cloud.properties) };
  const isVsphere = file === undefined && ('vcenters' in context || 'datacenters' in context);
  return { plugin: isVsphere ? 'vsphere' : 'local', properties: config };
}

function parse(file: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw cpiError('CpiError', `the CPI's properties cannot be read from '${file}'`, { cause });
  }
  if (!isJsonObject(value)) throw cpiError('CpiError', `the CPI's properties in '${file}' are no object`);
  return value as JsonObject;
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

function localCpi(own: JsonObject, context: JsonObject): Closable {
  const parsed = localCpiPropertiesSchema.safeParse({ ...own, ...context });
  if (parsed.success) return createLocalCpi(parsed.data);
  const issue = parsed.error.issues[0];
  throw cpiError('CpiError', `the CPI's property '${issue?.path.join('.')}': ${issue?.message}`, { cause: parsed.error });
}

function vsphereCpi(own: JsonObject, context: JsonObject): Closable {
  return createVsphereCpi(readVsphereProperties(withCpiConfig(own, context)));
}
