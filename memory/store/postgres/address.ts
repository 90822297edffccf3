/** Whether this is the address of a database on a server, and no file. */
export function isAddress(database: string): boolean {
  return /^postgres(ql)?:/.test(database);
}
