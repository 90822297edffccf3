/** What databases are called, `name at host` where the server names them, in a French sentence. */
export function databasesNamed(databases: readonly string[]): string {
  return databases
    .map((one) => one.replace(/ at this machine$/, ' sur cette machine').replace(/ at (?=\S+$)/, ' sur '))
    .join(', ');
}
