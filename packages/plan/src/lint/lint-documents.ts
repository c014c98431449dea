import { inOrder, lintSubject, type Problem, type Subject } from '@bosh6/formats/lint';
import type { DocumentKind } from '@bosh6/formats/schema';
import { lintCloudConfigs } from './lint-cloud.js';
import { lintManifest } from './lint-manifest.js';

/**
 * Everything that is wrong with texts that belong together, by text and position. Cloud configs are read as one, manifests against them; the rest for itself.
 * Reports, never throws: a text that cannot be read is the reader's to tell (`lintText`).
 */
export function lintDocuments(inputs: readonly { subject: Subject; kind: DocumentKind }[]): Problem[] {
  const of = (wanted: DocumentKind): Subject[] => inputs.filter(({ kind }) => kind === wanted).map(({ subject }) => subject);
  const configs = of('cloud-config');
  const cloud = configs.length === 0 ? undefined : lintCloudConfigs(configs);
  const problems = [
    ...(cloud?.problems ?? []),
    ...of('manifest').flatMap((subject) => lintManifest(subject, cloud?.reading)),
    ...inputs
      .filter(({ kind }) => kind !== 'cloud-config' && kind !== 'manifest')
      .flatMap(({ subject, kind }) => lintSubject(subject, kind).problems),
  ];
  return inOrder(
    problems,
    inputs.map(({ subject }) => subject.name),
  );
}
