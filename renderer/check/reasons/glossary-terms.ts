import { useMemo } from 'react'
import type { Doubt } from '#core/doubt/reasons'
import { correctPlaces } from '#core/glossary/other-places'
import { type WrittenOtherwise, writtenOtherwise } from '#core/glossary/written-otherwise'
import type { Transcript } from '#core/transcript/transcript'
import type { CheckItem } from '../../editor/check-item.ts'
import type { Say } from '../../ui/words.tsx'
import type { CheckReason } from '../check-reason.ts'
import { acceptAct, doubtItem } from './doubt-item.ts'
import { around, short } from './quoted.ts'

/**
 * How often a name is right that is offered for words that sound like it: 80 of 81 (bench, "Glossary", made-up talks).
 */
const NAME_IS_RIGHT = 80 / 81

/** Words that sound like a name or a term of the glossary, or were corrected to a name elsewhere. */
export const glossaryTerms: CheckReason = {
  id: 'term',
  label: 'check.reason.term',
  useItems({ places, transcript, say, names }) {
    return useMemo(() => {
      if (places === null) return null
      const terms = places.filter(({ doubt }) => isAboutTerm(doubt))
      const listed = new Set(places.map(({ key }) => key))
      return [
        ...terms.map((place) => doubtItem(place, 'term', { say, names })),
        ...writtenOtherwise(transcript)
          .flatMap((place) => otherItem(place, transcript, say))
          .filter(({ key }) => !listed.has(key)),
      ]
    }, [places, transcript, say, names])
  },
}

export const isAboutTerm = ({ reasons }: Pick<Doubt, 'reasons'>): boolean =>
  reasons.some(({ reason }) => reason === 'near-glossary-term')

function otherItem(place: WrittenOtherwise, { paragraphs }: Transcript, say: Say): CheckItem[] {
  const { paragraphId, heard, name, text } = place
  const words = paragraphs.find(({ id }) => id === paragraphId)?.words ?? []
  const [first, last] = [words[place.from], words[place.to]]
  if (first === undefined || last === undefined) return []
  const own = { paragraphId, fromWordId: first.id, toWordId: last.id }
  const found = around({ paragraphs }, own).present ?? ''
  return [
    {
      key: `${first.id} ${last.id}`,
      reason: 'term',
      startMs: first.startMs,
      endMs: last.endMs,
      text: found,
      likelihood: NAME_IS_RIGHT,
      isLikely: true,
      words: own,
      takesTyping: true,
      show(now) {
        const { before, present, after } = around(now, own)
        const parts = [{ text: found, tone: 'gone' }, { text: ' ' }, { text, tone: 'came' }] as const
        return {
          why: [say('check.corrected-elsewhere', { heard, text: name })],
          text: present ?? '',
          name: say('check.open', { text: found }),
          lines: [{ parts: [{ text: before }, ...parts, { text: after }] }],
          accept: {
            label: say('check.take', { text: short(text) }),
            outcome: 'corrected',
            edits: (current, newId) => correctPlaces(current, samePlace(current, place), newId),
          },
          keep: acceptAct(own, say('check.keep'), 'kept'),
        }
      },
    },
  ]
}

/** Empty if it is no longer there. */
const samePlace = (
  transcript: Transcript,
  { paragraphId, from, text }: WrittenOtherwise,
): WrittenOtherwise[] =>
  writtenOtherwise(transcript).filter(
    (each) => each.paragraphId === paragraphId && each.from === from && each.text === text,
  )
