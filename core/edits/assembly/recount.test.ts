import { describe, expect, it } from 'vitest'
import { lint } from '../../transcript/lint.ts'
import { redactedWords } from '../../transcript/redacted-words.ts'
import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import { applyEdit } from '../apply.ts'
import { carryEdits } from '../apply-edits.ts'
import type { Edit } from '../edit.ts'
import { keptByPerson } from './kept-by-person.ts'
import { type CountedVoices, recountEdit } from './recount.ts'
import { conversation, conversationMs } from '../testing/samples.ts'

const nothingKept = { speakers: new Set<string>(), bounds: new Set<string>() }
/** One voice throughout. */
const oneVoice: CountedVoices = { voices: 1, turns: [{ voice: 0, startMs: 0, endMs: 7000 }] }
/** As before, but Ben's second sentence is a third person's. */
const threeVoices: CountedVoices = {
  voices: 3,
  turns: [
    { voice: 0, startMs: 0, endMs: 2000 },
    { voice: 1, startMs: 2000, endMs: 2450 },
    { voice: 2, startMs: 2450, endMs: 4200 },
    { voice: 0, startMs: 5000, endMs: 7000 },
  ],
}

const asItWas: CountedVoices = {
  voices: 2,
  turns: [
    { voice: 0, startMs: 0, endMs: 2000 },
    { voice: 1, startMs: 2000, endMs: 4200 },
    { voice: 0, startMs: 5000, endMs: 7000 },
  ],
}

function recounted(transcript: Transcript, voices: CountedVoices, kept = nothingKept): Transcript {
  const after = applyEdit(transcript, recountEdit(transcript, voices, kept, 'r')).transcript
  expect(lint(after, conversationMs)).toEqual([])
  return after
}

const said = ({ paragraphs }: Transcript) =>
  paragraphs.map((each) => `${each.speakerId}: ${paragraphText(each)}`)

describe('recountEdit', () => {
  it('keeps a redacted voice redacted, also as part of another, and its words where they leave it', () => {
    const voice = { kind: 'redact-speaker', id: 'v', speakerId: 's2', redacted: true } as const
    const hidden = applyEdit(conversation([]), voice).transcript
    const redactedText = (transcript: Transcript): string[] => {
      const ids = redactedWords(transcript)
      return transcript.paragraphs.flatMap(({ words }) =>
        words.flatMap(({ id, text }) => (ids.has(id) ? [text] : [])),
      )
    }
    const split = recounted(hidden, threeVoices)
    expect(split.speakers.map(({ redacted }) => redacted)).toEqual([undefined, true, undefined])
    expect(redactedText(split)).toEqual(['Nobody.', 'They', 'all', 'went', 'home.'])
    const one = recounted(hidden, oneVoice)
    expect(one.speakers).toMatchObject([{ id: 's1', redacted: true }])
    expect(redactedText(one)).toHaveLength(one.paragraphs.flatMap(({ words }) => words).length)
  })

  it('keeps who is who, and gives a new voice a free colour', () => {
    const after = recounted(conversation(), threeVoices)
    expect(after.speakers).toEqual([
      { id: 's1', name: 'Anna', colour: 0, groupId: null },
      { id: 's2', name: null, colour: 1, groupId: null },
      { id: 'r.0', name: null, colour: 2, groupId: null },
    ])
    // The voice with most of Ben's time is Ben.
    expect(said(after)).toEqual([
      's1: Who was there last night?',
      'r.0: Nobody.',
      's2: They all went home.',
      's1: That is what I thought.',
    ])
    expect(after.turns.map((turn) => turn.speakerId)).toEqual(['s1', 'r.0', 's2', 's1'])
  })

  it('leaves a name to the one who stays', () => {
    const named = conversation()
    const [anna, ben] = named.speakers
    const other = {
      ...named,
      speakers: [
        { ...anna!, name: null },
        { ...ben!, name: 'Ben' },
      ],
    }
    expect(recounted(named, oneVoice).speakers).toEqual([anna])
    expect(recounted(other, oneVoice).speakers).toEqual([{ ...anna, name: 'Ben' }])
    expect(said(recounted(other, oneVoice)).every((line) => line.startsWith('s1'))).toBe(true)
  })

  it('keeps the speakers that a person gave, and the turns go with them', () => {
    const after = recounted(conversation(), oneVoice, { ...nothingKept, speakers: new Set(['p2']) })
    expect(said(after).map((line) => line.slice(0, 2))).toEqual(['s1', 's2', 's1'])
    expect(after.speakers.map((speaker) => speaker.id)).toEqual(['s1', 's2'])
    expect(after.turns).toEqual([
      { speakerId: 's1', startMs: 0, endMs: 2100 },
      { speakerId: 's2', startMs: 2100, endMs: 4000 },
      { speakerId: 's1', startMs: 4000, endMs: 7000 },
    ])
  })

  it('makes one paragraph of what is one person’s now, without a pause between, and parts it again', () => {
    const first = conversation()
    const three = recounted(first, threeVoices)
    expect(said(three)).toHaveLength(4)
    // The two speakers are one again.
    const back = applyEdit(three, recountEdit(three, asItWas, nothingKept, 'b')).transcript
    expect(said(back)).toEqual(said(first))
    expect(back.paragraphs).toEqual(first.paragraphs)
    // One voice: speech without a pause continues the paragraph; after a two-second pause that follows a
    // sentence it does not.
    const paused = {
      ...first,
      paragraphs: first.paragraphs.map((each, index) =>
        index < 2
          ? each
          : {
              ...each,
              words: each.words.map((word) => ({
                ...word,
                startMs: word.startMs + 1400,
                endMs: word.endMs + 1400,
              })),
            },
      ),
    }
    expect(said(applyEdit(paused, recountEdit(paused, oneVoice, nothingKept, 'o')).transcript)).toEqual([
      's1: Who was there last night? Nobody. They all went home.',
      's1: That is what I thought.',
    ])
  })

  it('joins nothing whose bounds or speaker a person gave, nor what another person has put between', () => {
    for (const kept of [
      { ...nothingKept, bounds: new Set(['p2']) },
      { ...nothingKept, speakers: new Set(['p2']) },
    ]) {
      expect(said(recounted(conversation(), oneVoice, kept))).toHaveLength(3)
    }
    const edit = recountEdit(conversation(), oneVoice, nothingKept, 'r')
    const sound: Edit = {
      kind: 'insert-sound',
      id: 's',
      paragraphKind: 'sound',
      text: '[door]',
      startMs: 1950,
      endMs: 2000,
    }
    const after = applyEdit(applyEdit(conversation(), sound).transcript, edit).transcript
    expect(said(after)[1]).toBe('null: [door]')
    expect(said(after)[2]).toBe('s1: Nobody. They all went home. That is what I thought.')
  })

  it('cuts no paragraph whose bounds a person gave', () => {
    const after = recounted(conversation(), threeVoices, { ...nothingKept, bounds: new Set(['p2']) })
    expect(said(after)[1]).toBe('s2: Nobody. They all went home.')
  })

  it('knows nobody where nobody is heard', () => {
    const after = recounted(conversation(), { voices: 0, turns: [] })
    expect(after.speakers).toEqual([])
    expect(after.paragraphs.map((each) => each.speakerId)).toEqual([null, null, null])
  })
})

describe('keptByPerson', () => {
  function keptAfter(...edits: Edit[]) {
    const { transcript, carried } = carryEdits(conversation(), edits)
    const log = carried.flatMap((each) => (each.outcome === 'applied' ? [each] : []))
    expect(log).toHaveLength(edits.length)
    const { speakers, bounds } = keptByPerson(log)
    return { transcript, speakers: [...speakers], bounds: [...bounds] }
  }
  const range = (id: string, fromWordId: string, toWordId: string, speakerId: string): Edit => ({
    kind: 'assign-speaker',
    id,
    target: { fromWordId, toWordId },
    speakerId,
  })

  it('knows what was assigned, of a range that part alone', () => {
    expect(
      keptAfter({ kind: 'assign-speaker', id: 'a', target: { paragraphId: 'p1' }, speakerId: 's2' }).speakers,
    ).toEqual(['p1'])
    const part = keptAfter(range('a', 'c1.1', 'c1.2', 's2'))
    expect(part.speakers).toEqual(['a.0'])
    expect(part.bounds).toEqual(['p1', 'a.0', 'a.1'])
    expect(keptAfter(range('a', 'c1.3', 'c2.0', 's2')).speakers).toEqual(['a.0'])
    expect(keptAfter(range('a', 'c2.0', 'c2.4', 's1')).speakers).toEqual(['p2'])
  })

  it('follows splits and joins', () => {
    const split: Edit = { kind: 'split-paragraph', id: 'b', wordId: 'c1.2', offset: 0 }
    expect(keptAfter(split)).toMatchObject({ speakers: [], bounds: ['p1', 'b.0'] })
    const assign: Edit = { kind: 'assign-speaker', id: 'a', target: { paragraphId: 'p1' }, speakerId: 's2' }
    expect(keptAfter(assign, split).speakers).toEqual(['p1', 'b.0'])
    const join = (first: string, second: string): Edit => ({
      kind: 'merge-paragraphs',
      id: 'm',
      firstParagraphId: first,
      secondParagraphId: second,
    })
    expect(keptAfter(join('p1', 'p2')).speakers).toEqual(['p1'])
    expect(keptAfter(split, join('p1', 'b.0'))).toMatchObject({ speakers: [], bounds: ['p1', 'b.0'] })
    expect(keptAfter({ kind: 'replace-text', id: 't', paragraphId: 'p1', text: 'x' })).toMatchObject({
      speakers: [],
      bounds: [],
    })
  })
})
