import { cueFacts } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'
import type { CaptionRules } from '#core/captions/rules'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import { cueTime } from './cues/cue-time.ts'
import { secondsOf } from '#core/captions/problem-words'

/** The figures of a caption beside the limits of its rules. */
export function CueFactsPanel({ cue, rules }: { readonly cue: Cue; readonly rules: CaptionRules }) {
  const say = useSay()
  const language = useLanguage()
  const facts = cueFacts(cue)
  return (
    <section>
      <h2 className={styles.factsHead}>{say('captions.number', { number: cue.index + 1 })}</h2>
      <dl className={styles.facts}>
        <dt>{say('captions.in')}</dt>
        <dd>{cueTime(cue.startMs, language)}</dd>
        <dt>{say('captions.out')}</dt>
        <dd>{cueTime(cue.endMs, language)}</dd>
        <dt>{say('captions.shown-for')}</dt>
        <dd>{say('captions.shown-for.value', { seconds: secondsOf(facts.durationMs, language) })}</dd>
        <dt>{say('captions.reading-speed')}</dt>
        <dd>
          {say('captions.reading-speed.value', {
            value: Math.round(facts.charactersPerSecond),
            limit: rules.charactersPerSecond,
          })}
        </dd>
        <dt>{say('captions.longest-line')}</dt>
        <dd>
          {say('captions.longest-line.value', {
            value: facts.longestLine,
            limit: rules.maxCharactersPerLine,
          })}
        </dd>
      </dl>
    </section>
  )
}
