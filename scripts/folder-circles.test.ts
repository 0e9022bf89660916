import { expect, it } from 'vitest'
import { fileCircles, folderCircles } from './folder-circles.mjs'

const sources = new Map([
  ['page/a/one.ts', "import { two } from '../b/two.ts'\nimport '#core/x/y'"],
  ['page/b/two.ts', "import type { Three } from '../c/deep/three.tsx'"],
  ['page/c/deep/three.tsx', "const lazy = () => import('../../a/one.ts')"],
  ['page/c/four.ts', "export { two } from '../b/two.ts'"],
  ['page/d/five.ts', "import { one } from '../a/one.ts'"],
  ['page/b/two.test.ts', "import { five } from '../d/five.ts'"],
  ['core/x/y.ts', "import type { Five } from '../../page/d/five.ts'"],
])

it('finds folders that import one another, at every depth, tests left out', () => {
  expect(folderCircles(sources, 'page')).toEqual([
    ['page/a', 'page/b', 'page/c'],
    ['page/a', 'page/b', 'page/c/deep'],
  ])
})

it('finds none where imports go one way', () => {
  const oneWay = new Map(sources).set('page/b/two.ts', '')
  expect(folderCircles(oneWay, 'page')).toEqual([])
})

it('finds folders whose subfolders import one another, though in a circle with none', () => {
  const crossed = new Map([
    ['core/a/x/one.ts', "import { two } from '../../b/x/two.ts'"],
    ['core/b/x/two.ts', ''],
    ['core/b/y/three.ts', "import type { Four } from '#core/a/y/four'"],
    ['core/a/y/four.ts', ''],
  ])
  expect(folderCircles(crossed, 'core')).toEqual([['core/a', 'core/b']])
})

it('does not count imports between a folder and its own subfolders', () => {
  const nested = new Map([
    ['cli/verbs/archive.ts', "const plan = () => import('./archive/plan.ts')"],
    ['cli/verbs/archive/plan.ts', "import { isYes } from '../is-yes.ts'"],
    ['cli/verbs/is-yes.ts', ''],
  ])
  expect(folderCircles(nested, 'cli')).toEqual([])
})

it('finds folders that import one another by way of a file beside them', () => {
  const byFile = new Map([
    ['studio/files/one.ts', "import { studio } from '../studio.ts'"],
    ['studio/studio.ts', "import { two } from './files/two.ts'"],
    ['studio/files/two.ts', ''],
  ])
  expect(folderCircles(byFile, 'studio')).toEqual([['studio/files', 'studio/studio.ts']])
})

it('finds files that import one another by types or lazily, also beyond their folder', () => {
  expect(fileCircles(sources, ['page'])).toEqual([
    ['page/a/one.ts', 'page/b/two.ts', 'page/c/deep/three.tsx'],
  ])
  expect(fileCircles(sources, ['page', 'core'])).toEqual([
    ['core/x/y.ts', 'page/a/one.ts', 'page/b/two.ts', 'page/c/deep/three.tsx', 'page/d/five.ts'],
  ])
  expect(fileCircles(new Map(sources).set('page/c/deep/three.tsx', ''), ['page'])).toEqual([])
})
