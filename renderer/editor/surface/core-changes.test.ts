import { ChangeSet, Text } from '@codemirror/state'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import type { Transcript } from '#core/transcript/transcript'
import { coreChanges } from './core-changes.ts'
import type { Lines } from './lines.ts'
import { lineText } from './paragraph-layout.ts'

function shown({ transcript, blanks }: Lines): string[] {
  const texts = transcript.paragraphs.map(lineText)
  for (const { line, paragraphId } of blanks) {
    if (paragraphId === null) texts.splice(line, 0, '')
    else texts[line] = ''
  }
  return texts
}

function sync(lines: Lines, transcript: Transcript, carets: readonly number[] = []) {
  const doc = Text.of(shown(lines))
  const found = coreChanges(lines, doc, transcript, new Set(carets))
  const after = ChangeSet.of(found.changes, doc.length).apply(doc)
  expect(after.toString().split('\n')).toEqual(shown(found.lines))
  return { text: after.toString(), ...found }
}

const said = (id: string, text: string) => paragraph(id, 's1', saidWords(`c${id}`, text, 0))

describe('coreChanges', () => {
  it('changes nothing where nothing differs', () => {
    const transcript = conversation()
    expect(sync({ transcript, blanks: [] }, { ...transcript }).changes).toEqual([])
  })

  it('changes of a line only what differs', () => {
    const transcript = conversation()
    const paragraphs = transcript.paragraphs.with(1, said('p2', 'Nobody. They all went to bed.'))
    expect(sync({ transcript, blanks: [] }, { ...transcript, paragraphs }).changes).toEqual([
      { from: 48, to: 52, insert: 'to bed' },
    ])
  })

  it('leaves alone what stands between two words that others changed', () => {
    const transcript = conversation()
    const [first] = transcript.paragraphs
    const words = first?.words.map((word, index) =>
      index === 1 ? { ...word, text: 'is' } : index === 3 ? { ...word, text: 'the last' } : word,
    )
    const paragraphs = first && words ? transcript.paragraphs.with(0, { ...first, words }) : []
    expect(sync({ transcript, blanks: [] }, { ...transcript, paragraphs }, [0]).changes).toEqual([
      { from: 4, to: 6, insert: 'i' },
      { from: 14, to: 14, insert: 'the ' },
    ])
  })

  it('keeps a blank line while the caret is in it', () => {
    const transcript = conversation()
    const lines: Lines = {
      transcript,
      blanks: [
        { line: 1, paragraphId: null },
        { line: 2, paragraphId: 'p2' },
      ],
    }
    expect(sync(lines, transcript, [1, 2]).lines.blanks).toEqual(lines.blanks)
    expect(sync(lines, transcript, [2]).text.split('\n')[1]).toBe('')
    expect(sync(lines, transcript).lines.blanks).toEqual([])
  })

  it('shows again what somebody else writes into an emptied paragraph', () => {
    const transcript = conversation()
    const lines: Lines = { transcript, blanks: [{ line: 1, paragraphId: 'p2' }] }
    const paragraphs = transcript.paragraphs.with(1, said('p2', 'Written elsewhere.'))
    expect(sync(lines, { ...transcript, paragraphs }, [1]).text.split('\n')[1]).toBe('Written elsewhere.')
  })

  it('shows a first paragraph in place of the empty line', () => {
    const transcript = { ...conversation([]), paragraphs: [] }
    const lines: Lines = { transcript, blanks: [{ line: 0, paragraphId: null }] }
    expect(sync(lines, { ...transcript, paragraphs: [said('a', 'First.')] }, [0]).text).toBe('First.')
  })

  it('shows any transcript in place of any other', () => {
    const paragraphs = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
        text: fc.constantFrom('One two', 'One', 'Three', 'xy'),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    )
    const blank = fc.record({ at: fc.nat(8), emptied: fc.boolean(), caret: fc.boolean() })
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.option(blank), (before, after, mark) => {
        const base = conversation([])
        const known = new Map(before.map(({ id, text }) => [`${id}${text}`, said(id, text)]))
        const transcript = {
          ...base,
          paragraphs: before.map(({ id, text }) => known.get(`${id}${text}`) ?? said(id, text)),
        }
        const next = {
          ...base,
          paragraphs: after.map(({ id, text }) => known.get(`${id}${text}`) ?? said(id, text)),
        }
        const at = mark === null ? 0 : mark.at % Math.max(1, before.length)
        const blanks =
          before.length === 0
            ? [{ line: 0, paragraphId: null }]
            : mark === null
              ? []
              : [{ line: at, paragraphId: mark.emptied ? (before[at]?.id ?? null) : null }]
        const result = sync({ transcript, blanks }, next, mark?.caret === true ? [at] : [])
        const texts = result.text.split('\n').filter((text) => text !== '')
        const emptied = result.lines.blanks.filter((each) => each.paragraphId !== null).length
        expect(texts.length + emptied).toBe(after.length)
      }),
      { numRuns: 1500 },
    )
  })
})
