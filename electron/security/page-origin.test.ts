import { expect, it } from 'vitest'
import { isOurs } from './page-origin.ts'

it.each([
  ['app://parolo/', true],
  ['app://parolo/index.html#/recording/1', true],
  ['app://parolo.evil/', false],
  ['app://evil/parolo/', false],
  ['https://parolo/', false],
  ['file:///app://parolo/', false],
  ['javascript:alert(1)', false],
  ['about:blank', false],
  ['', false],
])('%s is ours: %s', (address, ours) => {
  expect(isOurs(address)).toBe(ours)
})
