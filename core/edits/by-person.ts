import type { Word, WordOrigin } from '../transcript/transcript.ts'

/** The origin of a word once a person's hand was on it. */
export const byPerson = ({ origin }: Pick<Word, 'origin'>): WordOrigin =>
  origin === 'written' ? 'written' : 'edited'
