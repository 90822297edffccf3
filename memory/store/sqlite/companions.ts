/** What belongs to a database besides its file, while it is open or after a crash. */
export const COMPANIONS: readonly string[] = ['-wal', '-shm', '-journal'];
