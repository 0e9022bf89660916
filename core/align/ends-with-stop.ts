/** Whether a word ends with sentence-final punctuation. Abbreviations are not distinguished from it. */
export const endsWithStop = (text: string): boolean =>
  /[.!?…。！？][\p{Pe}\p{Pf}\p{Pi}"']*$/u.test(text.trim())
