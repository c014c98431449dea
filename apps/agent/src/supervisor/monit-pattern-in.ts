import { patternOf } from './monit-pattern.js';
import type { Words } from './monit-words.js';

/** The next word, which is to be a pattern. Throws MonitFileInvalid. */
export function patternIn(words: Words): string {
  const line = words.line;
  const pattern = words.value('a pattern');
  try {
    patternOf(pattern);
  } catch {
    throw words.wrong(`'${pattern}' is no pattern`, line);
  }
  return pattern;
}
