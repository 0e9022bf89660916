import type { MovedCaptions, MovedCue } from '#core/captions/retiming/move-captions'
import { useSay } from '../../ui/words.tsx'
import styles from './moving.module.css'

export interface MoveResultProps {
  /** Null while it is worked out, or nothing is chosen. */
  readonly moved: MovedCaptions | null
  readonly isLooking: boolean
  readonly clock: (ms: number) => string
}

const warnings = ['recut', 'cutAtStart', 'overlapping', 'afterEnd', 'staying', 'others'] as const
const words = {
  recut: 'captions.move.recut',
  cutAtStart: 'captions.move.cut',
  overlapping: 'captions.move.overlapping',
  afterEnd: 'captions.move.after-end',
  staying: 'captions.move.staying',
  others: 'captions.move.others',
} as const

/** What a move makes of the captions: how many, where the first and the last land, what is cut or runs into others. */
export function MoveResult({ moved, isLooking, clock }: MoveResultProps) {
  const say = useSay()
  if (moved === null) {
    return (
      <p className={styles.result} role="status">
        {say(isLooking ? 'captions.move.looking' : 'captions.move.nothing')}
      </p>
    )
  }
  const { report } = moved
  const { count, first, last } = report
  const starts = ({ before: from, after }: MovedCue): string => {
    const [was, is] = [clock(from.startMs), clock(after.startMs)]
    const number = from.index + 1
    return was === is
      ? say('captions.move.stays', { number, time: is })
      : say('captions.move.moved', { number, before: was, after: is })
  }
  return (
    <div className={styles.result} role="status">
      <p>
        <b>{count === 0 ? say('captions.move.nothing') : say('captions.move.moves', { count })}</b>
      </p>
      {first && <p>{starts(first)}.</p>}
      {last && last.before !== first?.before && <p>{starts(last)}.</p>}
      {last && (
        <p>
          {say('captions.move.ends', { before: clock(last.before.endMs), after: clock(last.after.endMs) })}
        </p>
      )}
      <ul>
        {warnings
          .filter((kind) => report[kind] > 0)
          .map((kind) => (
            <li key={kind}>{say(words[kind], { count: report[kind] })}</li>
          ))}
      </ul>
    </div>
  )
}
