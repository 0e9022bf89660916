import { expect, test } from 'vitest'
import { differingPlaces } from './places.ts'
import { errorCount, wordErrors } from '../scoring/word-errors.ts'

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

test('a place is what lies between words that all texts have right', () => {
  const places = differingPlaces(words('we are ready to begin now'), [
    words('we are ready begin now'),
    words('we were ready to begin uh now'),
  ])
  expect(places.map(({ reference, errors }) => ({ ...reference, errors }))).toEqual([
    { start: 1, end: 2, errors: [0, 1] },
    { start: 3, end: 4, errors: [1, 0] },
    { start: 5, end: 5, errors: [0, 1] },
  ])
  expect(places[2]?.texts).toEqual([
    { start: 4, end: 4 },
    { start: 5, end: 6 },
  ])
})

test('no place where all texts are right', () => {
  expect(differingPlaces(words('so it is'), [words('so it is'), words('so it is')])).toEqual([])
})

test('errors of all places add up to those of the whole text', () => {
  const reference = words('a b c d e f g h i')
  const texts = [words('a x c c d f f g i i'), words('b c y z f h'), words('q'), []]
  const places = differingPlaces(reference, texts)
  const sums = texts.map((_, index) => places.reduce((sum, { errors }) => sum + (errors[index] ?? 0), 0))
  expect(sums).toEqual(texts.map((text) => errorCount(wordErrors(reference, text))))
})
