/** What `work` gives for each item, one after the other: within a transaction nothing happens at once. */
export async function inOrder<T, U>(items: Iterable<T>, work: (item: T, index: number) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await work(item, results.length));
  return results;
}
