/** What `target` is, with some of its methods replaced. */
export function between<T extends object>(target: T, replaced: Partial<T>): T {
  return new Proxy(target, {
    get: (_target, key) => {
      if (Object.hasOwn(replaced, key)) return Reflect.get(replaced, key);
      const value: unknown = Reflect.get(target, key);
      // private fields are the target's own
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
