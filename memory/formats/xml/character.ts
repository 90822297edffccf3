/** The type of the inline code that stands for a character XML cannot carry; its content names the character. */
export const CHARACTER_CODE_TYPE = 'x-calque-character';

/** `U+000C` for a form feed. */
export function characterName(character: string): string {
  return `U+${(character.charCodeAt(0) || 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The character of a name that {@link characterName} gave; `undefined` for anything else. */
export function namedCharacter(name: string): string | undefined {
  const digits = /^U\+([0-9A-F]{4})$/.exec(name)?.[1];
  return digits === undefined ? undefined : String.fromCharCode(Number.parseInt(digits, 16));
}
