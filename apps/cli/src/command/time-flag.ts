import * as Flags from '@oclif/core/flags';

/** A time, told to the Director in UTC; nobody who gives none waits for what reads it. */
export const timeFlag = (description: string) =>
  Flags.string({ helpValue: 'TIME', description, parse: async (text) => (await import('./utc-time.js')).utcTime(text) });
