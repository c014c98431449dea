/**
 * A URL with `instead` in place of its user and password. A text that is no URL loses everything before its last `@`, so that a password
 * which made it unreadable is not told either.
 */
export function withoutCredentials(text: string, instead = ''): string {
  const url = URL.parse(text);
  if (url === null || (url.host === '' && url.protocol !== 'file:')) {
    return text.replace(/^(\s*[a-z][a-z0-9+.-]*:[\\/]*)?.*@/is, `$1${instead}`);
  }
  if (url.username === '' && url.password === '') return text;
  return `${url.protocol}//${instead}${url.host}${url.pathname}${url.search}${url.hash}`;
}
