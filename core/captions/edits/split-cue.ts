import type { Edit } from '../../edits/edit.ts'
import { applyEdits } from '../../edits/apply-edits.ts'
import { frameBegin, timeOnFrame } from '../../frames/frame-grid.ts'
import { shownMs } from '../../transcript/caption-timing.ts'
import type { Cue } from '../cues.ts'
import { arrangeCues } from './arrange-cues.ts'
import type { CueContext } from './cue-context.ts'
import { MIN_CUE_MS } from './cue-times.ts'
import { editableText, wordFrom, type EditableText } from './editable-text.ts'
import { addMark, removeMark, setTime } from './mark-edits.ts'
import { asWanted } from './wanted.ts'
import { wholeRange } from './cue-range.ts'
import { windowCues } from './window-cues.ts'
import { idAt, wordOrder, type PlaceRange, type WordOrder } from './word-order.ts'

/**
 * Splits a cue at the first word at or after the caret, an offset in `editableText`. Nothing if there is no
 * word before or after it.
 */
export function splitCue(context: CueContext, cue: Cue, offset: number): Edit[] {
  const { transcript, cues } = context
  const order = wordOrder(transcript)
  const editable = editableText(cue, transcript, cues, order)
  const range = wholeRange(order, transcript, cues, cue)
  if (editable.wording !== undefined)
    return range === null ? [] : splitWording(context, order, cue, range, offset)
  const word = wordFrom(editable, offset)
  if (word === null || word === editable.words[0]) return []
  // Words of other cues are in between: the place can be marked, but not the whole of both cues.
  if (range === null || word.place <= range.from)
    return [
      addMark(context, order, { from: word.place, to: word.place }, { kind: 'break-before', value: null }),
    ]
  return splitAt(context, order, cue, range, word.place, shareBefore(editable, word.from))
}

const shareBefore = ({ text }: EditableText, offset: number): number => offset / Math.max(1, text.length)

function splitAt(
  context: CueContext,
  order: WordOrder,
  cue: Cue,
  range: PlaceRange,
  place: number,
  share: number,
  also: readonly Edit[] = [],
): Edit[] {
  const wordMs = shownMs(order.at(place)?.startMs ?? 0, context.transcript.captionTiming)
  const [endMs, startMs] = timesAt(context, cue, wordMs, share)
  const first = { ...asWanted(cue, { from: range.from, to: place - 1 }), endMs }
  const second = { ...asWanted(cue, { from: place, to: range.to }), startMs }
  const edits = arrangeCues(context, order, [first, second], { also })
  return cue.isFixed === true ? edits : [...edits, ...leaveGap(context, order, edits, { near: cue, place })]
}

/** Parts that the rules time are adjacent if the first is short: its end is set then, so that the least gap is left. */
function leaveGap(
  context: CueContext,
  order: WordOrder,
  edits: readonly Edit[],
  { near, place }: { readonly near: Cue; readonly place: number },
): Edit[] {
  const { gapMs, frames } = context.rules
  const cues = windowCues(context, applyEdits(context.transcript, edits).transcript, near)
  const at = cues.findIndex(({ wordIds }) => wordIds.includes(idAt(order, place)))
  const [first, second] = [cues[at - 1], cues[at]]
  if (first === undefined || second === undefined) return []
  const latestMs = second.startMs - gapMs
  const endMs = frames === undefined ? latestMs : frameBegin(latestMs, frames)
  const isClose = second.startMs >= first.endMs && first.endMs > endMs
  if (!isClose || endMs < first.startMs + MIN_CUE_MS) return []
  const value = setTime(endMs, context)
  return [addMark(context, order, { from: place - 1, to: place - 1 }, { kind: 'cue-end', value })]
}

/**
 * The end of the first cue and the start of the second, with the least gap between if there is room: at the word if it
 * is inside the cue, else in proportion to their lengths.
 */
function timesAt({ rules }: CueContext, cue: Cue, wordMs: number, share: number): [number, number] {
  const { frames = null } = rules
  const lengthMs = cue.endMs - cue.startMs
  const least = Math.min(MIN_CUE_MS, Math.floor(lengthMs / 2))
  const gapMs = lengthMs >= 2 * least + rules.gapMs ? rules.gapMs : 0
  const [earliest, latest] = [cue.startMs + least + gapMs, cue.endMs - least]
  const isInside = wordMs >= earliest && wordMs <= latest
  const byShare = Math.round(cue.startMs + (cue.endMs - cue.startMs) * share)
  const wantedMs = isInside ? wordMs : Math.min(Math.max(byShare, earliest), latest)
  const startMs = timeOnFrame(wantedMs, frames, { startMs: earliest, endMs: latest })
  return [frames === null ? startMs - gapMs : frameBegin(startMs - gapMs, frames), startMs]
}

/** The wording is cut at the caret, and its words in the same proportion. */
function splitWording(
  context: CueContext,
  order: WordOrder,
  cue: Cue,
  range: PlaceRange,
  offset: number,
): Edit[] {
  const { text, wording } = editableText(cue, context.transcript, context.cues, order)
  const cut = /\s/u.test(text.charAt(offset)) ? offset : text.lastIndexOf(' ', offset)
  const [before, after] = [text.slice(0, Math.max(0, cut)).trim(), text.slice(Math.max(0, cut)).trim()]
  if (wording === undefined || before === '' || after === '' || range.from === range.to) return []
  const share = shareBefore({ text, words: [] }, before.length)
  const count = range.to - range.from + 1
  const place = range.from + Math.min(count - 1, Math.max(1, Math.round(count * share)))
  const also = [
    removeMark(context, wording),
    addMark(context, order, { from: range.from, to: place - 1 }, { kind: 'wording', value: before }),
    addMark(context, order, { from: place, to: range.to }, { kind: 'wording', value: after }),
  ]
  return splitAt(context, order, cue, range, place, share, also)
}
