import { ChangeSet, Text } from '@codemirror/state'
import * as fc from 'fast-check'
import { redactedWords } from '#core/transcript/redacted-words'
import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { type LogEntry } from '#core/edits/history/take-back'
import { undo, recordEdit } from '#core/edits/testing/edit-log'
import { conversation, conversationMs } from '#core/edits/testing/samples'
import { lint } from '#core/transcript/lint'
import { type Transcript, transcriptWords } from '#core/transcript/transcript'
import { isBlankText, paragraphOfLine, type Lines } from './lines.ts'
import { lineText } from './paragraph-layout.ts'
import { planEdits } from './plan-edits.ts'

function textOf(transcript: Transcript): Text {
  return Text.of(transcript.paragraphs.map(lineText))
}

interface Surface {
  readonly lines: Lines
  readonly doc: Text
}

let made = 0
const newId = (): string => `e${(made += 1)}`

function start(transcript: Transcript = conversation()): Surface {
  return { lines: { transcript, blanks: [] }, doc: textOf(transcript) }
}

/** One change at a position found by its text; `null`: it is to be rejected. */
function change(
  surface: Surface,
  find: string,
  insert: string,
): { surface: Surface; edits: readonly Edit[] } {
  const whole = surface.doc.toString()
  const from = whole.indexOf(find.replace('|', ''))
  expect(from).toBeGreaterThanOrEqual(0)
  const caret = find.indexOf('|')
  const at = caret < 0 ? { from, to: from + find.length } : { from: from + caret, to: from + caret }
  return make(surface, [{ ...at, insert }])
}

function make(
  { lines, doc }: Surface,
  specs: readonly { from: number; to: number; insert: string }[],
): { surface: Surface; edits: readonly Edit[] } {
  const changes = ChangeSet.of(
    specs.map(({ from, to, insert }) => ({ from, to, insert: Text.of(insert.split('\n')) })),
    doc.length,
  )
  const after = changes.apply(doc)
  const plan = planEdits(lines, changes, doc, after, newId)
  if (plan === null) return { surface: { lines, doc }, edits: [] }
  const { transcript, blanks, edits } = plan
  return { surface: { lines: { transcript, blanks }, doc: after }, edits }
}

function expectInStep({ lines, doc }: Surface): void {
  const seen: string[] = []
  for (let line = 0; line < doc.lines; line += 1) {
    const text = doc.line(line + 1).text
    const paragraph = paragraphOfLine(lines, line)
    const blank = lines.blanks.find((each) => each.line === line)
    expect(blank === undefined).toBe(!isBlankText(text))
    if (paragraph === null) expect(blank?.paragraphId).toBeNull()
    else seen.push(paragraph.id)
    if (paragraph !== null && blank === undefined) expect(text).toBe(lineText(paragraph))
    if (blank !== undefined && blank.paragraphId !== null) expect(paragraph?.id).toBe(blank.paragraphId)
  }
  expect(seen).toEqual(lines.transcript.paragraphs.map((paragraph) => paragraph.id))
}

const kinds = (edits: readonly Edit[]): string[] => edits.map((edit) => edit.kind)
const shape = ({ transcript }: Lines): string[] =>
  transcript.paragraphs.map((each) => `${each.speakerId}: ${lineText(each)}`)

describe('planEdits', () => {
  it('what was cut from redacted words is redacted where it is pasted, in a line and as lines of its own', () => {
    const { lines, doc } = start()
    const at = doc.toString().indexOf('night')
    const changes = ChangeSet.of(
      [{ from: at, insert: Text.of(['Jane Johnsmith and', 'Jane', 'so ']) }],
      doc.length,
    )
    const fromRedacted = ['Jane Johnsmith', 'Jane']
    const plan = planEdits(lines, changes, doc, changes.apply(doc), newId, { fromRedacted })
    const transcript = plan?.transcript ?? lines.transcript
    const redacted = redactedWords(transcript)
    const texts = transcriptWords(transcript).flatMap(({ id, text }) => (redacted.has(id) ? [text] : []))
    expect(texts).toEqual(['Jane', 'Johnsmith', 'Jane'])
  })

  it('a changed line is replace-text, with what it was changed from', () => {
    const { edits, surface } = change(start(), 'night|?', 's')
    expect(edits).toMatchObject([
      { kind: 'replace-text', paragraphId: 'p1', base: { words: [{ id: 'c1.4', text: 'night?' }] } },
    ])
    expectInStep(surface)
  })

  it('Enter inside a paragraph is one split, also inside a word', () => {
    for (const [at, texts] of [
      ['They| all', ['Nobody. They', 'all went home.']],
      ['Th|ey', ['Nobody. Th', 'ey all went home.']],
    ] as const) {
      const { edits, surface } = change(start(), at, '\n')
      expect(kinds(edits).slice(0, 1)).toEqual(['split-paragraph'])
      expect(surface.lines.transcript.paragraphs.slice(1, 3).map((each) => each.speakerId)).toEqual([
        's2',
        's2',
      ])
      expect(surface.doc.line(2).text.trim()).toBe(texts[0])
      expect(surface.doc.line(3).text.trim()).toBe(texts[1])
      expectInStep(surface)
    }
  })

  it('Enter at the end opens a line, typing there makes a paragraph with new words', () => {
    const { surface, edits } = change(start(), 'home.|', '\n')
    expect(edits).toEqual([])
    expect(surface.lines.blanks).toEqual([{ line: 2, paragraphId: null }])
    expectInStep(surface)
    const typed = make(surface, [
      { from: surface.doc.line(3).from, to: surface.doc.line(3).from, insert: 'Y' },
    ])
    expect(kinds(typed.edits)).toEqual(['replace-text', 'split-paragraph'])
    expect(shape(typed.surface.lines)[2]).toBe('s2: Y')
    expectInStep(typed.surface)
  })

  it('Enter at the start opens a line above, typing there makes a paragraph above', () => {
    const opened = change(start(), '|Who was', '\n').surface
    expectInStep(opened)
    const typed = make(opened, [{ from: 0, to: 0, insert: 'Hm' }]).surface
    expect(shape(typed.lines).slice(0, 2)).toEqual(['s1: Hm', 's1: Who was there last night?'])
    expectInStep(typed)
  })

  it('a line break that goes joins two paragraphs', () => {
    const { edits, surface } = change(start(), 'night?\nNobody', 'night? Nobody')
    expect(kinds(edits)).toEqual(['merge-paragraphs'])
    expect(shape(surface.lines)[0]).toBe('s1: Who was there last night? Nobody. They all went home.')
    expectInStep(surface)
  })

  it('what is deleted over paragraphs leaves the words on both sides as they were', () => {
    const { edits, surface } = change(start(), 'last night?\nNobody. They all went home.\nThat is', 'that is')
    expect(kinds(edits)).toEqual(['delete-paragraph', 'merge-paragraphs', 'replace-text'])
    expect(shape(surface.lines)).toEqual(['s1: Who was there that is what I thought.'])
    const before = conversation().paragraphs
    const words = surface.lines.transcript.paragraphs[0]?.words ?? []
    expect(words[0]).toEqual(before[0]?.words[0])
    expect(words.at(-1)).toEqual(before[2]?.words.at(-1))
    expectInStep(surface)
  })

  it('deleted from its start, a paragraph goes and the one below keeps its speaker', () => {
    const { surface } = change(start(), 'Who was there last night?\nNobody. ', '')
    expect(shape(surface.lines)[0]).toBe('s2: They all went home.')
    expectInStep(surface)
  })

  it('a paragraph whose text is all deleted keeps its times for what is typed next', () => {
    const { surface, edits } = change(start(), 'Nobody. They all went home.', '')
    expect(edits).toEqual([])
    expect(surface.lines.blanks).toEqual([{ line: 1, paragraphId: 'p2' }])
    expectInStep(surface)
    const at = surface.doc.line(2).from
    const typed = make(surface, [{ from: at, to: at, insert: 'No' }]).surface
    expect(shape(typed.lines)[1]).toBe('s2: No')
    expect(typed.lines.transcript.paragraphs[1]?.words[0]).toMatchObject({ startMs: 2100, endMs: 4000 })
    expectInStep(typed)
  })

  it('a paste of many lines makes as many paragraphs', () => {
    const { surface } = change(start(), 'They| all', ' said\nOne two.\n\nThree.\nand')
    expect(surface.doc.toString().split('\n')).toEqual([
      'Who was there last night?',
      'Nobody. They said',
      'One two.',
      '',
      'Three.',
      'and all went home.',
      'That is what I thought.',
    ])
    const untouched = conversation().paragraphs[1]?.words.at(-1)
    expect(surface.lines.transcript.paragraphs[4]?.words.at(-1)).toEqual(untouched)
    expectInStep(surface)
  })

  it('everything can be deleted, and written anew', () => {
    const whole = start()
    const emptied = make(whole, [{ from: 0, to: whole.doc.length, insert: '' }]).surface
    expectInStep(emptied)
    const typed = make(emptied, [{ from: 0, to: 0, insert: 'New' }]).surface
    expect(shape(typed.lines)).toEqual(['s1: New'])
    expectInStep(typed)
  })

  it('in a transcript without a paragraph what is written becomes a note', () => {
    const { transcript } = start().lines
    const empty: Surface = {
      lines: {
        transcript: { ...transcript, paragraphs: [], marks: [] },
        blanks: [{ line: 0, paragraphId: null }],
      },
      doc: Text.empty,
    }
    const { surface } = make(empty, [{ from: 0, to: 0, insert: 'Nobody speaks.' }])
    expect(surface.lines.transcript.paragraphs).toMatchObject([{ kind: 'note', speakerId: null }])
    expectInStep(surface)
  })

  it('a line break that was imported inside a paragraph stays where nobody edits', () => {
    const { lines } = start()
    const [first, ...rest] = lines.transcript.paragraphs
    const words = first?.words.map((word) => (word.id === 'c1.2' ? { ...word, before: '\n' } : word)) ?? []
    const paragraphs = first === undefined ? rest : [{ ...first, words }, ...rest]
    const { surface } = change(start({ ...lines.transcript, paragraphs }), 'night|?', 's')
    expect(surface.lines.transcript.paragraphs[0]?.words[2]?.before).toBe('\n')
    expectInStep(surface)
  })
})

const inserts = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'a',
    ' ',
    '\n',
    '\n\n',
    'two words',
    ' x\ny',
    '- ',
    'vraiment\u202f?',
    '?',
    '\u00a0',
    '\n?',
  ),
  fc.string({ maxLength: 10 }).map((text) => text.replaceAll(/[\r\u2028\u2029]/gu, '')),
  fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replaceAll(/[\r\u2028\u2029]/gu, '')),
)
const changeSpecs = fc.array(
  fc.record({
    at: fc.nat(9999),
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(12), fc.nat(80)),
    insert: inserts,
  }),
  { minLength: 1, maxLength: 2 },
)

describe('any change of the text', () => {
  it(
    'leaves lines and paragraphs in step and sound, and is undone to the same bytes',
    { timeout: 120_000 },
    () => {
      let notMade = 0
      let all = 0
      fc.assert(
        fc.property(fc.array(changeSpecs, { minLength: 1, maxLength: 20 }), fc.boolean(), (steps, french) => {
          const origin = conversation()
          const begun: Transcript = french
            ? { ...origin, paragraphs: origin.paragraphs.map((each) => ({ ...each, language: 'fr' })) }
            : origin
          let surface = start(begun)
          let transcript = begun
          const log: LogEntry[] = []
          for (const specs of steps) {
            const { length } = surface.doc
            let free = 0
            const sorted = specs
              .map(({ at, length: size, insert }) => ({ from: at % (length + 1), size, insert }))
              .sort((a, b) => a.from - b.from)
              .flatMap(({ from, size, insert }) => {
                if (from < free) return []
                const to = Math.min(length, from + size)
                free = to + 1
                return [{ from, to, insert }]
              })
            const before = surface
            const { surface: next, edits } = make(surface, sorted)
            all += 1
            if (next === before || next.lines === before.lines) notMade += 1
            surface = next
            for (const edit of edits) {
              const recorded = recordEdit(transcript, log, edit, {
                durationMs: conversationMs,
                stepId: edit.id,
              })
              transcript = recorded.transcript
              log.push(recorded.entry)
            }
            expect(transcript).toEqual(surface.lines.transcript)
            expectInStep(surface)
            expect(lint(transcript, conversationMs)).toEqual([])
          }
          for (
            let undone = undo(transcript, log, newId());
            undone !== null;
            undone = undo(transcript, log, newId())
          ) {
            transcript = undone.transcript
            log.push(undone.entry)
          }
          expect(transcript).toEqual(begun)
        }),
        { numRuns: 300 },
      )
      // Only what core cannot express (a dash of its own at a line's start) is rejected.
      expect(notMade / all).toBeLessThan(0.02)
    },
  )
})
