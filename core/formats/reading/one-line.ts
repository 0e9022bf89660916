/** A text without line breaks and other control characters, trimmed; no-break spaces, as before French signs, stay. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/(?:[^\S\u00A0\u202F]|\p{Cc})+/gu, ' ')
    .trim()
