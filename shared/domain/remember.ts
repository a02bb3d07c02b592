/**
 * The same function, which answers at once for texts it has met: lists repeat their words, dates and classes thousands of
 * times. Forgets everything when it holds `most` texts, so that memory stays bounded.
 */
export function remembering<Value>(compute: (text: string) => Value, most = 100_000): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    const value = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}
