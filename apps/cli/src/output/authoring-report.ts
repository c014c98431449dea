import type { AuthoringEvent, Report } from '@bosh6/release-dir';
import type { Ui } from './ui.js';
import { decimalBytes } from './values.js';

/** Tells what release authoring does, line by line (as bosh-cli). */
export function authoringReport(ui: Ui): Report {
  return (event) => {
    if (event.event === 'release-added') ui.line(`Added ${event.index} release '${event.name}/${event.version}'`);
    else if (event.event === 'compression-mismatch') ui.error(mismatch(event.packages));
    else ui.partial(`${sentence(event)}\n`);
  };
}

type Step = Exclude<AuthoringEvent, { event: 'release-added' | 'compression-mismatch' }>;

function sentence(step: Step): string {
  switch (step.event) {
    case 'adding':
      return `Adding ${step.kind} '${step.archive}'...`;
    case 'added':
      return `Added ${step.kind} '${step.archive}'`;
    case 'archive-upload':
      return `-- ${begun(step.state)} uploading '${step.archive}' (sha1=${step.digest})`;
    case 'archive-download':
      return `-- ${begun(step.state)} downloading '${step.archive}' (sha1=${step.digest})`;
    case 'blob-download':
      return step.state === 'started'
        ? `Blob download '${step.path}' (${decimalBytes(step.size)}) (id: ${step.id} sha1: ${step.digest}) started`
        : `Blob download '${step.path}' (id: ${step.id}) finished`;
    case 'blob-upload':
      return step.state === 'started'
        ? `Blob upload '${step.path}' (${decimalBytes(step.size)}) (sha1: ${step.digest}) started`
        : `Blob upload '${step.path}' (id: ${step.id}) finished`;
  }
}

const begun = (state: 'started' | 'finished'): string => (state === 'started' ? 'Started' : 'Finished');

const mismatch = (packages: readonly string[]): string =>
  `Warning: ${packages.join(', ')} ${packages.length === 1 ? 'says' : 'say'} 'no_compression: true', but config/final.yml does not: the release's tarball is compressed all the same`;
