import { expect, it } from 'vitest'
import { folderCircles } from './folder-circles.mjs'

const sources = new Map([
  ['page/a/one.ts', "import { two } from '../b/two.ts'\nimport '#core/x/y'"],
  ['page/b/two.ts', "import type { Three } from '../c/deep/three.tsx'"],
  ['page/c/deep/three.tsx', "const lazy = () => import('../../a/one.ts')"],
  ['page/c/four.ts', "export { two } from '../b/two.ts'"],
  ['page/d/five.ts', "import { one } from '../a/one.ts'"],
  ['page/b/two.test.ts', "import { five } from '../d/five.ts'"],
])

it('finds folders that import one another, tests left out', () => {
  expect(folderCircles(sources, 'page', 2)).toEqual([['page/a', 'page/b', 'page/c']])
  expect(folderCircles(sources, 'page', Infinity)).toEqual([['page/a', 'page/b', 'page/c/deep']])
})

it('finds none where imports go one way', () => {
  const oneWay = new Map(sources).set('page/c/deep/three.tsx', '')
  expect(folderCircles(oneWay, 'page', Infinity)).toEqual([])
})
