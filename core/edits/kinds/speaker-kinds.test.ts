import { describe, expect, it } from 'vitest'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { lines, refusal, turns } from '../testing/outcomes.ts'
import { conversation, paragraph, saidWords } from '../testing/samples.ts'

const before = conversation()

describe('assign-speaker', () => {
  it('assigns a paragraph and cuts the turns at its first and last word, but for slivers', () => {
    const edit: Edit = { kind: 'assign-speaker', id: 'e', target: { paragraphId: 'p2' }, speakerId: 's1' }
    const { transcript, touched } = expectEdit(before, edit)
    expect(lines(transcript)[1]).toMatch(/^p2 s1/)
    // The remainder of the turn on either side is too short to be a turn.
    expect(turns(transcript)).toEqual(['s1 0-2000', 's1 1900-4200', 's1 5000-7000'])
    expect(touched).toEqual({
      paragraphIds: ['p2'],
      speakers: false,
      turns: true,
      marks: false,
      captionRules: false,
      fillers: false,
      numbers: false,
      captionTiming: false,
    })
  })

  it('splits paragraphs where a range of words begins and ends inside them', () => {
    const target = { fromWordId: 'c1.3', toWordId: 'c2.0' }
    const { transcript } = expectEdit(before, { kind: 'assign-speaker', id: 'e', target, speakerId: 's2' })
    expect(lines(transcript)).toEqual([
      'p1 s1: Who was there',
      'e.0 s2: last night?',
      'p2 s2: Nobody. They all went home.',
      'p3 s1: That is what I thought.',
    ])
    expect(turns(transcript)[0]).toBe('s1 0-1200')
    expect(turns(transcript)[1]).toBe('s2 1200-2000')
  })

  it('makes a turn where there was none, and takes it away for nobody', () => {
    const silent = { ...before, turns: [] }
    const edit: Edit = { kind: 'assign-speaker', id: 'e', target: { paragraphId: 'p2' }, speakerId: 's1' }
    const { transcript } = expectEdit(silent, edit)
    expect(turns(transcript)).toEqual(['s1 2100-4000'])
    const nobody = expectEdit(transcript, { ...edit, id: 'f', speakerId: null })
    expect(turns(nobody.transcript)).toEqual([])
    expect(nobody.transcript.paragraphs[1]?.speakerId).toBeNull()
  })

  it('relabels the pause between two paragraphs of one speaker too', () => {
    const paragraphs = [
      paragraph('p1', 's1', saidWords('c1', 'one two', 0)),
      paragraph('p2', 's1', saidWords('c2', 'three four', 3000)),
    ]
    const all = { ...before, paragraphs, marks: [], turns: [{ speakerId: 's1', startMs: 0, endMs: 3700 }] }
    const target = { fromWordId: 'c1.0', toWordId: 'c2.1' }
    const { transcript } = expectEdit(all, { kind: 'assign-speaker', id: 'e', target, speakerId: 's2' })
    expect(turns(transcript)).toEqual(['s2 0-3700'])
  })

  it('is refused for a speaker who is gone, and for a range that runs backwards', () => {
    const target = { fromWordId: 'c2.0', toWordId: 'c1.0' }
    expect(refusal({ kind: 'assign-speaker', id: 'e', target, speakerId: 's9' }, before)).toBe(
      'speaker-gone s9',
    )
    expect(refusal({ kind: 'assign-speaker', id: 'e', target, speakerId: 's1' }, before)).toBe(
      'backwards c1.0',
    )
  })
})

describe('speakers', () => {
  it('merges two: paragraphs, turns, and the name of the one that has one', () => {
    const edit: Edit = { kind: 'merge-speakers', id: 'e', fromSpeakerId: 's1', intoSpeakerId: 's2' }
    const { transcript } = expectEdit(before, edit)
    expect(transcript.speakers).toEqual([{ id: 's2', name: 'Anna', colour: 1, groupId: null }])
    expect(transcript.turns.every((turn) => turn.speakerId === 's2')).toBe(true)
    expect(transcript.paragraphs.every((each) => each.speakerId === 's2')).toBe(true)
  })

  it('adds one with the first free colour, renames one, and takes a name of space for none', () => {
    const { transcript } = expectEdit(before, { kind: 'add-speaker', id: 'e', name: ' Cleo ' })
    expect(transcript.speakers.at(-1)).toEqual({ id: 'e.0', name: 'Cleo', colour: 2, groupId: null })
    const renamed = expectEdit(before, { kind: 'rename-speaker', id: 'e', speakerId: 's1', name: '  ' })
    expect(renamed.transcript.speakers[0]?.name).toBeNull()
  })

  it('counts again: speakers, turns, and paragraphs with their changes inside', () => {
    const edit: Edit = {
      kind: 'count-speakers',
      id: 'e',
      speakers: [
        { id: 's1', name: 'Anna', colour: 0, groupId: null },
        { id: 'n2', name: null, colour: 1, groupId: null },
      ],
      turns: [{ speakerId: 'n2', startMs: 0, endMs: 900 }],
      paragraphs: [
        { paragraphId: 'p1', speakerId: 's1' },
        { paragraphId: 'p2', speakerId: 's1', changes: [{ wordId: 'c2.1', speakerId: 'n2' }] },
      ],
    }
    const { transcript } = expectEdit(before, edit)
    expect(lines(transcript)).toEqual([
      'p1 s1: Who was there last night?',
      'p2 s1: Nobody.',
      'e.0 n2: They all went home.',
      'p3 s1: That is what I thought.',
    ])
    expect(turns(transcript)).toEqual(['n2 0-900'])
  })

  it('holds no words in the inverse when only speakers change', () => {
    const edit: Edit = { kind: 'merge-speakers', id: 'e', fromSpeakerId: 's1', intoSpeakerId: 's2' }
    expect(applyEdit(before, edit).inverse.paragraphs).toEqual([])
  })
})
