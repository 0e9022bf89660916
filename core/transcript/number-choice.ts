/**
 * How captions, exports and the text to read write numbers, dates, times and units. The transcript keeps the
 * spoken words.
 */
export const numberChoices = ['spoken', 'digits'] as const
export type NumberChoice = (typeof numberChoices)[number]

/** The choice as stored: absent for spoken, as in transcripts from before it existed. */
export type StoredNumbers = Exclude<NumberChoice, 'spoken'>

export const isStoredNumbers = (value: unknown): value is StoredNumbers => value === 'digits'

/** The transcript with this choice as its last member, null for spoken: equal transcripts have equal bytes. */
export function withNumbers<Given extends { readonly numbers?: StoredNumbers }>(
  transcript: Given,
  numbers: StoredNumbers | null,
): Given {
  const { numbers: _, ...rest } = transcript
  // The compiler does not know that nothing but the optional member was removed.
  return (numbers === null ? rest : { ...rest, numbers }) as Given
}
