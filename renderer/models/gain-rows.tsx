import type { Gain } from '#core/models/errors-in-words'
import { useSay } from '../ui/words.tsx'
import styles from './model-offer.module.css'

const WORDS = 36
const STEP = 16

/** Two rows of words, the wrong ones wavy: now and with the better model. */
export function GainRows({
  gain,
  now,
  after,
}: {
  readonly gain: Gain
  readonly now: string
  readonly after: string
}) {
  const say = useSay()
  return (
    <div className={styles.gain}>
      <span className={styles.dim}>{say('models.offer.now', { model: now })}</span>
      <WordRow oneIn={gain.nowOneIn} />
      <span>{say('models.offer.one-in', { count: gain.nowOneIn })}</span>
      <b>{after}</b>
      <WordRow oneIn={gain.afterOneIn} />
      <b>{say('models.offer.after', { count: gain.afterOneIn })}</b>
    </div>
  )
}

/** Decorative: the text next to it says the same. */
function WordRow({ oneIn }: { readonly oneIn: number }) {
  const isWrong = (word: number): boolean => word % oneIn === Math.floor(oneIn / 2)
  const right: string[] = []
  const wrong: string[] = []
  for (let word = 0; word < WORDS; word++) {
    const x = word * STEP
    if (isWrong(word)) wrong.push(`M${x + 3} 7q2-5 4 0t4 0t4 0`)
    else right.push(`M${x + 4} 7h8`)
  }
  return (
    <svg viewBox={`0 0 ${WORDS * STEP} 14`} preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.right} vectorEffect="non-scaling-stroke" d={right.join('')} />
      <path className={styles.wrong} vectorEffect="non-scaling-stroke" d={wrong.join('')} />
    </svg>
  )
}
