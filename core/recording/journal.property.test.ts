import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from './journal-entry.ts'
import { journalState } from './journal-state.ts'
import { journalLine, readJournal } from './read-journal.ts'

const start: JournalEntry = {
  kind: 'start',
  version: 1,
  id: '20261127T140211-7f3a2b',
  title: 'Réunion « du jeudi »\nà midi',
  language: 'fr',
  people: null,
  type: 'meeting',
  sources: [
    { name: 'Me', role: 'microphone', device: 'mic' },
    { name: 'Others', role: 'system', device: 'speakers.monitor' },
  ],
  atMs: 1_800_000_000_000.25,
}
const frames = fc.nat(1e9)
const entry: fc.Arbitrary<JournalEntry> = fc.oneof(
  fc.record({ kind: fc.constant('part'), source: fc.nat(1), frame: frames, file: fc.string() }),
  fc.record({ kind: fc.constant('synced'), source: fc.nat(1), sequence: frames, frames }),
  fc.record({
    kind: fc.constant('gap'),
    source: fc.nat(1),
    frame: frames,
    frames,
    reason: fc.constantFrom('start', 'late', 'lost', 'end'),
  }),
  fc.record({ kind: fc.constant('time'), source: fc.nat(1), run: fc.nat(9), frame: frames, atMs: fc.nat() }),
  fc.record({ kind: fc.constantFrom('pause', 'resume'), atMs: fc.nat() }),
  fc.record({ kind: fc.constant('sleep'), fromMs: fc.nat(), toMs: fc.nat() }),
  fc.record({
    kind: fc.constant('moment'),
    moment: fc.record({
      id: fc.string(),
      kind: fc.constantFrom('bookmark', 'decision', 'action'),
      atMs: fc.nat(),
      value: fc.jsonValue() as fc.Arbitrary<null>,
    }),
  }),
  fc.record({ kind: fc.constant('title'), title: fc.string() }),
  fc.record({
    kind: fc.constant('live-line'),
    line: fc.record({
      id: fc.string(),
      source: fc.nat(1),
      startMs: fc.nat(),
      endMs: fc.nat(),
      language: fc.string(),
      words: fc.option(
        fc.array(
          fc.record({
            before: fc.string(),
            text: fc.string(),
            startMs: fc.nat(),
            endMs: fc.nat(),
            confidence: fc.option(fc.constantFrom(0, 0.5)),
          }),
          { maxLength: 2 },
        ),
      ),
    }),
  }),
  fc.record({
    kind: fc.constant('live-change'),
    change: fc.oneof(
      fc.record({ kind: fc.constant('line'), lineId: fc.string(), text: fc.string() }),
      fc.record({
        kind: fc.constant('name'),
        source: fc.nat(1),
        name: fc.string(),
        lineIds: fc.option(fc.array(fc.string(), { maxLength: 2 })),
      }),
    ),
  }),
) as fc.Arbitrary<JournalEntry>
const journal = fc.array(entry, { maxLength: 20 }).map((entries) => [start, ...entries])

describe('a journal', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const read = readJournal(entries.map(journalLine).join(''))
        expect(JSON.stringify(read.entries)).toBe(JSON.stringify(entries))
        expect(read.unknownLines).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('cut anywhere gives its whole lines', () => {
    fc.assert(
      fc.property(journal, fc.nat(), (entries, at) => {
        const text = entries.map(journalLine).join('')
        const cut = text.slice(0, at % (text.length + 1))
        const read = readJournal(cut)
        expect(text.startsWith(cut.slice(0, read.wholeLength))).toBe(true)
        expect(read.entries.length).toBe(cut.split('\n').length - 1)
      }),
      { numRuns: 50 },
    )
  })

  it('tells of lines that are no entries, and reads the others', () => {
    const text = `${journalLine(start)}\0\0\0\n{"kind":"later"}\n${journalLine({ kind: 'title', title: 'B' })}`
    const { entries, unknownLines } = readJournal(text)
    expect(unknownLines).toEqual([2, 3])
    expect(journalState(entries)?.title).toBe('B')
  })

  it('says what holds at its end', () => {
    const moment = (id: string, atMs: number, value: string): JournalEntry => ({
      kind: 'moment',
      moment: { id, kind: 'decision', atMs, value },
    })
    const line = { id: 'live-0', source: 1, startMs: 5, endMs: 900, language: 'en', words: null }
    const change = { kind: 'name', source: 1, name: 'Anna', lineIds: null } as const
    const state = journalState([
      start,
      { kind: 'consent', consent: { given: true, atMs: 5 } },
      { kind: 'part', source: 0, frame: 0, file: '1-001.wav' },
      { kind: 'part', source: 1, frame: 0, file: '2-001.wav' },
      moment('b', 900, 'first'),
      moment('a', 300, 'x'),
      moment('b', 100, 'second'),
      { kind: 'moment-removed', id: 'a' },
      { kind: 'pause', atMs: 10 },
      { kind: 'title', title: 'Other' },
      { kind: 'live-line', line },
      { kind: 'live-change', change },
      { kind: 'part', source: 0, frame: 9, file: '1-002.wav' },
    ])
    expect(state).toMatchObject({
      title: 'Other',
      consent: { given: true, atMs: 5 },
      parts: [['1-001.wav', '1-002.wav'], ['2-001.wav']],
      moments: [{ id: 'b', atMs: 100, value: 'second' }],
      live: { lines: [line], changes: [change] },
      isPaused: true,
      stopped: null,
    })
    expect(journalState([{ kind: 'title', title: 'no start' }])).toBeNull()
  })
})
