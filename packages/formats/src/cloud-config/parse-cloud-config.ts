import { isJsonObject, type Json, withWhere } from '@bosh6/base';
import { z } from 'zod';
import { fail } from '../errors.js';
import { vmResourcesShape } from '../manifest/parse-update.js';
import { checkShape } from '../shape/check-shape.js';
import { compact, readDocument } from '../shape/read-document.js';
import { integer, map, text, texts } from '../shape/schemas.js';
import { childPointer } from '../yaml/pointer.js';
import type { SourceDocument, Sourced } from '../yaml/source-document.js';
import type { CloudConfig, Compilation } from './cloud-config.js';

export const azShape = z
  .object({ name: text, cloud_properties: map.optional(), cpi: text.optional() })
  .transform(({ name, cpi, cloud_properties: cloud }) => compact({ name, cpi, cloudProperties: cloud ?? {} }));
export const vmTypeShape = z
  .object({ name: text, cloud_properties: map.optional() })
  .transform(({ name, cloud_properties: cloud }) => ({ name, cloudProperties: cloud ?? {} }));
export const diskTypeShape = z
  .object({ name: text, disk_size: integer, cloud_properties: map.optional() })
  .transform(({ name, disk_size: diskSize, cloud_properties: cloud }) => ({ name, diskSize, cloudProperties: cloud ?? {} }));
export const compilationShape = z.object({
  workers: integer.min(1),
  network: text,
  az: text.optional(),
  reuse_compilation_vms: z.boolean().optional(),
  orphan_workers: z.boolean().optional(),
  vm_type: text.optional(),
  vm_resources: vmResourcesShape.optional(),
  cloud_properties: map.optional(),
  vm_extensions: texts.optional(),
  env: map.optional(),
});

type Entry = { value: Json } & Sourced;

/**
 * Reads all cloud configs as one: lists are concatenated in order, nothing overrides (formats reference 3.10).
 * Errors say which document, where. Networks stay raw, but one must exist.
 */
export function parseCloudConfig(documents: readonly SourceDocument[]): CloudConfig {
  if (documents.length === 0) throw fail('NoCloudConfig', 'there is no cloud config');
  const azs = named(documents, 'azs', azShape, 'AzTaken');
  const vmTypes = named(documents, 'vm_types', vmTypeShape, 'VmTypeTaken');
  const vmExtensions = named(documents, 'vm_extensions', vmTypeShape, 'VmExtensionTaken');
  const diskTypes = named(documents, 'disk_types', diskTypeShape, 'DiskTypeTaken');
  for (const disk of diskTypes) {
    if (disk.diskSize < 0)
      throw placed(documents, disk, 'disk_size', 'InvalidDiskSize', `disk type '${disk.name}' has a size of ${disk.diskSize} MB`);
  }
  const networks = entriesOf(documents, 'networks');
  const found = compilationOf(documents);
  const holder = documents.find((document) => readDocument(document, (root) => root.networks !== undefined));
  if (holder === undefined) {
    const at = { document: documents[0]?.name ?? '', pointer: '' };
    throw placed(documents, at, '', 'MissingProperty', "required property 'networks' is missing");
  }
  if (networks.length === 0)
    throw placed(documents, { document: holder.name, pointer: '/networks' }, '', 'NoNetworks', "'networks' is empty");
  const config = {
    azs,
    vmTypes,
    vmExtensions,
    diskTypes,
    networks: networks.map((entry) => entry.value),
    networkSources: networks.map(({ document, pointer }) => ({ document, pointer })),
  };
  checkCompilation(documents, found, config);
  return { ...config, compilation: found };
}

function entriesOf(documents: readonly SourceDocument[], key: string): Entry[] {
  return documents.flatMap((document) =>
    readDocument(document, (root) => {
      const list = checkShape(z.array(z.unknown()).optional(), root[key], `/${key}`) ?? [];
      return list.map((value, index) => ({ value: value as Json, document: document.name, pointer: `/${key}/${index}` }));
    }),
  );
}

function named<S extends z.ZodType<{ name: string }>>(
  documents: readonly SourceDocument[],
  key: string,
  shape: S,
  taken: 'AzTaken' | 'VmTypeTaken' | 'VmExtensionTaken' | 'DiskTypeTaken',
): (z.output<S> & Sourced)[] {
  const seen = new Map<string, Sourced>();
  return entriesOf(documents, key).map(({ value, document, pointer }) => {
    const source = documents.find((candidate) => candidate.name === document) as SourceDocument;
    const entry = readDocument(source, () => checkShape(shape, value, pointer));
    const other = seen.get(entry.name);
    if (other !== undefined)
      throw placed(
        documents,
        { document, pointer },
        'name',
        taken,
        `'${entry.name}' is under '${key}' twice, first in '${other.document}'`,
      );
    seen.set(entry.name, { document, pointer });
    return { ...entry, document, pointer };
  });
}

function compilationOf(documents: readonly SourceDocument[]): Compilation {
  const holders = documents.filter((document) => readDocument(document, (root) => 'compilation' in root));
  const [holder, second] = holders;
  if (holder === undefined) {
    throw placed(
      documents,
      { document: documents[0]?.name ?? '', pointer: '/compilation' },
      '',
      'MissingProperty',
      "required property 'compilation' is missing",
    );
  }
  if (second !== undefined) {
    throw placed(
      documents,
      { document: second.name, pointer: '/compilation' },
      '',
      'CompilationTaken',
      `'compilation' is in '${holder.name}' already`,
    );
  }
  return readDocument(holder, (root) => {
    const shape = checkShape(compilationShape, root.compilation, '/compilation');
    return compact({
      workers: shape.workers,
      network: shape.network,
      az: shape.az,
      reuseCompilationVms: shape.reuse_compilation_vms ?? false,
      orphanWorkers: shape.orphan_workers ?? false,
      vmType: shape.vm_type,
      vmResources: shape.vm_resources,
      cloudProperties: shape.cloud_properties ?? {},
      vmExtensions: shape.vm_extensions ?? [],
      env: shape.env ?? {},
      document: holder.name,
      pointer: '/compilation',
    });
  });
}

function checkCompilation(documents: readonly SourceDocument[], compilation: Compilation, config: Omit<CloudConfig, 'compilation'>): void {
  const refuse = (key: string, code: Parameters<typeof fail>[0], what: string): Error => placed(documents, compilation, key, code, what);
  if (!config.networks.some((network) => nameOf(network) === compilation.network)) {
    throw refuse('network', 'UnknownCompilationNetwork', `compilation uses network '${compilation.network}', which no cloud config has`);
  }
  if (compilation.az !== undefined && !config.azs.some((az) => az.name === compilation.az)) {
    throw refuse('az', 'UnknownCompilationAz', `compilation uses AZ '${compilation.az}', which no cloud config has`);
  }
  const sizes = [compilation.vmType, compilation.vmResources, Object.keys(compilation.cloudProperties).length > 0 ? true : undefined];
  if (sizes.filter((size) => size !== undefined).length > 1) {
    throw refuse('', 'CompilationVmAmbiguous', "compilation may have only one of 'vm_type', 'vm_resources' and 'cloud_properties'");
  }
  if (compilation.vmType !== undefined && !config.vmTypes.some((type) => type.name === compilation.vmType)) {
    throw refuse('vm_type', 'UnknownCompilationVmType', `compilation uses VM type '${compilation.vmType}', which no cloud config has`);
  }
  const extension = compilation.vmExtensions.find((name) => !config.vmExtensions.some((known) => known.name === name));
  if (extension !== undefined) {
    throw refuse(
      'vm_extensions',
      'UnknownCompilationVmExtension',
      `compilation uses VM extension '${extension}', which no cloud config has`,
    );
  }
}

/** Numbers are names too. */
function nameOf(network: Json): string | undefined {
  const name = isJsonObject(network) ? network.name : undefined;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined;
}

function placed(documents: readonly SourceDocument[], at: Sourced, key: string, code: Parameters<typeof fail>[0], what: string): Error {
  const pointer = key === '' ? at.pointer : childPointer(at.pointer, key);
  const position = documents.find((document) => document.name === at.document)?.locate(pointer);
  return withWhere(fail(code, what), { document: at.document, pointer, ...position });
}
