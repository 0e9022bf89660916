import { expect, it } from 'vitest'
import { frameOffset } from './frame-offset.ts'

it('is the width of the frame and the height of the title bar', () => {
  expect(frameOffset({ x: 80, y: 50 }, { x: 81, y: 70 })).toEqual({ x: 1, y: 20 })
  expect(frameOffset({ x: 80, y: 50 }, { x: 80, y: 50 })).toEqual({ x: 0, y: 0 })
})

it('is none if the system chose another place', () => {
  expect(frameOffset({ x: 80, y: 50 }, { x: 0, y: 0 })).toEqual({ x: 0, y: 0 })
  expect(frameOffset({ x: 80, y: 50 }, { x: 300, y: 60 })).toEqual({ x: 0, y: 0 })
})
