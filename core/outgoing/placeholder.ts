const placeholders = { en: '[redacted]', fr: '[occulté]' } as const

/** What stands for redacted words in a text of this language. */
export const placeholderIn = (language: string): string =>
  /^fr\b|^fr[_-]/iu.test(language) ? placeholders.fr : placeholders.en

/** Whether a word stands for redacted ones, in a text that was written before; with a capital and any marks around it. */
export const isPlaceholder = (word: string): boolean => {
  const said = word.toLowerCase()
  return Object.values(placeholders).some(
    (each) => said.includes(each) && !/[\p{L}\p{N}]/u.test(said.replace(each, '')),
  )
}

/** The full stop or comma after a redacted word, which stays after its placeholder. */
export const endingOf = (word: string): string => /[.,;:!?…]+$/u.exec(word)?.[0] ?? ''
