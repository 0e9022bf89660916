/** Words normalized for comparison between two decodes: lower case, letters, digits and apostrophes only. */
export function comparableWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’ʼ]/gu, "'")
    .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}
