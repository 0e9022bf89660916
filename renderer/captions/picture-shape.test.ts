import { expect, it } from 'vitest'
import { formOf, pictureOf, ratioName, shapeOfFilm } from './picture-shape.ts'

const size = (width: number, height: number) => ({ width, height })

it('a film has one of the usual shapes, or its own', () => {
  expect(shapeOfFilm(null)).toBe('wide')
  expect(shapeOfFilm(size(854, 480))).toBe('wide')
  expect(shapeOfFilm(size(720, 1_280))).toBe('tall')
  expect(shapeOfFilm(size(1_080, 1_080))).toBe('square')
  expect(shapeOfFilm(size(640, 480))).toBe('film')
})

it('a picture of the film’s shape is as large as the film; others are crops of it', () => {
  expect(pictureOf('tall', size(720, 1_280))).toEqual(size(720, 1_280))
  expect(pictureOf('film', size(640, 480))).toEqual(size(640, 480))
  expect(pictureOf('square', size(640, 480))).toEqual(size(1, 1))
  expect(pictureOf('wide', null)).toEqual(size(16, 9))
})

it('shapes that have no button of their own have a name', () => {
  expect(ratioName(size(640, 480), 'en')).toBe('4:3')
  expect(ratioName(size(2_048, 858), 'en')).toBe('2.39:1')
  expect(ratioName(size(2_048, 858), 'fr')).toBe('2,39:1')
})

it('takes room by its shape', () => {
  expect([size(4, 3), size(1, 1), size(9, 16)].map(formOf)).toEqual(['wide', 'square', 'tall'])
})
