import { stripVTControlCharacters } from 'node:util';

/** What a Director says must not steer the terminal: without escape sequences, and a space for each other control character. */
export const clean = (text: string): string => stripVTControlCharacters(text).replaceAll(/\p{Cc}/gu, ' ');
