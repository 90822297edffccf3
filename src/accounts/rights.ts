import { CalqueError } from '../../memory/model/errors.ts';
import type { PartRole, Place } from '../contract/roles.ts';
import { placeKey } from '../contract/roles.ts';
import type { PersonId } from './people.ts';
import type { AccountsDatabase } from './tables.ts';

/** What is said of one place: for a person, or for everybody of whom nothing is said there. */
export interface PlaceRight {
  readonly id: number;
  readonly personId?: PersonId;
  readonly place: Place;
  readonly role: PartRole;
}

/** Rights in single memories and projects. */
export interface Rights {
  /** Those that apply to a person, by {@link placeKey}: their own, and everybody's where they have none. */
  of(person: PersonId): Promise<ReadonlyMap<string, PartRole>>;
  list(): Promise<readonly PlaceRight[]>;
  /** @throws CalqueError `not-found` */
  get(id: number): Promise<PlaceRight>;
  /** @param personId everybody without a right of their own, when absent @throws CalqueError `not-found` */
  set(personId: PersonId | undefined, place: Place, role: PartRole): Promise<PlaceRight>;
  /** @throws CalqueError `not-found` */
  remove(id: number): Promise<PlaceRight>;
}

export function createRights(database: AccountsDatabase): Rights {
  return {
    async of(person) {
      const rows = await database
        .selectFrom('rights')
        .selectAll()
        .where((where) => where.or([where('person_id', '=', person), where('person_id', 'is', null)]))
        .execute();
      const everybodys = rows.filter((row) => row.person_id === null);
      const own = rows.filter((row) => row.person_id !== null);
      return new Map([...everybodys, ...own].map((row) => [placeKey(rightOf(row).place), row.role]));
    },
    async list() {
      return (await database.selectFrom('rights').selectAll().orderBy('id').execute()).map(rightOf);
    },
    async get(id) {
      const row = await database.selectFrom('rights').selectAll().where('id', '=', id).executeTakeFirst();
      if (row) return rightOf(row);
      throw noSuchRight();
    },
    async set(personId, place, role) {
      const values = {
        person_id: personId ?? null,
        memory_id: 'memory' in place ? place.memory : null,
        project_id: 'project' in place ? place.project : null,
      };
      const row = await database.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('rights')
          .where((where) =>
            where.and(
              (['person_id', 'memory_id', 'project_id'] as const).map((column) =>
                values[column] === null ? where(column, 'is', null) : where(column, '=', values[column]),
              ),
            ),
          )
          .execute();
        return transaction
          .insertInto('rights')
          .values({ ...values, role })
          .returningAll()
          .executeTakeFirstOrThrow();
      });
      return rightOf(row);
    },
    async remove(id) {
      const row = await database.deleteFrom('rights').where('id', '=', id).returningAll().executeTakeFirst();
      if (row) return rightOf(row);
      throw noSuchRight();
    },
  };
}

function noSuchRight(): CalqueError {
  return new CalqueError('not-found', 'There is no such right.', { where: 'id' });
}

function rightOf(row: {
  readonly id: number;
  readonly person_id: string | null;
  readonly memory_id: number | null;
  readonly project_id: number | null;
  readonly role: PartRole;
}): PlaceRight {
  return {
    id: row.id,
    ...(row.person_id !== null && { personId: row.person_id }),
    place: row.memory_id === null ? { project: row.project_id ?? 0 } : { memory: row.memory_id },
    role: row.role,
  };
}
