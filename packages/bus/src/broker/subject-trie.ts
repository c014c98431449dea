interface Node<T> {
  readonly values: Set<T>;
  readonly children: Map<string, Node<T>>;
}

/** Values by subject pattern; finds those whose pattern matches a literal subject, in time that depends on the subject's tokens. */
export class SubjectTrie<T> {
  readonly #root: Node<T> = node();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(pattern: string, value: T): void {
    let at = this.#root;
    for (const token of pattern.split('.')) {
      let next = at.children.get(token);
      if (next === undefined) {
        next = node();
        at.children.set(token, next);
      }
      at = next;
    }
    if (!at.values.has(value)) this.#size++;
    at.values.add(value);
  }

  remove(pattern: string, value: T): void {
    const path: { parent: Node<T>; token: string }[] = [];
    let at = this.#root;
    for (const token of pattern.split('.')) {
      const next = at.children.get(token);
      if (next === undefined) return;
      path.push({ parent: at, token });
      at = next;
    }
    if (at.values.delete(value)) this.#size--;
    // Empty branches go, or agents that come and go would leave them for ever.
    for (const { parent, token } of path.reverse()) {
      const child = parent.children.get(token);
      if (child === undefined || child.values.size > 0 || child.children.size > 0) return;
      parent.children.delete(token);
    }
  }

  match(subject: string): T[] {
    const found: T[] = [];
    collect(this.#root, subject.split('.'), 0, found);
    return found;
  }
}

function node<T>(): Node<T> {
  return { values: new Set(), children: new Map() };
}

function collect<T>(at: Node<T>, tokens: readonly string[], depth: number, found: T[]): void {
  const token = tokens[depth];
  if (token === undefined) {
    found.push(...at.values);
    return;
  }
  const rest = at.children.get('>');
  if (rest !== undefined) found.push(...rest.values);
  const any = at.children.get('*');
  if (any !== undefined) collect(any, tokens, depth + 1, found);
  const literal = at.children.get(token);
  if (literal !== undefined) collect(literal, tokens, depth + 1, found);
}
