import type { StoredNumbers } from './number-choice.ts'

/**
 * Whether captions, exports and the text show fillers, stutters and false starts. The transcript always keeps
 * them.
 */
export const fillerChoices = ['shown', 'hidden'] as const
export type FillerChoice = (typeof fillerChoices)[number]

/** The choice as stored: absent for shown, as in transcripts from before it existed. */
export type StoredFillers = Exclude<FillerChoice, 'shown'>

export const isStoredFillers = (value: unknown): value is StoredFillers => value === 'hidden'

/**
 * The transcript with this choice, null for shown, always at the same position: equal transcripts have equal
 * bytes.
 */
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
