import { useEffect, useMemo } from 'react'
import type { PlaceToCheck } from '#core/doubt/places-to-check'
import type { Doubt } from '#core/doubt/reasons'
import type { Difference } from '#core/second-opinion/difference'
import { keepEdit, takeDifferences } from '#core/second-opinion/take-differences'
import type { Transcript } from '#core/transcript/transcript'
import type { CheckItem, EditAct, ItemLine, ShownItem } from '../../editor/check-item.ts'
import { changeComparing, useEditor } from '../../editor/editor-store.ts'
import { useSecondText } from '../../second-opinion/opinion-queries.ts'
import { textOf } from '../../second-opinion/text-of.ts'
import { itemKeyOf } from '../../second-opinion/use-differences-in-text.ts'
import { useDifferences } from '../../second-opinion/use-differences.ts'
import type { Say } from '../../ui/words.tsx'
import type { CheckReason } from '../check-reason.ts'
import { doubtItem } from './doubt-item.ts'
import { isAboutTerm } from './glossary-terms.ts'
import { short, wordsAround } from './quoted.ts'

/** How often words are wrong where a second model differs: 48 of 111 (bench, "A second model"). */
const WRONG_WHERE_DIFFERENT = 48 / 111

/** Words that another model, or another transcript of the recording, has otherwise. */
export const otherModel: CheckReason = {
  id: 'model',
  label: 'check.reason.model',
  useItems({ session, store, places, say, names }) {
    const comparing = useEditor(store, (state) => state.comparing)
    const { text } = useSecondText(session.transcriptId, comparing?.text ?? null)
    const found = useDifferences(session, text ?? null, comparing?.withWriting ?? false)
    const differences = comparing === null ? null : found
    useEffect(() => changeComparing(store, { differences }), [store, differences])
    const isLooking = comparing !== null && differences === null && places === null
    return useMemo(() => {
      if (isLooking) return null
      const compared = differences ?? []
      const ids = new Set(compared.flatMap(({ now }) => now.map(({ id }) => id)))
      const gaps = new Set(compared.map(({ wordBeforeId, wordAfterId }) => `${wordBeforeId} ${wordAfterId}`))
      // A place may be wider than the words that differ.
      const isCompared = ({ doubt }: PlaceToCheck): boolean =>
        [doubt, ...doubt.reasons.filter((each) => each.reason === 'other-model-differs')].some(
          ({ fromWordId, toWordId }) =>
            gaps.has(`${fromWordId} ${toWordId}`) || ids.has(fromWordId) || ids.has(toWordId),
        )
      const doubted = places?.filter((place) => isAboutModel(place.doubt) && !isAboutTerm(place.doubt)) ?? []
      return [
        ...compared.map((each) => differenceItem(each, say)),
        ...doubted
          .filter((place) => !isCompared(place))
          .map((place) => doubtItem(place, 'model', { say, names })),
      ]
    }, [isLooking, differences, places, say, names])
  },
}

export const isAboutModel = ({ reasons }: Pick<Doubt, 'reasons'>): boolean =>
  reasons.some(({ reason }) => reason === 'other-model-differs')

function differenceItem(difference: Difference, say: Say): CheckItem {
  const { paragraphId, now, startMs, endMs } = difference
  const [first, last] = [now[0], now.at(-1)]
  return {
    key: itemKeyOf(difference),
    reason: 'model',
    startMs,
    endMs,
    text: textOf(now),
    likelihood: WRONG_WHERE_DIFFERENT,
    isLikely: true,
    words:
      first === undefined || last === undefined
        ? null
        : { paragraphId, fromWordId: first.id, toWordId: last.id },
    takesTyping: first !== undefined,
    show: (transcript) => showDifference(difference, transcript, say),
  }
}

function showDifference(difference: Difference, transcript: Transcript, say: Say): ShownItem {
  const present = presentWords(transcript, difference)
  const other = textOf(difference.words)
  const { before, after } = wordsAround(transcript, difference)
  const line = (label: string, text: string): ItemLine => ({
    label,
    parts: [
      { text: before === '' ? '' : `${before} ` },
      text === '' ? { text: say('opinion.nothing'), tone: 'nothing' } : { text, tone: 'hit' },
      { text: after === '' ? '' : ` ${after}` },
    ],
  })
  const why = say(`opinion.kind.${difference.kind}`)
  return {
    why: difference.isByPerson ? [why, say('opinion.by-person')] : [why],
    text: present,
    name: say('check.difference', {
      now: present || say('opinion.nothing'),
      text: other || say('opinion.nothing'),
    }),
    lines: [line(say('check.here'), present), line(say('check.other'), other)],
    accept: takeAct(difference, say),
    keep: {
      label: say('check.keep'),
      outcome: 'kept',
      origin: 'opinion',
      edits: (now, newId) => (isThere(now, difference) ? [keepEdit(now, difference, newId())] : []),
    },
  }
}

function takeAct(difference: Difference, say: Say): EditAct {
  const [now, other] = [short(textOf(difference.now)), short(textOf(difference.words))]
  return {
    label:
      other === ''
        ? say('check.remove', { text: now })
        : say(now === '' ? 'check.insert' : 'check.take', { text: other }),
    outcome: 'corrected',
    origin: 'opinion',
    edits: (transcript, newId, limits) => takeDifferences(transcript, [difference], newId, limits),
  }
}

const isThere = ({ paragraphs }: Transcript, { markFromId, markToId }: Difference): boolean =>
  [markFromId, markToId].every((id) => paragraphs.some(({ words }) => words.some((word) => word.id === id)))

/** The present words between those around the difference; if these no longer exist, the former words. */
function presentWords({ paragraphs }: Transcript, difference: Difference): string {
  const { paragraphId, wordBeforeId, wordAfterId, now } = difference
  const words = paragraphs.find(({ id }) => id === paragraphId)?.words ?? []
  const from = wordBeforeId === null ? 0 : words.findIndex(({ id }) => id === wordBeforeId) + 1
  const to = wordAfterId === null ? words.length : words.findIndex(({ id }) => id === wordAfterId)
  const isKnown = (from > 0 || wordBeforeId === null) && to >= from && words.length > 0
  return textOf(isKnown ? words.slice(from, to) : now)
}
