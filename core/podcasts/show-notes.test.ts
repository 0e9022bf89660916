import { expect, it } from 'vitest'
import { spoken } from '../captions/testing/spoken.ts'
import { chapterMoment } from '../chapters/chapter.ts'
import { documentOf } from '../formats/testing/sample-document.ts'
import { draftShowNotes } from './show-notes.ts'
import { showNotesMarkdown } from './show-notes-text.ts'

const talk = documentOf(
  spoken([
    ['A', 1_000, 2_000, 'Welcome.'],
    ['B', 3_000, 9_000, 'We [redacted] write each one down.'],
    ['A', 725_000, 730_000, 'And the toaster?'],
  ]),
)
const chapter = {
  id: 'c1',
  atMs: 0,
  title: 'Forty *people*',
  link: 'https://a.example/a_b',
  picture: '',
  isListed: true,
}
const document = {
  recording: {
    ...talk.recording,
    title: '14: the repair café',
    moments: [
      chapterMoment(chapter),
      chapterMoment({ ...chapter, id: 'c2', atMs: 724_000, title: 'One iron', link: '' }),
      chapterMoment({ ...chapter, id: 'c3', atMs: 725_000, title: 'A picture', isListed: false }),
      { id: 'b1', kind: 'bookmark', atMs: 5_000, value: 'The ledger' },
      { id: 'd1', kind: 'decision', atMs: 6_000, value: 'A decision' },
    ],
  },
  transcript: {
    ...talk.transcript,
    speakers: talk.transcript.speakers.map((speaker, index) => ({
      ...speaker,
      name: ['nora whitfield', null][index] ?? null,
    })),
  },
}
const origin = {
  notes:
    'Forty people\nin the queue.\n\nThe table (https://a.example/table), and https://b.example/x. Again: https://a.example/table!',
  people: ['Nora Whitfield', 'Idris Bello'],
}
const atMs = new Date(2024, 2, 5, 12).getTime()
const english = { language: 'en', locale: 'en-GB' } as const

it('are what feed, chapters, speakers and bookmarks say, and nothing else', () => {
  expect(draftShowNotes(document, origin, atMs)).toEqual({
    title: '14: the repair café',
    atMs,
    description: 'Forty people in the queue.',
    people: ['Nora Whitfield', 'Idris Bello'],
    chapters: [
      { atMs: 0, title: 'Forty *people*', link: 'https://a.example/a_b' },
      { atMs: 724_000, title: 'One iron', link: '' },
    ],
    links: ['https://a.example/table', 'https://b.example/x'],
    quotes: [{ atMs: 3_000, text: 'We [redacted] write each one down.', speaker: null, about: 'The ledger' }],
  })
  expect(draftShowNotes(talk, null, null)).toMatchObject({
    description: '',
    people: [],
    chapters: [],
    quotes: [],
  })
})

it('are written as Markdown, without empty sections', () => {
  const notes = draftShowNotes(document, origin, atMs)
  expect(showNotesMarkdown(notes, english)).toBe(String.raw`# 14: the repair café

5 March 2024

Forty people in the queue.

## People

- Nora Whitfield
- Idris Bello

## Chapters

- 0:00 [Forty \*people\*](<https://a.example/a_b>)
- 12:04 One iron

## Links

- <https://a.example/table>
- <https://b.example/x>

## Quotes

The ledger

> We \[redacted\] write each one down.
>
> 0:03
`)
  const bare = draftShowNotes(talk, null, null)
  expect(showNotesMarkdown({ ...bare, title: '' }, english)).toBe('')
})
