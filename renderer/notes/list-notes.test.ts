import { expect, it } from 'vitest'
import type { Chapter } from '#core/chapters/chapter'
import type { Moment } from '#core/moments/moment'
import { isShown, type Note, noteSections, peopleOf } from './list-notes.ts'

const chapter = (atMs: number, title: string): Chapter => ({
  id: title,
  atMs,
  title,
  link: '',
  picture: '',
  isListed: true,
})
const action = (id: string, atMs: number, who: string): Moment => ({
  id,
  atMs,
  kind: 'action',
  value: { text: id, who, until: '' },
})
const noteOf = (moment: Moment): Note => ({ kind: moment.kind, id: moment.id, atMs: moment.atMs, moment })

it('puts notes below their chapters by time, those before the first chapter above', () => {
  const notes = [action('c', 30_000, ''), action('a', 500, ''), action('b', 10_000, '')].map(noteOf)
  const sections = noteSections(
    [chapter(1_000, 'One'), chapter(20_000, 'Two'), chapter(40_000, 'Three')],
    notes,
  )
  expect(sections.map(({ number, chapter: own, notes: { length } }) => [number, own?.title, length])).toEqual(
    [
      [0, undefined, 1],
      [1, 'One', 1],
      [2, 'Two', 1],
      [3, 'Three', 0],
    ],
  )
  expect(noteSections([], notes).map((section) => section.notes.map(({ id }) => id))).toEqual([
    ['a', 'b', 'c'],
  ])
})

it('shows one kind, or what one person has to do, however the name is written', () => {
  const moments = [action('a', 1, 'Zoë '), action('b', 2, 'zoe'), action('c', 3, 'Ruth'), action('d', 4, '')]
  expect(peopleOf(moments)).toEqual(['Zoë', 'Ruth'])
  const comment: Note = { kind: 'comment', id: 'k', atMs: 0, comment: null }
  const notes = [comment, ...moments.map(noteOf)]
  const shown = (filter: Parameters<typeof isShown>[1]): string =>
    notes
      .filter((note) => isShown(note, filter))
      .map(({ id }) => id)
      .join('')
  expect([shown('all'), shown('comment'), shown('action'), shown('decision'), shown('who:Zoë')]).toEqual([
    'kabcd',
    'k',
    'abcd',
    '',
    'ab',
  ])
})
