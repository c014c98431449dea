import * as Flags from '@oclif/core/flags';
import type { InferredFlags } from '@oclif/core/interfaces';

const repeated = { multiple: true, multipleNonGreedy: true } as const;

/** Variables and ops files (as bosh-cli). */
export const variableFlags = {
  var: Flags.string({ helpValue: 'NAME=YAML', char: 'v', ...repeated, description: 'Set a variable: NAME=VALUE, the value is YAML' }),
  'var-file': Flags.string({ helpValue: 'NAME=PATH', ...repeated, description: "Set a variable to a file's text: NAME=PATH" }),
  'vars-file': Flags.string({ helpValue: 'PATH', char: 'l', ...repeated, description: 'Variables from a YAML file' }),
  'vars-env': Flags.string({ helpValue: 'PREFIX', ...repeated, description: 'Variables from the environment: PREFIX_name' }),
  'vars-store': Flags.string({ helpValue: 'PATH', description: 'Variables from this YAML file, which keeps those that are generated' }),
  'ops-file': Flags.string({ helpValue: 'PATH', char: 'o', ...repeated, description: 'Operations file' }),
};

export type VariableFlags = Partial<InferredFlags<typeof variableFlags>>;
