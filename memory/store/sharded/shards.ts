import { placeOf } from '../../model/shards.ts';
import { notFound } from '../sql/arguments.ts';
import type { ShardStore } from '../sql/shard-methods.ts';
import { isAway, type Shard } from './shard.ts';

/** The databases that keep the units of an installation, by their places. */
export class Shards {
  readonly all: readonly Shard[];

  constructor(all: readonly Shard[]) {
    this.all = all;
  }

  /** The shard that keeps what has a number. @throws CalqueError `not-found` where none does */
  of(id: number, what = 'unit'): Shard {
    const shard = Number.isSafeInteger(id) && id > 0 ? this.all[placeOf(id)] : undefined;
    if (shard === undefined) throw notFound(what, id);
    return shard;
  }

  /**
   * The shard that new units go to, by what they will be found again by: the one that draws highest for the name, so that
   * one shard more takes its share from all others and moves nothing among these.
   */
  for(name: string): Shard {
    const drawn = this.all.map((_, place) => digestOf(`${place} ${name}`));
    const highest = drawn.reduce((best, draw, place) => (draw > (drawn[best] as number) ? place : best), 0);
    return this.all[highest] as Shard;
  }

  /** Parts what is to be stored among the shards that each is to go to, and puts the answers in the order given. */
  async part<Given, Stored>(
    given: readonly Given[],
    nameOf: (one: Given) => string,
    work: (store: ShardStore, own: readonly Given[]) => Promise<readonly Stored[]>,
  ): Promise<readonly Stored[]> {
    const places = given.map((one) => this.for(nameOf(one)));
    const answers = new Map(
      await Promise.all(
        [...new Set(places)].map(async (shard) => {
          const own = given.filter((_, at) => places[at] === shard);
          const stored: Stored[] = [...(await shard.ask((store) => work(store, own)))];
          return [shard, stored] as const;
        }),
      ),
    );
    return places.map((shard) => answers.get(shard)?.shift() as Stored);
  }

  /** Asks all of them at once. @throws the error of one that could not answer */
  each<T>(work: (store: ShardStore, shard: Shard) => Promise<T>): Promise<T[]> {
    return Promise.all(this.all.map((shard) => shard.ask((store) => work(store, shard))));
  }

  /** Asks all that are there. */
  async present<T>(work: (store: ShardStore) => Promise<T>): Promise<T[]> {
    const answers = await Promise.all(this.all.map((shard) => shard.ask(work).then((answer) => [answer], passOver)));
    return answers.flat();
  }

  /** The names of those that are not there. */
  async away(): Promise<readonly string[]> {
    const asked = this.all.map(({ name }) => name);
    const there = await Promise.all(
      this.all.map((shard) => shard.ask((store) => store.getSetting('sharding')).then(() => true, notThere)),
    );
    return asked.filter((_, place) => !there[place]);
  }

  /** Asks each shard for those of the numbers that it keeps. */
  async ofAll<T>(ids: readonly number[], work: (store: ShardStore, ids: readonly number[]) => Promise<readonly T[]>) {
    const asked = this.all.map((shard, place) => {
      const own = ids.filter((id) => placeOf(id) === place);
      return own.length === 0 ? [] : shard.ask((store) => work(store, own));
    });
    return (await Promise.all(asked)).flat();
  }
}

/** Nothing of a shard that could not be asked; any other error is one. */
function passOver(error: unknown): [] {
  if (isAway(error)) return [];
  throw error;
}

function notThere(error: unknown): false {
  if (isAway(error)) return false;
  throw error;
}

/** FNV-1a, its bits mixed as MurmurHash3 ends: the same wherever and whenever it is asked. */
function digestOf(name: string): number {
  let digest = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) digest = Math.imul(digest ^ name.charCodeAt(at), 0x01000193);
  digest = Math.imul(digest ^ (digest >>> 16), 0x85ebca6b);
  digest = Math.imul(digest ^ (digest >>> 13), 0xc2b2ae35);
  return (digest ^ (digest >>> 16)) >>> 0;
}
