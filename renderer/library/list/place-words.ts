import type { TranscriptCard } from '#contracts/calls/recordings'
import type { Say } from '../../ui/words.tsx'

/** How much is left to check; that no error is likely does not say that a person checked the text. */
export const placeWords = ({ toCheck }: NonNullable<TranscriptCard['places']>, say: Say): string =>
  toCheck > 0 ? say('library.places-to-check', { count: toCheck }) : say('library.none-to-check')
