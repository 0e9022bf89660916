import type { Difference } from '#core/second-opinion/difference'
import type { Transcript, Word } from '#core/transcript/transcript'
import { useSay } from '../ui/words.tsx'
import styles from './opinion.module.css'

/** Words shown on either side. */
const AROUND = 3

export interface DifferenceLinesProps {
  readonly transcript: Pick<Transcript, 'paragraphs'>
  readonly difference: Difference
}

/** Both texts of a difference, one below the other, with their context. */
export function DifferenceLines({ transcript, difference }: DifferenceLinesProps) {
  const say = useSay()
  const { before, after } = wordsAround(transcript, difference)
  const line = (words: readonly Word[]) => (
    <dd>
      {before}{' '}
      <mark className={styles.hit}>
        {words.length === 0 ? <i>{say('opinion.nothing')}</i> : textOf(words)}
      </mark>{' '}
      {after}
    </dd>
  )
  return (
    <dl className={styles.versus}>
      <dt>{say('opinion.now')}</dt>
      {line(difference.now)}
      <dt>{say('opinion.new')}</dt>
      {line(difference.words)}
    </dl>
  )
}

export function textOf(words: readonly Pick<Word, 'before' | 'text'>[]): string {
  return words
    .map(({ before, text }) => before + text)
    .join('')
    .trim()
}

export function wordsAround(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  { paragraphId, wordBeforeId, wordAfterId }: Difference,
): { readonly before: string; readonly after: string } {
  const words = paragraphs.find(({ id }) => id === paragraphId)?.words ?? []
  const before = words.findIndex(({ id }) => id === wordBeforeId)
  const after = words.findIndex(({ id }) => id === wordAfterId)
  return {
    before: before < 0 ? '' : textOf(words.slice(Math.max(0, before + 1 - AROUND), before + 1)),
    after: after < 0 ? '' : textOf(words.slice(after, after + AROUND)),
  }
}
