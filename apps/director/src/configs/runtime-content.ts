import { isJsonObject, type Json } from '@bosh6/base';
import { emitYaml, parseYaml } from '@bosh6/formats';

/** A runtime config as it is kept: written anew when a release's version is a number, which it then is no longer (director-api reference 4.1). */
export function runtimeContent(content: string): string {
  const { value, scalarText } = parseYaml(content, 'runtime config');
  const releases = isJsonObject(value) ? value.releases : undefined;
  if (!isJsonObject(value) || !Array.isArray(releases)) return content;
  const isNumbered = (release: Json): boolean => isJsonObject(release) && typeof release.version === 'number';
  if (!releases.some(isNumbered)) return content;
  const texts = releases.map((release, at) =>
    isNumbered(release) && isJsonObject(release)
      ? { ...release, version: scalarText(`/releases/${at}/version`) ?? String(release.version) }
      : release,
  );
  return emitYaml({ ...value, releases: texts }, { sortKeys: false });
}
