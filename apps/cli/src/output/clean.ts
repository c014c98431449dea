import { stripVTControlCharacters } from 'node:util';

/** What others say must not steer the terminal: without escape sequences, and a space for each other control character. */
export const clean = (text: string): string => cleanWith(text, () => ' ');

/** The same, with something else for those. */
export const cleanWith = (text: string, instead: (character: string) => string): string =>
  stripVTControlCharacters(text).replaceAll(/[\p{Cc}\u2028\u2029]/gu, instead);
