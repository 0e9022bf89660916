import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation, saidWords } from '../edits/testing/samples.ts'
import { paragraphText, type Transcript, type Word } from '../transcript/transcript.ts'
import type { Difference } from './difference.ts'
import { findDifferences } from './find-differences.ts'
import { type Opinion, opinionOfTranscript } from './opinion.ts'
import { differencesForAll, keepEdit, takeDifferences } from './take-differences.ts'

const whole = { startMs: 0, endMs: 8_000 }

function heard(...texts: readonly (readonly [text: string, startMs: number])[]): Opinion {
  const words = texts.flatMap(([text, startMs], index) => saidWords(`o${index}`, text, startMs))
  return { wanted: [whole], texts: [{ track: null, spans: [whole], words }] }
}

const same = [
  ['Who was there last night?', 0],
  ['Nobody. They all went home.', 2_100],
  ['That is what I thought.', 5_000],
] as const

function ids(): () => string {
  let made = 0
  return () => `e${(made += 1)}`
}

const brief = ({ paragraphId, kind, now, words }: Difference): string =>
  `${paragraphId} ${kind}: ${textOf(now)} > ${textOf(words)}`
const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ')
const lines = (transcript: Transcript): string[] => transcript.paragraphs.map(paragraphText)

function taken(transcript: Transcript, differences: readonly Difference[]): Transcript {
  const edits = takeDifferences(transcript, differences, ids())
  return edits.length === 0 ? transcript : applyEdits(transcript, edits).transcript
}

describe('differences of a second text', () => {
  it('are words, names, and what only one of the texts has; capitals and punctuation only if asked for', () => {
    const transcript = conversation()
    const opinion = heard(
      ['Who was here last night', 0],
      ['Nobody. They said all went to Rome.', 2_100],
      ['That is what thought.', 5_000],
    )
    expect(findDifferences(transcript, opinion).map(brief)).toEqual([
      'p1 word: there > here',
      'p2 only-new:  > said',
      'p2 words: home. > to Rome.',
      'p3 only-now: I > ',
    ])
    expect(findDifferences(transcript, opinion, { writing: true }).map(brief)[1]).toBe(
      'p1 writing: night? > night',
    )
    expect(findDifferences(transcript, heard(...same), { writing: true })).toEqual([])
    const name = heard(['Who was Theresa last night?', 0], same[1], same[2])
    expect(findDifferences(transcript, name).map(brief)).toEqual(['p1 name: there > Theresa'])
  })

  it('taken over, put the new text in, with its times; words of both texts stay as they are', () => {
    const transcript = conversation()
    const opinion = heard(same[0], ['Nobody. They said all went home.', 2_100], same[2])
    const [only] = findDifferences(transcript, opinion)
    const after = taken(transcript, [only as Difference])
    expect(lines(after)).toEqual([
      'Who was there last night?',
      'Nobody. They said all went home.',
      lines(transcript)[2],
    ])
    const [before, words] = [transcript.paragraphs[1]?.words ?? [], after.paragraphs[1]?.words ?? []]
    expect(words.filter(({ id }) => id.startsWith('c2'))).toEqual(before)
    // In the room between "They" and "all", although the second text places it a little later.
    expect(words[2]).toMatchObject({ text: 'said', startMs: 2_800, endMs: 2_900, confidence: null })
    expect(findDifferences(after, opinion)).toEqual([])
  })

  it('go to the paragraph that is nearest in time', () => {
    const opinion = heard(same[0], ['Nobody. They all went home. Indeed', 2_100], ['Well', 4_650], same[2])
    const transcript = conversation()
    const found = findDifferences(transcript, opinion)
    expect(found.map(brief)).toEqual(['p2 only-new:  > Indeed', 'p3 only-new:  > Well'])
    expect(lines(taken(transcript, found)).slice(1)).toEqual([
      'Nobody. They all went home. Indeed',
      'Well That is what I thought.',
    ])
  })

  it('count only where they were asked for', () => {
    const opinion = heard(['Who was here last night?', 0], ['Nobody. They all went Rome.', 2_100], same[2])
    const wanted = [{ startMs: 2_000, endMs: 4_500 }]
    expect(findDifferences(conversation(), { ...opinion, wanted }).map(brief)).toEqual([
      'p2 name: home. > Rome.',
    ])
    const spans = [{ startMs: 0, endMs: 2_000 }]
    const part = { ...opinion, texts: opinion.texts.map((text) => ({ ...text, spans })) }
    expect(findDifferences(conversation(), part).map(brief)).toEqual(['p1 word: there > here'])
  })

  it('are compared track by track', () => {
    const transcript = conversation()
    const [first, second, third] = transcript.paragraphs
    const onTrack1 = (second?.words ?? []).map((word) => ({ ...word, id: word.id.replace('c2', 't1c2') }))
    const both = { ...transcript, marks: [], paragraphs: [first!, { ...second!, words: onTrack1 }, third!] }
    const words = saidWords('o', 'Nobody. They all went Rome.', 2_100)
    const opinion = { wanted: [whole], texts: [{ track: 1, spans: [whole], words }] }
    expect(findDifferences(both, opinion).map(brief)).toEqual(['p2 name: home. > Rome.'])
  })

  it('of a text without capitals and punctuation take both from the present one', () => {
    const opinion = heard(
      ['WHO WAS HERE LAST KNIGHT', 0],
      ['NOBODY THEY ALL WENT TOME', 2_100],
      ['THIS IS WHAT I THOUGHT', 5_000],
    )
    const found = findDifferences(conversation(), opinion, { writing: true })
    expect(found.map(brief)).toEqual([
      'p1 word: there > here',
      'p1 word: night? > knight?',
      'p2 word: home. > tome.',
      'p3 word: That > This',
    ])
  })
})

describe('a person’s words', () => {
  const opinion = heard(
    ['Who was here last night?', 0],
    ['Nobody. They all went Rome.', 2_100],
    ['That is, um, what I thought.', 5_000],
  )

  it('that were changed, accepted or removed are not taken over by all', () => {
    const transcript = conversation()
    const changed = applyEdits(transcript, [
      { kind: 'replace-text', id: 'e', paragraphId: 'p1', text: 'Who was where last night?' },
    ]).transcript
    const accepted = { id: 'a', kind: 'accepted' as const, fromWordId: 'c2.3', toWordId: 'c2.4', value: null }
    const own = { ...changed, marks: [...changed.marks, accepted] }
    const removed = [{ startMs: 5_700, endMs: 5_900 }]
    const found = findDifferences(own, opinion, { removed })
    expect(found.map(({ isByPerson }) => isByPerson)).toEqual([true, true, true])
    expect(differencesForAll(found)).toEqual([])
    expect(lines(taken(own, found.slice(0, 1)))[0]).toBe('Who was here last night?')
  })

  it('that were kept against a second text stay kept, until that is undone', () => {
    const transcript = conversation()
    const [first, , inserted] = findDifferences(transcript, opinion)
    for (const each of [first, inserted]) {
      const kept = applyEdits(transcript, [keepEdit(transcript, each as Difference, 'k')])
      const again = findDifferences(kept.transcript, opinion)
      expect(again.filter(({ isKept }) => isKept).map(({ key }) => key)).toEqual([each?.key])
      expect(differencesForAll(again)).toHaveLength(2)
      const undone = applyEdits(kept.transcript, [kept.inverse]).transcript
      expect(findDifferences(undone, opinion).every(({ isKept }) => !isKept)).toBe(true)
    }
  })

  it('a difference whose words changed meanwhile is left out', () => {
    const transcript = conversation()
    const found = findDifferences(transcript, opinion)
    const changed = applyEdits(transcript, [
      { kind: 'replace-text', id: 'e', paragraphId: 'p1', text: 'Who was where last night?' },
    ]).transcript
    expect(lines(taken(changed, found.slice(0, 1)))[0]).toBe('Who was where last night?')
  })
})

it('another transcript is a second text of the whole recording', () => {
  const other = applyEdits(conversation(), [
    { kind: 'replace-text', id: 'e', paragraphId: 'p3', text: 'That was what I thought.' },
  ]).transcript
  expect(findDifferences(conversation(), opinionOfTranscript(other)).map(brief)).toEqual([
    'p3 word: is > was',
  ])
})
