import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { twoWindowsProperty } from './testing/check-two-windows.ts'
import { fakeStudio } from './testing/fake-studio.ts'
import { openTestSession, quiet, texts, typeText } from './testing/test-session.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it.each([
  [['Who was there last nigXht?'], ['Who was there last ni', 'gXht?']],
  [
    ['Who was there last nigXht?', 'Who was there last nigXYht?'],
    ['Who was there last ni', 'gXYht?'],
  ],
  [['Who was there last night?X'], ['Who was there last ni', 'ght?X']],
  [['Who was there last night? X'], ['Who was there last ni', 'ght? X']],
  [['Who was there last nght?'], ['Who was there last n', 'ght?']],
  [['Who was there last niXht?'], ['Who was there last ni', 'Xht?']],
])('one presses Enter in the word in which the other types %j', async (typed, expected) => {
  const studio = fakeStudio(conversation([]))
  const [a, b] = [await openTestSession(studio, 'a'), await openTestSession(studio, 'b')]
  a.apply([{ kind: 'split-paragraph', id: a.newId(), wordId: 'c1.4', offset: 2 }])
  await vi.advanceTimersByTimeAsync(20)
  for (const text of typed) typeText(b, 'p1', text)
  await quiet()
  expect(texts(studio.transcript).slice(0, 2)).toEqual(expected)
  expect(texts(b.state.transcript)).toEqual(texts(studio.transcript))
})

it('two windows in the same words, with Enter: no text is doubled and no letter lost', async () => {
  const run = await fc.check(twoWindowsProperty(), { seed: 34, numRuns: 50 })
  expect(await fc.asyncDefaultReportMessage(run)).toBeUndefined()
}, 60_000)
