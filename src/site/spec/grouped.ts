/** The elements of a list by a key, in their order, each as `value` makes it. (`Map.groupBy` is newer than the oldest Node meant.) */
export function grouped<T, V = T>(
  list: readonly T[],
  key: (element: T) => string,
  value: (element: T) => V = (element) => element as unknown as V,
): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const element of list) {
    const of = key(element);
    const group = groups.get(of);
    if (group) group.push(value(element));
    else groups.set(of, [value(element)]);
  }
  return groups;
}
