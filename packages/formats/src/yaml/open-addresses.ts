import { IpAddress } from '@bosh6/ip';
import { type Document, visit } from 'yaml';

/** Stands for the last colon of such an address while YAML reads the text; of one length with it, so that positions stay. */
const stand = '\uE000';
/** How such an address ends; a text without it is looked through only once, and fast. */
const open = /::[ \t]*(?:$|[\]},]|[ \t]#)/m;

/**
 * YAML takes the last colon of `gateway: 2001:db8::` for that of a key, and what is read is a map, or an error about nested mappings. A plain scalar that is
 * a whole IPv6 address means itself: the colon is hidden here, and `restore` puts it back.
 */
export function hideOpenAddresses(text: string): string {
  if (!open.test(text) || text.includes(stand)) return text;
  return text.replace(
    /((?:[:-]|^)[ \t]+|[[{,][ \t]*)([0-9A-Fa-f:]*::)(?=[ \t]*(?:$|[\]},]|[ \t]#))/gm,
    (whole, before: string, address: string) =>
      IpAddress.tryParse(address) === undefined ? whole : `${before}${address.slice(0, -1)}${stand}`,
  );
}

/** Whether the text of a scalar is such an address. */
export const isOpenAddress = (text: string): boolean => text.endsWith(stand);

/** The document as if its addresses had been quoted. */
export function restoreAddresses(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.source === 'string') node.source = node.source.replaceAll(stand, ':');
      if (typeof node.value === 'string') node.value = node.value.replaceAll(stand, ':');
    },
  });
}
