import * as Flags from '@oclif/core/flags';

/** A number of instances or a part of them, in place of what the manifest says. */
export const amountFlag = (description: string) => Flags.string({ helpValue: 'N|N%', description, parse: async (text) => amount(text) });

/** What it throws becomes InvalidArguments with the flag's name. */
function amount(text: string): string {
  if (!/^\s*\d+\s*%?\s*$/.test(text)) throw new RangeError(`'${text}' must be a whole number or a percentage such as 10%`);
  return text;
}
