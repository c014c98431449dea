import { fail } from '../errors.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
// What XML 1.0 cannot hold, not even escaped; lone surrogates are half a character.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text as element content or attribute value. Throws `VSphereArgumentInvalid` for characters that XML cannot hold. */
export function escapeXml(text: string): string {
  const bad = forbidden.exec(text);
  if (bad !== null) {
    const code = text.charCodeAt(bad.index).toString(16).padStart(4, '0');
    throw fail('VSphereArgumentInvalid', `a text has the character U+${code.toUpperCase()}, which XML cannot hold`);
  }
  return text.replace(/[&<>"\r]/g, (found) => entities[found] ?? found);
}
