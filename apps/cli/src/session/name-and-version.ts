import { fail } from '../errors.js';

/** `NAME/VERSION`. Errors: InvalidArguments. */
export function nameAndVersion(text: string, words = 'NAME/VERSION'): { name: string; version: string } {
  const [name = '', version = '', ...more] = text.split('/');
  if (name === '' || version === '' || more.length > 0) {
    throw fail('InvalidArguments', `'${text}' is not ${words}`, { hint: `write ${words}` });
  }
  return { name, version };
}
