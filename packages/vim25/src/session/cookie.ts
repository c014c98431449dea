/** The session's cookie after an answer, as the server spelled it: its quotes belong to the value. */
export function rememberCookie(known: string | undefined, setCookies: readonly string[] | undefined): string | undefined {
  for (const line of setCookies ?? []) {
    const [pair = ''] = line.split(';');
    if (pair.startsWith('vmware_soap_session=')) return pair.trim();
  }
  return known;
}

/** The session's key in a cookie: the value, without its quotes. */
export function sessionKey(cookie: string | undefined): string | undefined {
  return cookie?.slice(cookie.indexOf('=') + 1).replace(/^"|"$/g, '');
}
