import { describe, expect, it } from 'vitest'
import { applyEdits } from '../edits/apply-edits.ts'
import { conversation } from '../edits/testing/samples.ts'
import { personalMarks } from '../formats/losses.ts'
import { lint } from '../transcript/lint.ts'
import { paragraphText, type Transcript, transcriptWords } from '../transcript/transcript.ts'
import { openCorrections } from './open-corrections.ts'
import type { ProposedCorrection } from './proposed-corrections.ts'
import { acceptCorrections, correctionsForAll, dismissCorrections } from './settle-corrections.ts'
import { proposed } from './testing/proposed.ts'

const items = {
  replace: {
    kind: 'words',
    id: '1',
    wordBeforeId: 'c1.1',
    wordAfterId: 'c1.3',
    expected: [{ id: 'c1.2', text: 'there' }],
    text: 'in the hall',
  },
  insert: {
    kind: 'words',
    id: '2',
    wordBeforeId: 'c2.0',
    wordAfterId: 'c2.1',
    expected: [],
    text: 'I think',
  },
  first: { kind: 'words', id: '3', wordBeforeId: null, wordAfterId: 'c3.0', expected: [], text: 'Yes.' },
  remove: {
    kind: 'words',
    id: '4',
    wordBeforeId: 'c2.1',
    wordAfterId: 'c2.3',
    expected: [{ id: 'c2.2', text: 'all' }],
    text: '',
  },
  comment: { kind: 'comment', id: '5', fromWordId: 'c3.0', toWordId: 'c3.1', text: 'Who? – You.' },
  name: { kind: 'speaker-name', id: '6', speakerId: 's2', expected: 'Speaker 2', name: 'Ben' },
  right: { kind: 'right', id: '7', expected: [{ id: 'c3.4', text: 'thought.' }] },
  told: { kind: 'told', id: '8', about: 'unspoken', text: 'See annex.', nearWordId: null },
} as const satisfies Record<string, ProposedCorrection>

const set = proposed(Object.values(items))
const openKinds = (transcript: Transcript): string[] =>
  openCorrections(transcript, [set]).map(({ item }) => item.id)
const textsOf = ({ paragraphs }: Transcript): string[] => paragraphs.map(paragraphText)

describe('proposed corrections', () => {
  it('are accepted together: the text is the proposed one, other words stay, nothing is open', () => {
    const before = conversation()
    const open = openCorrections(before, [set])
    expect(open).toHaveLength(8)
    const edits = acceptCorrections(before, open)
    const { transcript } = applyEdits(before, edits)
    expect(textsOf(transcript)).toEqual([
      'Who was in the hall last night?',
      'Nobody. I think They went home.',
      'Yes. That is what I thought.',
    ])
    expect(lint(transcript)).toEqual([])
    expect(transcript.speakers[1]?.name).toBe('Ben')
    expect(transcript.marks).toContainEqual(
      expect.objectContaining({
        kind: 'comment',
        fromWordId: 'c3.0',
        toWordId: 'c3.1',
        value: 'Who? – You.',
      }),
    )
    expect(transcript.marks).toContainEqual(expect.objectContaining({ kind: 'accepted', fromWordId: 'c3.4' }))
    expect(openKinds(transcript)).toEqual([])
    const kept = new Map(transcriptWords(transcript).map((word) => [word.id, word]))
    for (const word of transcriptWords(before)) {
      if (word.id === 'c1.2' || word.id === 'c2.2') continue
      expect(kept.get(word.id)).toMatchObject({ text: word.text, confidence: word.confidence })
    }
  })

  it('are dismissed together: no word changes, nothing is open, and without these edits all are open again', () => {
    const before = conversation()
    const { transcript } = applyEdits(before, dismissCorrections(before, openCorrections(before, [set])))
    expect(transcript.paragraphs).toEqual(before.paragraphs)
    expect(openKinds(transcript)).toEqual([])
    expect(openKinds(before)).toHaveLength(8)
    // No export says that an annotation of a person is missing.
    expect(personalMarks(transcript)).toBe(personalMarks(before))
  })

  it('of a document that is read again are open only as far as they are not here: a comment is not added twice', () => {
    const before = conversation()
    const { transcript } = applyEdits(before, acceptCorrections(before, openCorrections(before, [set])))
    const again = openCorrections(transcript, [{ ...set, id: 'again' }])
    expect(again.filter(({ item }) => item.kind === 'comment')).toEqual([])
    const comments = transcript.marks.filter(({ kind }) => kind === 'comment')
    const { transcript: twice } = applyEdits(transcript, acceptCorrections(transcript, again))
    expect(twice.marks.filter(({ kind }) => kind === 'comment')).toEqual(comments)
  })

  it('are no longer open where the words have changed since, and are not taken then', () => {
    const before = conversation()
    const open = openCorrections(before, [set])
    const now = applyEdits(before, [
      { kind: 'replace-text', id: 'x', paragraphId: 'p1', text: 'Who was here last night?' },
    ]).transcript
    expect(openKinds(now)).not.toContain('1')
    expect(textsOf(applyEdits(now, acceptCorrections(now, open)).transcript)[0]).toBe(
      'Who was here last night?',
    )
  })

  it('follow their words into another paragraph', () => {
    const before = conversation()
    const now = applyEdits(before, [
      { kind: 'split-paragraph', id: 'x', wordId: 'c1.1', offset: 0 },
    ]).transcript
    const edits = acceptCorrections(now, openCorrections(now, [proposed([items.replace])]))
    expect(textsOf(applyEdits(now, edits).transcript).slice(0, 2)).toEqual([
      'Who',
      'was in the hall last night?',
    ])
  })

  it('"all" leaves names that nobody agreed to, what was changed here since, and what is only told', () => {
    const changed = { ...items.replace, id: '9', exported: 'here' }
    const open = openCorrections(conversation(), [proposed([...set.items, changed])])
    const idsOf = (withNames: boolean): string[] =>
      correctionsForAll(open, { withNames }).map(({ item }) => item.id)
    expect(idsOf(false)).toEqual(['1', '2', '3', '4', '5', '7'])
    expect(idsOf(true)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  it('give a caption another text of its own only while it has the one that they expect', () => {
    const mark = {
      id: 'w',
      kind: 'wording',
      fromWordId: 'c2.1',
      toWordId: 'c2.4',
      value: 'They left.',
    } as const
    const wording = {
      kind: 'wording',
      id: '1',
      markId: 'w',
      expected: 'They left.',
      text: 'They had left.',
    } as const
    const before = conversation([mark])
    const edits = acceptCorrections(before, openCorrections(before, [proposed([wording])]))
    const { transcript } = applyEdits(before, edits)
    expect(transcript.marks).toEqual([{ ...mark, value: 'They had left.' }])
    expect(openCorrections(transcript, [proposed([wording])])).toEqual([])
  })
})
