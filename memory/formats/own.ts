/**
 * What a table has under a name that comes from a file; `undefined` where it has none. A plain look-up would find
 * `constructor` and its like in every table.
 */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
