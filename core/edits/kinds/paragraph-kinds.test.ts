import { describe, expect, it } from 'vitest'
import { packWords, unpackWords } from '../../words/columns.ts'
import { paragraphText } from '../../transcript/transcript.ts'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { lines, refusal, turns } from '../testing/outcomes.ts'
import { conversation, paragraph, saidWords } from '../testing/samples.ts'

const before = conversation()

describe('replace-text', () => {
  it('keeps the marks of a word that became one other, and shrinks one that lost an end', () => {
    const text = 'Nobody. They all left.'
    const { transcript } = expectEdit(before, { kind: 'replace-text', id: 'e', paragraphId: 'p2', text })
    expect(lines(transcript)[1]).toBe('p2 s2: Nobody. They all left.')
    expect(transcript.marks.map((mark) => mark.id)).toEqual(['m1', 'm2'])
    expect(transcript.marks[0]).toMatchObject({ fromWordId: 'e.0', toWordId: 'e.0' })
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
    expect(refusal({ kind: 'replace-text', id: 'e', paragraphId: 'p9', text: 'x' }, before)).toBe(
      'paragraph-gone p9',
    )
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
    expect(refusal({ kind: 'split-paragraph', id: 'e', wordId: 'c2.0', offset: 0 }, before)).toMatch(
      /^nothing-to/,
    )
    expect(refusal({ kind: 'split-paragraph', id: 'e', wordId: 'c2.4', offset: 5 }, before)).toMatch(
      /^nothing-to/,
    )
    expect(refusal({ kind: 'split-paragraph', id: 'e', wordId: 'gone', offset: 0 }, before)).toBe(
      'word-gone gone',
    )
  })
})

describe('merge-paragraphs', () => {
  const merge: Edit = { kind: 'merge-paragraphs', id: 'e', firstParagraphId: 'p1', secondParagraphId: 'p2' }

  it('joins the texts by a space; the first speaker said it all, so the turns follow', () => {
    const { transcript } = expectEdit(before, merge)
    expect(lines(transcript)[0]).toBe('p1 s1: Who was there last night? Nobody. They all went home.')
    // The remainder of the turn on either side is too short to be a turn.
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
    expect(refusal({ ...merge, secondParagraphId: 'p3' }, before)).toBe('not-neighbours p3')
    const sound = { kind: 'insert-sound', id: 's', paragraphKind: 'sound', text: '[door]' } as const
    const { transcript } = applyEdit(before, { ...sound, startMs: 2000, endMs: 2050 })
    expect(lines(transcript)[1]).toBe('s.0 null: [door]')
    expect(refusal({ ...merge, secondParagraphId: 's.0' }, transcript)).toBe('kinds-differ s.0')
  })
})

describe('insert-sound and delete-paragraph', () => {
  it('puts a sound after the last paragraph that starts by then, for as long as it lasts', () => {
    const sound = { kind: 'insert-sound', id: 'e', paragraphKind: 'sound', text: '[loud applause]' } as const
    const { transcript } = expectEdit(before, { ...sound, startMs: 4100, endMs: 4900 })
    expect(lines(transcript)[2]).toBe('e.0 null: [loud applause]')
    const words = transcript.paragraphs[2]?.words ?? []
    expect([words[0]?.startMs, words.at(-1)?.endMs]).toEqual([4100, 4900])
    expect(refusal({ ...sound, text: ' ', startMs: 0, endMs: 1 }, before)).toBe('empty-text e')
  })

  it('deletes a paragraph with its marks and leaves the turns', () => {
    const { transcript } = expectEdit(before, { kind: 'delete-paragraph', id: 'e', paragraphId: 'p2' })
    expect(transcript.marks).toEqual([])
    expect(transcript.turns).toBe(before.turns)
  })
})
