/** Whether a word ends with the punctuation of a sentence's end. Abbreviations do too: their dot is not told apart. */
export const endsWithStop = (text: string): boolean =>
  /[.!?…。！？][\p{Pe}\p{Pf}\p{Pi}"']*$/u.test(text.trim())
