import { type CodedError, isJsonObject, type Json } from '@bosh6/base';

/** Names that went with what was taken from documents: who uses them is right to. */
export class LostNames {
  readonly #names = new Set<string>();
  /** Lists that lost entries whose names cannot be told. */
  readonly #nameless = new Set<string>();

  add(original: string, value: Json): void {
    const [, list, key] = /^\/(\w+)(?:\/\d+(?:\/(\w+))?)?$/.exec(original) ?? [];
    const isName = key === 'name' || key === 'alias';
    const names = (isJsonObject(value) ? [value.name, value.alias] : isName ? [value] : []).filter(
      (name) => typeof name === 'string' || typeof name === 'number',
    );
    for (const name of names) this.#names.add(String(name));
    if (list !== undefined && names.length === 0 && (key === undefined || isName)) this.#nameless.add(list);
  }

  /** Whether an error is that a name is unknown which may have been among them. */
  explain({ code }: CodedError, name: Json | undefined): boolean {
    const list = listOf[code];
    if (list !== undefined && this.#nameless.has(list)) return true;
    return /Unknown|NotListed/.test(code) && typeof name !== 'object' && this.#names.has(String(name));
  }
}

/** The list that a name is looked for in, by the error that says it is not there. */
const listOf: Readonly<Record<string, string>> = {
  UnknownStemcell: 'stemcells',
  UnknownRelease: 'releases',
  AddonReleaseNotListed: 'releases',
  UnknownCompilationNetwork: 'networks',
  UnknownCompilationAz: 'azs',
  UnknownCompilationVmType: 'vm_types',
  UnknownCompilationVmExtension: 'vm_extensions',
  SubnetZoneUnknown: 'azs',
};
