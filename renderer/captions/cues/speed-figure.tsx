import type { CueProblem } from '#core/captions/cue-problems'
import { problemKinds } from '#core/captions/problems/problem-kinds'
import { readingSpeed } from '#core/captions/costs/reading-speed'
import type { Cue } from '#core/captions/cues'
import type { CaptionRules } from '#core/captions/caption-rules'
import { classNames } from '../../ui/class-names.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { formatDecimals } from '#core/notation/numbers'
import styles from './speed-figure.module.css'

export interface SpeedFigureProps {
  readonly cue: Cue
  readonly rules: CaptionRules
  readonly problems: readonly CueProblem[]
}

/** The reading speed at the end of a row, in the unit of the rules, colored where they are broken. */
export function SpeedFigure({ cue, rules, problems }: SpeedFigureProps) {
  const say = useSay()
  const language = useLanguage()
  const { value, unit } = readingSpeed(cue, rules)
  const fast = problems.find(({ kind }) => problemKinds[kind].about === 'speed')
  const speed = formatDecimals(value, language)
  const isWords = unit === 'words'
  return (
    <span
      data-figures
      className={classNames(styles.speed, fast && (fast.isSlight ? styles.slight : styles.wrong))}
      title={say(isWords ? 'captions.speed.words.long' : 'captions.speed.long', { speed })}
    >
      {say(isWords ? 'captions.speed.words' : 'captions.speed', { speed })}
    </span>
  )
}
