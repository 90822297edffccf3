import { z } from 'zod';
import { CalqueError } from '../../../memory/model/errors.ts';
import { kindOf } from '../kind.ts';

/** Writes a backup of the database into the folder that was set for them, and removes the oldest. */
export const backup = kindOf({
  kind: 'backup',
  input: z.strictObject({}),
  async run(_input, { backups }, { report }) {
    if (backups === undefined) {
      throw new CalqueError('bad-configuration', 'No folder for backups is set any more.', { where: 'CALQUE_BACKUPS' });
    }
    report(0, 1);
    const made = backups.make();
    report(1, 1);
    return made;
  },
});
