import { commonEnds } from '../sequences/common-ends.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { type CaptionedTranscript, hasSameSettings, textSettings } from './text-costs.ts'
import type { CueDraft } from './cue-draft.ts'
import type { CueTime } from './cue-timing.ts'
import { bordersOf } from './cue-window.ts'
import type { Cue } from './cue.ts'
import type { CuesFrom } from './cue-options.ts'
import { cutTextAgain } from './cut-text-again.ts'
import { type CutText, cutText } from './cut-text.ts'
import type { ParagraphMarks } from './mark-index.ts'
import type { CaptionRules } from './caption-rules.ts'
import { cueTimes } from './timing.ts'

export interface MadeCues {
  readonly cues: Cue[]
  /** The last speaker; the given one when nobody speaks. */
  readonly lastSpeaker: string | null | undefined
}

/** The captions of a text, with intermediate results for those of a later one. */
export interface CueWork extends MadeCues {
  readonly cut: CutText
  /** The cue of each draft. */
  readonly timed: readonly Cue[]
  /** All times are set by marks. */
  readonly isFixed: boolean
}

/**
 * The captions of a text; the result is the same with and without an earlier text's work.
 * @param paragraphMarks the marks of each paragraph; without them the work cannot be reused
 */
export function workOnCues(
  transcript: CaptionedTranscript & Pick<Transcript, 'paragraphs'>,
  rules: CaptionRules,
  options: CuesFrom,
  paragraphMarks?: readonly ParagraphMarks[],
  before?: CueWork,
): CueWork {
  const settings = textSettings(transcript, rules, options)
  const { paragraphs, marks } = transcript
  const text =
    paragraphMarks === undefined
      ? null
      : { paragraphs, paragraphMarks, marks, borders: bordersOf({ paragraphs, paragraphMarks }) }
  const isOfSame = text !== null && before !== undefined && hasSameSettings(before.cut.settings, settings)
  const again = isOfSame ? cutTextAgain(before.cut, text) : null
  const cut = again ?? cutText(transcript, settings, text)
  const { timed, isFixed } = timedCues(cut.drafts, rules, options.durationMs, before)
  return { cut, timed, isFixed, cues: byStart(timed), lastSpeaker: cut.lastSpeaker }
}

/** An unchanged cue stays the same object, so that a list redraws only what is new. */
function timedCues(
  drafts: readonly CueDraft[],
  rules: CaptionRules,
  durationMs: number,
  before: CueWork | undefined,
): Timed {
  const earlier = before?.cut.drafts ?? []
  const { head, tail } = commonEnds(earlier, drafts)
  const changed = drafts.slice(head, drafts.length - tail)
  // Each cue has the times of its marks, whatever its neighbors: only changed ones are examined.
  const isFixed = (before?.isFixed ?? true) && changed.every(({ timing }) => timing.fixed !== undefined)
  if (before !== undefined && isFixed && drafts.length === earlier.length) {
    const made = changed.map((draft, at) => {
      const index = head + at
      const known = earlier[index] === draft ? before.timed[index] : undefined
      return cueOf(draft, index, draft.timing.fixed, known)
    })
    return { isFixed, timed: before.timed.toSpliced(head, changed.length, ...made) }
  }
  const times = cueTimes(
    rules,
    drafts.map(({ timing }) => timing),
    durationMs,
  )
  const shift = drafts.length - earlier.length
  const timed = drafts.map((draft, index) => {
    const at = earlier[index] === draft ? index : earlier[index - shift] === draft ? index - shift : -1
    return cueOf(draft, index, times[index], before?.timed[at])
  })
  return { isFixed, timed }
}

interface Timed {
  readonly timed: readonly Cue[]
  readonly isFixed: boolean
}

function cueOf(
  { shown }: CueDraft,
  index: number,
  { startMs, endMs }: CueTime = { startMs: 0, endMs: 0 },
  known?: Cue,
): Cue {
  const isSame = known?.index === index && known.startMs === startMs && known.endMs === endMs
  return isSame ? known : { index, startMs, endMs, ...shown }
}

/** Only times set by marks can be out of order. */
function byStart(cues: readonly Cue[]): Cue[] {
  const isInOrder = cues.every(({ startMs }, index) => startMs >= (cues[index - 1]?.startMs ?? 0))
  if (isInOrder) return [...cues]
  return cues.toSorted((a, b) => a.startMs - b.startMs).map((cue, index) => ({ ...cue, index }))
}
