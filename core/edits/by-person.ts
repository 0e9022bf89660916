import type { Word, WordOrigin } from '../transcript/transcript.ts'

/** The origin of a word after a person has changed it. */
export const byPerson = ({ origin }: Pick<Word, 'origin'>): WordOrigin =>
  origin === 'written' ? 'written' : 'edited'
