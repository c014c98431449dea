/** The path that a request asks for, as it was sent: `//` is no host, and what is no URL is a path still. */
export function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
