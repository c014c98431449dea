import type { Director, TypedConfig } from '@bosh6/director-api/client';
import type { VariableFlags } from '../command/variable-flags.js';
import { loadTemplate, type Template } from '../documents/load-template.js';
import { locating } from '../documents/locating.js';
import { warnOfConfig } from '../documents/warn-of-config.js';
import { printDiff } from '../output/diff.js';
import type { Seat } from './seat.js';

export interface TypedConfigUpdate {
  readonly kind: TypedConfig;
  readonly path: string;
  readonly flags: VariableFlags;
  readonly name?: string | undefined;
  readonly redact?: boolean;
  /** What has to be done between showing the difference and storing; answers with what is to be stored. */
  readonly before?: (director: Director, template: Template) => Promise<Template>;
}

/** Stores a config of a kind that has routes of its own, after showing what changes. */
export async function updateTypedConfig(seat: Seat, { kind, path, flags, name, redact = true, before }: TypedConfigUpdate): Promise<void> {
  const template = await loadTemplate(seat.ui, path, flags);
  await warnOfConfig(seat.ui, template, kind);
  const director = await seat.director();
  const { diff } = await locating(template, () => director.typedConfigs.diff(kind, template.text, { name, redact }));
  printDiff(seat.ui, diff);
  const stored = (await before?.(director, template)) ?? template;
  await seat.answers.confirm();
  await locating(stored, () => director.typedConfigs.update(kind, stored.text, name));
}
