import { cueFacts, readingSpeed } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'
import { secondsOf } from '#core/captions/problem-words'
import type { CaptionRules } from '#core/captions/rules'
import { exactTime } from '../ui/exact-time.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import { formatFigure } from './cues/format-figure.ts'
import { speedWords } from './fixes/fix-words.ts'

/** The figures of a caption beside the limits of its rules. */
export function CueFactsPanel({ cue, rules }: { readonly cue: Cue; readonly rules: CaptionRules }) {
  const say = useSay()
  const language = useLanguage()
  const facts = cueFacts(cue)
  const { value, limit, unit } = readingSpeed(cue, rules)
  const longest = { value: facts.longestLine, limit: rules.maxCharactersPerLine }
  const figures = [
    [say('captions.in'), exactTime(cue.startMs, language)],
    [say('captions.out'), exactTime(cue.endMs, language)],
    [
      say('captions.shown-for'),
      say('captions.shown-for.value', { seconds: secondsOf(facts.durationMs, language) }),
    ],
    [
      say('captions.reading-speed'),
      limit === null
        ? speedWords(cue, rules, say, language)
        : say(`captions.reading-speed.${unit}`, {
            value: formatFigure(value, language),
            limit: formatFigure(limit, language),
          }),
    ],
    [
      say('captions.longest-line'),
      limit === null ? String(longest.value) : say('captions.longest-line.value', longest),
    ],
  ]
  return (
    <section>
      <h2 className={styles.factsHead}>{say('captions.number', { number: cue.index + 1 })}</h2>
      <dl className={styles.facts} data-figures>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
