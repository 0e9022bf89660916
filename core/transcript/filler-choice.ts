import type { StoredNumbers } from './number-choice.ts'

/** What captions, exports and the text show of fillers, stutters and false starts. The transcript always keeps them. */
export const fillerChoices = ['shown', 'hidden'] as const
export type FillerChoice = (typeof fillerChoices)[number]

/** The choice as it is stored: nothing for what is shown, as transcripts before it had nothing. */
export type StoredFillers = Exclude<FillerChoice, 'shown'>

export const isStoredFillers = (value: unknown): value is StoredFillers => value === 'hidden'

/** The transcript with this choice in its place among the last members, null for shown: equal transcripts have equal bytes. */
export function withFillers<
  Given extends { readonly fillers?: StoredFillers; readonly numbers?: StoredNumbers },
>(transcript: Given, fillers: StoredFillers | null): Given {
  const { fillers: _, numbers, ...rest } = transcript
  // The compiler does not know that nothing but the optional member was removed.
  return {
    ...rest,
    ...(fillers === null ? {} : { fillers }),
    ...(numbers === undefined ? {} : { numbers }),
  } as Given
}
