declare module 'sbd' {
  const sbd: { sentences(text: string, options?: { newline_boundaries?: boolean }): string[] };
  export default sbd;
}

declare module 'sentencex' {
  export function segment(language: string, text: string): string[];
}
