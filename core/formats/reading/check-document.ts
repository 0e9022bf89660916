import { lint, type LintProblem } from '../../transcript/lint.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { DocumentWithExtras } from '../format.ts'
import { UnreadableText } from './unreadable-text.ts'

/** A file has dozens of tracks at most; a greater number cannot be a track. */
const MAX_TRACKS = 1000

/**
 * Checks that the content of a `.parolo.json` is valid as a transcript of the library; types were already checked
 * (json-reader.ts). Throws UnreadableText with the path of the first invalid value.
 */
export function checkDocument({ transcript }: DocumentWithExtras): void {
  transcript.speakers.forEach(({ colour }, index) => {
    if (!Number.isSafeInteger(colour) || colour < 0) {
      throw wrong(`speakers[${index}].colour`, `a whole number from 0 expected, found ${colour}`)
    }
  })
  const track = transcript.run.settings.track ?? 0
  if (!Number.isInteger(track) || Number(track) < 0 || Number(track) > MAX_TRACKS) {
    throw wrong('run.settings.track', `the number of a track expected, found ${JSON.stringify(track)}`)
  }
  // Earlier versions of the program wrote zero-length words.
  const [problem] = lint(transcript).filter(({ rule }) => rule !== 'recognised-word-too-short')
  if (problem !== undefined) throw wrong(pathOfProblem(problem, transcript), saidOf(problem))
}

const wrong = (path: string, detail: string): UnreadableText =>
  new UnreadableText('wrong-shape', path, detail)

const saidOf = ({ rule, detail }: LintProblem): string => `${rule.replaceAll('-', ' ')} ${detail}`.trim()

/** Path in the file of the item that a problem identifies by its id. */
function pathOfProblem(
  { rule, id }: LintProblem,
  { speakers, turns, paragraphs, marks }: Transcript,
): string {
  const at = (list: string, index: number): string | null => (index < 0 ? null : `${list}[${index}]`)
  const turn = /^turn (\d+)$/u.exec(id)
  if (turn !== null && Number(turn[1]) < turns.length) return `turns[${turn[1]}]`
  if (/speaker-id/u.test(rule)) return at('speakers', indexOf(speakers, id)) ?? 'speakers'
  if (rule.startsWith('mark') || rule === 'duplicate-mark-id')
    return at('marks', indexOf(marks, id)) ?? 'marks'
  for (const [index, paragraph] of paragraphs.entries()) {
    const word = at(`paragraphs[${index}].words`, indexOf(paragraph.words, id))
    if (word !== null) return word
  }
  return at('paragraphs', indexOf(paragraphs, id)) ?? at('speakers', indexOf(speakers, id)) ?? 'paragraphs'
}

const indexOf = (items: readonly { readonly id: string }[], id: string): number =>
  items.findIndex((item) => item.id === id)
