// Reports reads of members that an object does not have.

type Members = Readonly<Record<string, unknown>>;

/**
 * Behaves like the same object. The CEL library checks for an own property before it reads one, so that check
 * shows a miss.
 *
 * @param onMissing Called with the full name, for example `resources.vpc`.
 */
export function watchMembers(
  target: Members,
  name: string,
  { onMissing }: { readonly onMissing: (name: string) => void },
): Members {
  return new Proxy(target, {
    getOwnPropertyDescriptor(_, member) {
      const descriptor = Reflect.getOwnPropertyDescriptor(target, member);
      if (!descriptor) onMissing(`${name}.${String(member)}`);
      return descriptor;
    },
    get(_, member) {
      const value: unknown = Reflect.get(target, member);
      return Object.hasOwn(target, member) && isPlainObject(value)
        ? watchMembers(value, `${name}.${String(member)}`, { onMissing })
        : value;
    },
  });
}

function isPlainObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
