import { captionProblems } from '#core/captions/caption-problems'
import type { CueProblemKind } from '#core/captions/cue-problems'
import { tooFastSpeech } from '#core/captions/fixes/spoken-speed'
import { wordOrder } from '#core/captions/edits/word-order'
import { presets, type PresetId } from '#core/captions/presets/presets'
import { type Cell, met, percent, table } from '../report/table.ts'
import {
  type Captioned,
  type CaptionQuality,
  type CueCounts,
  fixedCues,
  measureQuality,
} from './caption-quality.ts'
import { fewestProblems } from './fewest-problems.ts'

/** A preset on the recordings of some languages, with the aim after “fix all” if there is one. */
interface Judged {
  readonly name: string
  readonly preset: PresetId
  readonly speaks: (language: string) => boolean
  readonly aim?: number
}

const every = (): boolean => true
const others = (language: string): boolean => language !== 'en' && language !== 'fr'

const JUDGED: readonly Judged[] = [
  { name: 'netflix, English', preset: 'netflix', speaks: (language) => language === 'en', aim: 0.95 },
  { name: 'netflix, French', preset: 'netflix', speaks: (language) => language === 'fr', aim: 0.9 },
  { name: 'netflix, de es pt', preset: 'netflix', speaks: others },
  { name: 'bbc', preset: 'bbc', speaks: every },
  { name: 'charte', preset: 'charte', speaks: every },
  { name: 'charte, French', preset: 'charte', speaks: (language) => language === 'fr' },
  { name: 'arte', preset: 'arte', speaks: every },
  { name: 'podcast', preset: 'podcast', speaks: every },
  { name: 'vertical', preset: 'vertical', speaks: every },
]

/** Tables of the shares of cues without any problem, and of the kinds of problems. */
export function reportQuality(recordings: readonly Captioned[]): string {
  const results = JUDGED.map((judged) => {
    const its = recordings.filter(({ language }) => judged.speaks(language))
    return { judged, quality: measureQuality(its, presets[judged.preset]) }
  })
  const rows = results.map(({ judged: { name, aim }, quality: { filled, made, fixed } }) => [
    name,
    made.cues,
    percent(shareOf(made)),
    percent(shareOf(fixed)),
    aim === undefined ? '' : `${Math.round(aim * 100)} %`,
    aim === undefined ? '' : met(shareOf(fixed) >= aim),
    filled.cues,
    percent(shareOf(filled)),
  ])
  const causes = results.flatMap(({ judged: { name }, quality }) =>
    kindsOf(quality).map((kind) => [
      `${name}: ${kind}`,
      quality.made.byKind[kind] ?? 0,
      quality.fixed.byKind[kind] ?? 0,
      quality.filled.byKind[kind] ?? 0,
    ]),
  )
  return `### Quality

Share of cues without any problem, slight ones counted too (a speed just over the limit, a gap a frame too short), in the
open set and the samples as Parolo transcribed them: every word, nothing dropped. “After” is after “fix all”, which moves
times and breaks lines, and keeps every word. Filled: words put into cues up to the rules' characters, lines and longest
time, with the times of the words, as simple programs do.

${table(['rules', 'cues', 'as made', 'after', 'aim', '', 'filled cues', 'filled'], rows)}

Problems by kind; a cue may have several.

${table(['rules and kind', 'as made', 'after', 'filled'], causes)}

What “fix all” left under the rules that have an aim, by recording; the speed is that of all cues from the first start to
the last end. No word is dropped and no cue starts further from its words than the rules allow, so cues of speech that is
itself faster than the rules stay too fast.

“Spoken too fast”: those whose words themselves, from the first to the last, are faster than the rules allow; the page says
so for each.

“At least”: a lower bound. No cutting and no times within these limits leave fewer, whatever the length of the cues, if cuts do
not part an article and its noun or the like, and if a cue may take as much time from others as helps it.

${table(['rules and recording', 'cues', 'with problems', 'spoken too fast', 'at least', 'characters a second', 'limit'], leftRows(recordings))}`
}

/** The recordings in which problems remain. */
function leftRows(recordings: readonly Captioned[]): Cell[][] {
  return JUDGED.filter(({ aim }) => aim !== undefined).flatMap(({ name, preset, speaks }) =>
    recordings
      .filter(({ language }) => speaks(language))
      .flatMap((recording): Cell[][] => {
        const { rules, fixed } = fixedCues(recording, presets[preset])
        const problems = captionProblems(fixed, rules)
        const broken = fixed.filter(({ index }) => (problems[index]?.length ?? 0) > 0)
        const left = broken.length
        if (left === 0) return []
        const order = wordOrder(recording.transcript)
        const spoken = broken.filter((cue) => tooFastSpeech(cue, order, rules) !== null).length
        const characters = fixed.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + text.length, 0)
        const ms = (fixed.at(-1)?.endMs ?? 0) - (fixed[0]?.startMs ?? 0)
        const speed = ((characters * 1_000) / Math.max(1, ms)).toFixed(1)
        const least = fewestProblems(recording, rules)
        const possible = `${least.broken} of ${least.cues}`
        return [
          [
            `${name}: ${recording.name}`,
            fixed.length,
            left,
            spoken,
            possible,
            speed,
            rules.charactersPerSecond,
          ],
        ]
      }),
  )
}

const shareOf = ({ cues, withoutProblem }: CueCounts): number => withoutProblem / cues

/** Kinds that occur in any of the three ways, the most frequent after “fix all” first. */
function kindsOf({ filled, made, fixed }: CaptionQuality): CueProblemKind[] {
  const kinds = [filled, made, fixed].flatMap(({ byKind }) => Object.keys(byKind) as CueProblemKind[])
  const count = (kind: CueProblemKind): number => fixed.byKind[kind] ?? 0
  return [...new Set(kinds)].toSorted((a, b) => count(b) - count(a) || a.localeCompare(b))
}
