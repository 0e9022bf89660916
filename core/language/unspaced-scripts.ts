const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether a text has letters of a script that is written without spaces between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text)
}
