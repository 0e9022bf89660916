/** Whether a sentence ends with this word, by its punctuation. */
export const endsSentence = (text: string): boolean =>
  /[.!?…。！？][\p{Pe}\p{Pf}\p{Pi}"']*$/u.test(text.trim())
