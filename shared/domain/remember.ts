/**
 * The same function, which answers at once for what it has met: lists repeat their words, dates and classes thousands of
 * times. Forgets everything when it holds `most` answers, so that memory stays bounded.
 */
export function remembering<Value, Key = string>(compute: (key: Key) => Value, most = 100_000): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = compute(key);
    if (known.size >= most) known.clear();
    known.set(key, { value });
    return value;
  };
}
