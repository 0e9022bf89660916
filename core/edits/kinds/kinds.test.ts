import { describe, expect, it } from 'vitest'
import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { packWords, unpackWords } from '../../words/columns.ts'
import { EditRefused } from '../refused.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { conversation, paragraph, saidWords } from '../testing/samples.ts'

const before = conversation()

function lines(transcript: Transcript): string[] {
  return transcript.paragraphs.map((each) => `${each.id} ${each.speakerId}: ${paragraphText(each)}`)
}

function turns(transcript: Transcript): string[] {
  return transcript.turns.map((turn) => `${turn.speakerId} ${turn.startMs}-${turn.endMs}`)
}

function refusal(edit: Edit, transcript = before): string {
  try {
    applyEdit(transcript, edit)
  } catch (error) {
    if (error instanceof EditRefused) return `${error.reason} ${error.subject}`
    throw error
  }
  return 'none'
}

describe('replace-text', () => {
  it('keeps the marks of a word that became one other, and shrinks one that lost an end', () => {
    const text = 'Nobody. They all left.'
    const { transcript } = expectEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text })
    expect(lines(transcript)[1]).toBe('p2 s2: Nobody. They all left.')
    expect(transcript.marks.map((mark) => mark.id)).toEqual(['m2'])
    const shorter = 'Nobody. They all went.'
    const shrunk = expectEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text: shorter })
    expect(shrunk.transcript.marks[0]).toMatchObject({ fromWordId: 'c2.3', toWordId: 'c2.3' })
  })

  it('takes a paragraph away whose text is space alone, with its marks', () => {
    const edit: Edit = { kind: 'replace-text', id: 'e', paragraphId: 'p2', text: ' ' }
    const { transcript, touched } = expectEdit(before, edit)
    expect(lines(transcript)).toHaveLength(2)
    expect(transcript.marks).toEqual([])
    expect(touched).toMatchObject({ paragraphIds: ['p2'], marks: true, turns: false })
  })

  it('is refused when the paragraph is gone', () => {
    expect(refusal({ kind: 'replace-text', id: 'e', paragraphId: 'p9', text: 'x' })).toBe('paragraph-gone p9')
  })
})

describe('split-paragraph', () => {
  it('splits before a word, without the space', () => {
    const { transcript } = expectEdit(before, { kind: 'split-paragraph', id: 'e', wordId: 'c2.1', offset: 0 })
    expect(lines(transcript).slice(1, 3)).toEqual(['p2 s2: Nobody.', 'e.0 s2: They all went home.'])
    expect(turns(transcript)).toEqual(turns(before))
  })

  it('parts a word where another was joined to it: both are what they were', () => {
    const text = 'Nobody. Theyall went home.'
    const joined = expectEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text }).transcript
    const wordId = joined.paragraphs[1]?.words[1]?.id ?? ''
    const { transcript } = expectEdit(joined, { kind: 'split-paragraph', id: 'f', wordId, offset: 4 })
    expect(lines(transcript).slice(1, 3)).toEqual(['p2 s2: Nobody. They', 'f.0 s2: all went home.'])
    const [, they, all] = transcript.paragraphs.slice(1, 3).flatMap(({ words }) => words)
    expect([they, { ...all, before: ' ' }]).toEqual(before.paragraphs[1]?.words.slice(1, 3))
  })

  it('splits after a dash that was typed in front of a word', () => {
    for (const [text, parts] of [
      ['Nobody. -They all went home.', ['Nobody. -', 'They all went home.']],
      ['Nobody. They all went -home.', ['Nobody. They all went -', 'home.']],
    ] as const) {
      const typed = expectEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text }).transcript
      const word = typed.paragraphs[1]?.words.find((each) => each.text.startsWith('-'))
      const edit: Edit = { kind: 'split-paragraph', id: 'f', wordId: word?.id ?? '', offset: 1 }
      const { transcript } = expectEdit(typed, edit)
      expect(transcript.paragraphs.slice(1, 3).map((each) => paragraphText(each))).toEqual(parts)
    }
  })

  it('leaves words with their keys in one order, so that stored and shown ones are the same bytes', () => {
    const { transcript } = expectEdit(before, { kind: 'split-paragraph', id: 'e', wordId: 'c2.0', offset: 2 })
    for (const { words } of transcript.paragraphs) {
      expect(JSON.stringify(unpackWords(packWords(words)))).toBe(JSON.stringify(words))
    }
  })

  it('cuts a word in two, which share its time', () => {
    const { transcript } = expectEdit(before, { kind: 'split-paragraph', id: 'e', wordId: 'c2.0', offset: 2 })
    expect(lines(transcript).slice(1, 3)).toEqual(['p2 s2: No', 'e.0 s2: body. They all went home.'])
    expect(transcript.paragraphs[1]?.words[0]).toMatchObject({ id: 'c2.0', endMs: 2186, origin: 'edited' })
    expect(transcript.paragraphs[2]?.words[0]).toMatchObject({ id: 'e.0', startMs: 2186, confidence: null })
  })

  it('is refused where one side would be empty', () => {
    expect(refusal({ kind: 'split-paragraph', id: 'e', wordId: 'c2.0', offset: 0 })).toMatch(/^nothing-to/)
    expect(refusal({ kind: 'split-paragraph', id: 'e', wordId: 'c2.4', offset: 5 })).toMatch(/^nothing-to/)
    expect(refusal({ kind: 'split-paragraph', id: 'e', wordId: 'gone', offset: 0 })).toBe('word-gone gone')
  })
})

describe('merge-paragraphs', () => {
  const merge: Edit = { kind: 'merge-paragraphs', id: 'e', firstParagraphId: 'p1', secondParagraphId: 'p2' }

  it('joins the texts by a space; the first speaker said it all, so the turns follow', () => {
    const { transcript } = expectEdit(before, merge)
    expect(lines(transcript)[0]).toBe('p1 s1: Who was there last night? Nobody. They all went home.')
    // What would be left of the turn on either side is too short to be one.
    expect(turns(transcript)).toEqual(['s1 0-2000', 's1 1900-4200', 's1 5000-7000'])
  })

  it('puts the times of people who spoke at once in order', () => {
    const paragraphs = [
      paragraph('p1', 's1', saidWords('c1', 'one two three', 0)),
      paragraph('p2', 's2', saidWords('c2', 'four five six', 500)),
    ]
    const { transcript } = expectEdit({ ...before, paragraphs, marks: [] }, merge)
    const words = transcript.paragraphs[0]?.words ?? []
    expect(words.map((word) => word.id)).toEqual(['c1.0', 'c1.1', 'c1.2', 'c2.0', 'c2.1', 'c2.2'])
    expect([words[0]?.startMs, words.at(-1)?.endMs]).toEqual([0, 1600])
  })

  it('is refused for paragraphs that are not neighbours, or not of one kind', () => {
    expect(refusal({ ...merge, secondParagraphId: 'p3' })).toBe('not-neighbours p3')
    const sound = { kind: 'insert-sound', id: 's', paragraphKind: 'sound', text: '[door]' } as const
    const { transcript } = applyEdit(before, { ...sound, startMs: 2000, endMs: 2050 })
    expect(lines(transcript)[1]).toBe('s.0 null: [door]')
    expect(refusal({ ...merge, secondParagraphId: 's.0' }, transcript)).toBe('kinds-differ s.0')
  })
})

describe('assign-speaker', () => {
  it('assigns a paragraph and cuts the turns at its first and last word, but for slivers', () => {
    const edit: Edit = { kind: 'assign-speaker', id: 'e', target: { paragraphId: 'p2' }, speakerId: 's1' }
    const { transcript, touched } = expectEdit(before, edit)
    expect(lines(transcript)[1]).toMatch(/^p2 s1/)
    // What would be left of the turn on either side is too short to be one.
    expect(turns(transcript)).toEqual(['s1 0-2000', 's1 1900-4200', 's1 5000-7000'])
    expect(touched).toEqual({
      paragraphIds: ['p2'],
      speakers: false,
      turns: true,
      marks: false,
      captionRules: false,
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
    expect(refusal({ kind: 'assign-speaker', id: 'e', target, speakerId: 's9' })).toBe('speaker-gone s9')
    expect(refusal({ kind: 'assign-speaker', id: 'e', target, speakerId: 's1' })).toBe('backwards c1.0')
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

describe('retime-word', () => {
  it('holds though the word is typed back to what it was', () => {
    const text = 'Nobody. Theyx all went home.'
    const typed = expectEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text }).transcript
    const edit: Edit = { kind: 'retime-word', id: 'f', wordId: 'c2.1', startMs: 2510, endMs: 2660 }
    const moved = expectEdit(typed, edit).transcript
    const back = {
      kind: 'replace-text',
      id: 'g',
      paragraphId: 'p2',
      text: 'Nobody. They all went home.',
    } as const
    const { transcript } = expectEdit(moved, back)
    const { startMs, endMs } = moved.paragraphs[1]?.words[1] ?? {}
    expect(transcript.paragraphs[1]?.words[1]).toMatchObject({
      text: 'They',
      startMs,
      endMs,
      origin: 'edited',
      confidence: 0.96,
    })
  })

  it('moves the edges up to the neighbours and leaves the turns', () => {
    const edit: Edit = { kind: 'retime-word', id: 'e', wordId: 'c2.1', startMs: 2000, endMs: 2880 }
    const { transcript, touched } = expectEdit(before, edit)
    expect(transcript.paragraphs[1]?.words[1]).toMatchObject({
      startMs: 2400,
      endMs: 2880,
      origin: 'edited',
      confidence: 0.96,
    })
    expect(touched.turns).toBe(false)
  })

  it('stays inside the recording, and refuses what is no time', () => {
    const edit = { kind: 'retime-word', id: 'e', wordId: 'c3.4', startMs: 6700, endMs: 9000 } as const
    const { transcript } = expectEdit(before, edit, undefined, { durationMs: 8000 })
    expect(transcript.paragraphs[2]?.words[4]?.endMs).toBe(8000)
    expect(refusal({ ...edit, endMs: 6000 })).toBe('bad-time e')
    expect(refusal({ ...edit, startMs: 6700.5 })).toBe('bad-time e')
  })
})

describe('sounds, deletions, marks', () => {
  it('puts a sound after the last paragraph that starts by then, for as long as it lasts', () => {
    const sound = { kind: 'insert-sound', id: 'e', paragraphKind: 'sound', text: '[loud applause]' } as const
    const { transcript } = expectEdit(before, { ...sound, startMs: 4100, endMs: 4900 })
    expect(lines(transcript)[2]).toBe('e.0 null: [loud applause]')
    const words = transcript.paragraphs[2]?.words ?? []
    expect([words[0]?.startMs, words.at(-1)?.endMs]).toEqual([4100, 4900])
    expect(refusal({ ...sound, text: ' ', startMs: 0, endMs: 1 })).toBe('empty-text e')
  })

  it('deletes a paragraph with its marks and leaves the turns', () => {
    const { transcript } = expectEdit(before, { kind: 'delete-paragraph', id: 'e', paragraphId: 'p2' })
    expect(transcript.marks).toEqual([])
    expect(transcript.turns).toBe(before.turns)
  })

  it('sets, changes and removes a mark in its place', () => {
    const mark = { id: 'm1', kind: 'comment' as const, fromWordId: 'c1.0', toWordId: 'c1.1', value: 'new' }
    const { transcript } = expectEdit(before, { kind: 'set-mark', id: 'e', mark })
    expect(transcript.marks.map(({ id, value }) => [id, value])).toEqual([
      ['m1', 'new'],
      ['m2', null],
    ])
    const removed = expectEdit(before, { kind: 'remove-mark', id: 'e', markId: 'm1' })
    expect(removed.transcript.marks).toHaveLength(1)
    expect(refusal({ kind: 'remove-mark', id: 'e', markId: 'm9' })).toBe('mark-gone m9')
    const backwards = { ...mark, fromWordId: 'c2.0' }
    expect(refusal({ kind: 'set-mark', id: 'e', mark: backwards })).toBe('backwards m1')
  })
})
