import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import { conversation } from '../edits/testing/samples.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { countPlaces } from './count-places.ts'
import { findDoubts } from './doubts.ts'
import type { DoubtEvidence } from './evidence.ts'
import { countChecked, placesToCheck } from './places-to-check.ts'

/** "there last" of the first paragraph and "all went" of the second are likely to be wrong. */
function doubtful(): Transcript {
  const low = new Set(['c1.2', 'c1.3', 'c2.2', 'c2.3'])
  const { paragraphs, ...rest } = conversation([])
  return {
    ...rest,
    turns: [],
    paragraphs: paragraphs.map((each) => ({
      ...each,
      words: each.words.map((word) => ({ ...word, confidence: low.has(word.id) ? 0.3 : 0.99 })),
    })),
  }
}
const evidence: DoubtEvidence = { regions: [{ startMs: 0, endMs: 9_000 }] }

describe('countPlaces', () => {
  it('counts places, not words, as the list of the editor has them', () => {
    const transcript = doubtful()
    const listed = placesToCheck(transcript, findDoubts(transcript, evidence).likely)
    expect(countPlaces(transcript, evidence)).toEqual({ toCheck: listed.length, checked: 0 })
    expect(countPlaces(transcript, {})).toEqual({ toCheck: 2, checked: 0 })
    // There is speech after the last word, which only the evidence shows.
    expect(listed).toHaveLength(4)
  })

  it('takes what was accepted or corrected from one number to the other', () => {
    const before = doubtful()
    const mark = { id: 'm', kind: 'accepted', fromWordId: 'c1.2', toWordId: 'c1.3', value: null } as const
    const accepted = applyEdits(before, [setMarkEdit(before, { id: 'e1', mark })]).transcript
    expect(countPlaces(accepted, {})).toEqual({ toCheck: 1, checked: 1 })
    const correction = { id: 'e2', paragraphId: 'p2', text: 'Nobody. They never came home.' }
    const corrected = applyEdits(accepted, [replaceTextEdit(accepted, correction)]).transcript
    expect(countPlaces(corrected, {})).toEqual({ toCheck: 0, checked: 2 })
    expect(countChecked(corrected)).toBe(2)
  })

  it('counts two voices that are as alike as one', () => {
    const transcript = doubtful()
    const pair = (similarity: number): DoubtEvidence => ({
      speakers: {
        voices: [
          {
            speakerIds: ['s1', 's2'],
            pieces: [],
            alike: [{ speakerIds: ['s1', 's2'], similarity, bar: 0.6, within: [null, null] }],
          },
        ],
        decided: [],
      },
    })
    expect(countPlaces(transcript, pair(0.7)).toCheck).toBe(3)
    expect(countPlaces(transcript, pair(0.55)).toCheck).toBe(2)
  })
})
