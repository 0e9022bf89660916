import { storedMs } from '../../transcript/caption-timing.ts'
import type { Mark, Paragraph, Transcript } from '../../transcript/transcript.ts'
import { makeCuesFrom, type Cue } from '../cues.ts'
import type { CueContext } from './cue-context.ts'
import { idAt, placesOfEnds, wordOrder, type PlaceRange, type WordOrder } from './word-order.ts'

/** Longer than any pause or cue that could affect what is inside. */
const MARGIN_MS = 12_000
/** An interrupted speaker may continue this much later. */
const MARGIN_WORDS = 60

/** The cues of a few seconds of a transcript, without making all of them: those at its edges may differ. */
export function windowCues(
  context: CueContext,
  transcript: Transcript,
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): Cue[] {
  const order = wordOrder(transcript)
  const { captionTiming: timing } = transcript
  const window = windowOf(order, storedMs(startMs, timing) - MARGIN_MS, storedMs(endMs, timing) + MARGIN_MS)
  if (window === null) return []
  const first = order.paragraphAt(window.from - 1)
  const before = first === undefined ? undefined : transcript.paragraphs[first]
  const text = {
    speakers: transcript.speakers,
    paragraphs: paragraphsIn(order, transcript, window),
    marks: marksInside(order, transcript.marks, window),
    ...(transcript.fillers === undefined ? {} : { fillers: transcript.fillers }),
    ...(transcript.numbers === undefined ? {} : { numbers: transcript.numbers }),
    ...(timing === undefined ? {} : { captionTiming: timing }),
  }
  const from = before === undefined ? {} : { speakerBefore: before.speakerId }
  return makeCuesFrom(text, context.rules, { ...context, ...from }).cues
}

/** From the first to the last word said in this time, with all words in between, whenever they were said. */
function windowOf({ words }: WordOrder, startMs: number, endMs: number): PlaceRange | null {
  const isInside = (word: { startMs: number; endMs: number }): boolean =>
    word.endMs >= startMs && word.startMs <= endMs
  const from = words.findIndex(isInside)
  if (from < 0) return null
  const to = words.findLastIndex(isInside)
  return { from: Math.max(0, from - MARGIN_WORDS), to: Math.min(words.length - 1, to + MARGIN_WORDS) }
}

function paragraphsIn(order: WordOrder, { paragraphs }: Transcript, { from, to }: PlaceRange): Paragraph[] {
  const parts: Paragraph[] = []
  for (let place = from; place <= to;) {
    const index = order.paragraphAt(place)
    const paragraph = paragraphs[index ?? 0]
    let next = place
    while (next <= to && order.paragraphAt(next) === index) next += 1
    if (paragraph !== undefined) parts.push({ ...paragraph, words: order.slice(place, next) })
    place = next
  }
  return parts
}

/** The marks on these words, clipped to them. */
function marksInside(order: WordOrder, marks: readonly Mark[], { from, to }: PlaceRange): Mark[] {
  const near = new Set(order.slice(from, to + 1).map(({ id }) => id))
  const isNear = ({ fromWordId, toWordId }: Mark): boolean => near.has(fromWordId) && near.has(toWordId)
  // Translations do not affect these captions.
  const shown = marks.filter(({ kind }) => kind !== 'translation')
  const ends = placesOfEnds(
    order,
    shown.filter(({ fromWordId, toWordId }) => fromWordId !== toWordId),
  )
  return shown.flatMap((mark) => {
    if (isNear(mark)) return [mark]
    if (mark.fromWordId === mark.toWordId) return []
    const first = ends.get(mark.fromWordId)
    const last = ends.get(mark.toWordId)
    if (first === undefined || last === undefined || first > to || last < from) return []
    const fromWordId = idAt(order, Math.max(first, from))
    const inside = { ...mark, fromWordId, toWordId: idAt(order, Math.min(last, to)) }
    // The text of a wording is shown where it begins.
    return mark.kind === 'wording' && first < from ? [{ ...inside, kind: 'hide', value: null }] : [inside]
  })
}
