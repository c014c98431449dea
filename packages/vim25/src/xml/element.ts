/** An element, with what the codec asks of it. Names are without prefixes; prefixes are resolved while reading. */
export interface XmlElement {
  readonly name: string;
  /** `xsi:type`, resolved: whether it is one of XML Schema's own types, and its name. */
  readonly xsiType: { readonly primitive: boolean; readonly name: string } | undefined;
  /** The attribute `type` without a namespace: the class of a managed object reference. */
  readonly refType: string | undefined;
  readonly nil: boolean;
  readonly children: XmlElement[];
  /** Its own text, joined; for elements that have children that is white space. */
  text: string;
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}
