/**
 * The words of a list as alternatives of a regular expression; `*` stands for any letters. The list is parted by
 * white space.
 */
export function wordsOf(list: string): string {
  return list.trim().split(/\s+/).join('|').replaceAll('*', '\\p{L}*');
}
