import { formatList } from '#core/notation/numbers'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Cue } from '#core/captions/cues'
import type { ReadingSpeed } from '#core/captions/costs/reading-speed'
import type { CueProblem } from '#core/captions/cue-problems'
import { problemKinds } from '#core/captions/problems/problem-kinds'
import type { CueResult } from '#core/captions/fixes/fix-report'
import { secondsOf } from '#core/notation/lengths'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { ProgramLanguage } from '#core/messages/messages'
import { type Say, useLanguage, useSay } from '../../ui/words.tsx'
import { cueTime } from '../cues/cue-time.ts'
import { figureWords, speedText } from './fix-words.ts'
import styles from './fixes.module.css'

export interface FixResultProps {
  readonly result: CueResult
  readonly rules: CaptionRules
  /** `good`: it has no problem left; `stays`: it has one and is unchanged; `plain`: changed, without either. */
  readonly tone: 'good' | 'plain' | 'stays'
  /** The key that moves between problems; null for none. */
  readonly nextKey: string | null
  /** In which times are shown; null for milliseconds. */
  readonly frames: FrameGrid | null
}

/** A caption before and after a fix, with the changes. */
export function FixResult({ result, rules, tone, nextKey, frames }: FixResultProps) {
  const say = useSay()
  const language = useLanguage()
  const { before, after, problem } = result
  const what =
    tone === 'stays'
      ? [reasonWords(result, say, language), nextKey && say('captions.fix-all.goes-there', { key: nextKey })]
      : [doneWords(result, say, language), result.spoken && spokenWords(result.spoken, say, language)]
  const shown = { problem, rules, frames }
  return (
    <li className={styles.trade}>
      <span className={styles.number} data-figures>
        {before.index + 1}
      </span>
      <div>
        {!isAboutText(problem) && <p className={styles.words}>{wordsOf(before)}</p>}
        <Shown cue={before} tone={problem === null ? 'plain' : 'wrong'} {...shown} />
      </div>
      <div>
        {tone !== 'stays' &&
          after.map((cue) => (
            <div key={cue.index}>
              {!isAboutText(problem) && after.length > 1 && <p className={styles.words}>{wordsOf(cue)}</p>}
              <Shown cue={cue} tone={tone} {...shown} />
            </div>
          ))}
      </div>
      <span className={styles.what}>{what.filter(Boolean).join(', ')}</span>
    </li>
  )
}

const wordsOf = ({ lines }: Cue): string => lines.map(({ text }) => text).join(' ')

const spokenWords = (spoken: ReadingSpeed, say: Say, language: ProgramLanguage): string =>
  say('captions.spoken', { speed: speedText(spoken, say, language) })

/** Why nothing can be done. */
function reasonWords({ spoken, problem }: CueResult, say: Say, language: ProgramLanguage): string {
  if (problem !== null && problemKinds[problem.kind].about === 'shot') return say('captions.fix-all.no-shot')
  if (spoken !== null) return spokenWords(spoken, say, language)
  return problem !== null && problemKinds[problem.kind].about === 'text'
    ? say('captions.fix-all.no-break')
    : say('captions.fix-all.no-time')
}

interface ShownProps {
  readonly cue: Cue
  readonly problem: CueProblem | null
  readonly rules: CaptionRules
  readonly frames: FrameGrid | null
  readonly tone: 'wrong' | FixResultProps['tone']
}

/** The lines if they are the problem, else the times with the figure that the problem concerns. */
function Shown({ cue, problem, rules, frames, tone }: ShownProps) {
  const say = useSay()
  const language = useLanguage()
  if (isAboutText(problem)) {
    return (
      <p className={styles.text}>
        {cue.lines.map(({ text }, line) => (
          // Lines have no identity other than their position.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={line}>
            {text.slice(0, rules.maxCharactersPerLine)}
            <span className={styles.over}>{text.slice(rules.maxCharactersPerLine)}</span>
          </span>
        ))}
      </p>
    )
  }
  const figure = problem === null ? null : figureWords(problem.kind, cue, rules, say, language)
  const times = say('captions.fix-all.times', {
    start: cueTime(cue.startMs, language, frames),
    end: cueTime(cue.endMs, language, frames),
  })
  return (
    <p data-figures>
      {times}
      {figure !== null && (
        <>
          , <span data-tone={tone}>{figure}</span>
        </>
      )}
    </p>
  )
}

const isAboutText = (problem: CueProblem | null): boolean =>
  problem !== null && problemKinds[problem.kind].about === 'text'

/** The changes of a caption, in a few words. */
function doneWords(
  { before, after, problem, fromBefore, fromNext, nextLater }: CueResult,
  say: Say,
  language: ProgramLanguage,
): string {
  const [first, last] = [after[0], after.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (after.length > 1) return say('captions.fix-all.parts', { count: after.length })
  if (isAboutText(problem)) {
    const lengths = first.lines.map(({ text }) => String(text.length))
    return say('captions.fix-all.line-lengths', {
      lengths: formatList(lengths, language),
    })
  }
  if (problem === null || problemKinds[problem.kind].about === 'shot')
    return movedWords(before, first, say, language)
  const gained = last.endMs - first.startMs - (before.endMs - before.startMs)
  if (fromNext + fromBefore > gained / 2 && gained > 0) {
    const neighbor = fromNext >= fromBefore ? before.index + 2 : before.index
    return say('captions.fix-all.taken', { seconds: secondsOf(gained, language), neighbor })
  }
  if (gained > 0) return say('captions.fix-all.extended', { seconds: secondsOf(gained, language) })
  if (gained < 0) return say('captions.fix-all.shortened', { seconds: secondsOf(-gained, language) })
  if (nextLater === 0) return ''
  const seconds = secondsOf(nextLater, language)
  return say('captions.fix-all.next-later', { seconds, neighbor: before.index + 2 })
}

/** How far its start and its end moved; empty if they did not. */
function movedWords(before: Cue, after: Cue, say: Say, language: ProgramLanguage): string {
  return (['start', 'end'] as const)
    .flatMap((side) => {
      const later = side === 'start' ? after.startMs - before.startMs : after.endMs - before.endMs
      const way = later < 0 ? 'earlier' : 'later'
      return later === 0
        ? []
        : [say(`captions.fix-all.${side}-moved`, { seconds: secondsOf(Math.abs(later), language), way })]
    })
    .join(', ')
}
