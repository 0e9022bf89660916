import { type Alternative, alternativeEdit, alternatives } from '#core/doubt/alternatives'
import { type PlaceToCheck, textOfPlace } from '#core/doubt/places-to-check'
import { setMarkEdit } from '#core/edits/kinds/set-mark'
import type { Transcript } from '#core/transcript/transcript'
import type {
  CheckItem,
  CheckReasonId,
  EditAct,
  ItemLine,
  ItemWords,
  ShownItem,
} from '../../editor/check-item.ts'
import { reasonWords } from '../../editor/reason-words.ts'
import type { CheckContext } from '../check-reason.ts'
import { short } from './quoted.ts'

type Words = Pick<CheckContext, 'say' | 'names'>

/** A doubtful place as an item: right as it is, another text for it, or a correction by typing. */
export function doubtItem(place: PlaceToCheck, reason: CheckReasonId, shownIn: Words): CheckItem {
  const { doubt, paragraphId, startMs, endMs, text } = place
  const { fromWordId, toWordId } = doubt
  return {
    key: place.key,
    reason,
    startMs,
    endMs,
    text,
    likelihood: doubt.estimate,
    // The search has left out the others.
    isLikely: true,
    words: { paragraphId, fromWordId, toWordId },
    takesTyping: true,
    show: (transcript) => showPlace(place, transcript, shownIn),
  }
}

function showPlace(place: PlaceToCheck, transcript: Transcript, { say, names }: Words): ShownItem {
  const text = textOfPlace(transcript, place)
  const [other, ...others] = text === place.text ? alternatives(place.doubt) : []
  const right = acceptAct(place.doubt, say('check.right'), 'right')
  const shown = { why: reasonWords(place.doubt, say, names), text, name: say('check.open', { text }) }
  if (other === undefined) return { ...shown, lines: [lineOf(place, text)], accept: right }
  return {
    ...shown,
    lines: linesWith(place, text, other, lineLabels(say)),
    accept: takeAct(other, say),
    keep: acceptAct(place.doubt, say('check.keep'), 'kept'),
    choices: others.map((each) => ({ ...takeAct(each, say), id: each.text })),
  }
}

const lineLabels = (say: Words['say']) => ({ here: say('check.here'), other: say('check.other') })

const lineOf = ({ before, after }: PlaceToCheck, text: string): ItemLine => ({
  parts: [{ text: before }, { text, tone: 'doubt' }, { text: after }],
})

/** A term is shown beside the words that it replaces; the text of another model below the whole. */
function linesWith(
  place: PlaceToCheck,
  text: string,
  other: Alternative,
  { here, other: otherLabel }: { readonly here: string; readonly other: string },
): ItemLine[] {
  const { before, after, doubt } = place
  const isWhole = other.fromWordId === doubt.fromWordId && other.toWordId === doubt.toWordId
  if (!isWhole || other.between)
    return [lineOf(place, text), { label: otherLabel, parts: [{ text: other.text, tone: 'hit' }] }]
  if (other.isTerm) {
    const parts = [{ text, tone: 'gone' }, { text: ' ' }, { text: other.text, tone: 'came' }] as const
    return [{ parts: [{ text: before }, ...parts, { text: after }] }]
  }
  return [
    { label: here, parts: [{ text: before }, { text, tone: 'hit' }, { text: after }] },
    { label: otherLabel, parts: [{ text: before }, { text: other.text, tone: 'hit' }, { text: after }] },
  ]
}

function takeAct(other: Alternative, say: Words['say']): EditAct {
  return {
    label: say(other.between ? 'check.insert' : 'check.take', { text: short(other.text) }),
    outcome: 'corrected',
    edits(transcript, newId) {
      const edit = alternativeEdit(transcript, other, newId())
      return edit === null ? [] : [edit]
    },
  }
}

/** The words stay as they are. */
export function acceptAct(
  { fromWordId, toWordId }: Pick<ItemWords, 'fromWordId' | 'toWordId'>,
  label: string,
  outcome: 'right' | 'kept',
): EditAct {
  return {
    label,
    outcome,
    edits(transcript, newId) {
      const id = newId()
      const mark = { id: `${id}.0`, kind: 'accepted', fromWordId, toWordId, value: null } as const
      return [setMarkEdit(transcript, { id, mark })]
    },
  }
}
