import { commonEnds } from '../sequences/common-ends.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { type CaptionedTranscript, hasSameSettings, textSettings } from './cutting/text-costs.ts'
import type { CueDraft } from './cutting/cue-draft.ts'
import type { CueTime } from './cutting/cue-timing.ts'
import { bordersOf } from './cutting/cue-window.ts'
import type { Cue } from './cue.ts'
import type { CuesFrom } from './cue-options.ts'
import { cutTextAgain } from './cutting/cut-text-again.ts'
import { type CutText, cutText } from './cutting/cut-text.ts'
import type { ParagraphMarks } from './marks/mark-index.ts'
import type { CaptionRules } from './caption-rules.ts'
import { byStart } from './timing/by-start.ts'
import { cueTimes, type CueTimes } from './timing/timing.ts'

export interface PartCues {
  readonly cues: Cue[]
  /** The last speaker; the given one when nobody speaks. */
  readonly lastSpeaker: string | null | undefined
}

/** The captions of a text, with intermediate results for those of a later one. */
export interface UpdatableCues extends PartCues {
  readonly cut: CutText
  /** The cue of each draft. */
  readonly timed: readonly Cue[]
  /** All times are set by marks. */
  readonly isFixed: boolean
  /** Null after a change of cues of which all are set by marks. */
  readonly times: CueTimes | null
}

/**
 * The captions of a text; the result is the same with and without an earlier text's work.
 * @param paragraphMarks the marks of each paragraph; without them the work cannot be reused
 */
export function updateCues(
  transcript: CaptionedTranscript & Pick<Transcript, 'paragraphs'>,
  rules: CaptionRules,
  options: CuesFrom,
  paragraphMarks?: readonly ParagraphMarks[],
  before?: UpdatableCues,
): UpdatableCues {
  const settings = textSettings(transcript, rules, options)
  const { paragraphs, marks } = transcript
  const text =
    paragraphMarks === undefined
      ? null
      : { paragraphs, paragraphMarks, marks, borders: bordersOf({ paragraphs, paragraphMarks }) }
  const isOfSame = text !== null && before !== undefined && hasSameSettings(before.cut.settings, settings)
  const again = isOfSame ? cutTextAgain(before.cut, text) : null
  const cut = again ?? cutText(transcript, settings, text)
  const { timed, isFixed, times } = timedCues(cut.drafts, rules, options.durationMs, before)
  return { cut, timed, isFixed, times, cues: byStart(timed), lastSpeaker: cut.lastSpeaker }
}

/** An unchanged cue stays the same object, so that a list redraws only what is new. */
function timedCues(
  drafts: readonly CueDraft[],
  rules: CaptionRules,
  durationMs: number,
  before: UpdatableCues | undefined,
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
    return { isFixed, timed: before.timed.toSpliced(head, changed.length, ...made), times: null }
  }
  const times = cueTimes(
    rules,
    drafts.map(({ timing }) => timing),
    durationMs,
  )
  const { startsMs, endsMs } = times
  const shift = drafts.length - earlier.length
  const known = shift === 0 ? (before?.times ?? undefined) : undefined
  const timed = known === undefined ? [] : [...(before?.timed ?? [])]
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]
    if (draft === undefined) continue
    const isSameTime = known?.startsMs[index] === startsMs[index] && known?.endsMs[index] === endsMs[index]
    if (isSameTime && earlier[index] === draft) continue
    const at = earlier[index] === draft ? index : earlier[index - shift] === draft ? index - shift : -1
    const time = { startMs: startsMs[index] ?? 0, endMs: endsMs[index] ?? 0 }
    timed[index] = cueOf(draft, index, time, before?.timed[at])
  }
  return { isFixed, timed, times }
}

type Timed = Pick<UpdatableCues, 'timed' | 'isFixed' | 'times'>

function cueOf(
  { shown }: CueDraft,
  index: number,
  { startMs, endMs }: CueTime = { startMs: 0, endMs: 0 },
  known?: Cue,
): Cue {
  const isSame = known?.index === index && known.startMs === startMs && known.endMs === endMs
  return isSame ? known : { index, startMs, endMs, ...shown }
}
