import { expect, test } from 'vitest'
import { goldenWindows, goldens } from '../speakers/testing/golden.ts'
import { segmentScene } from '../speakers/testing/scene.ts'
import { regionsFromWindows } from './regions.ts'

test.each(goldens.map((golden) => ({ name: golden.name, golden })))(
  '$name as the reference',
  ({ golden }) => {
    const regions = regionsFromWindows(goldenWindows(golden, 'lifted'), golden.sampleCount)
    expect(regions).toEqual(golden.reference.regions)
  },
)

test('silence has no regions', () => {
  expect(regionsFromWindows(segmentScene([], 12).windows, 12 * 16_000)).toEqual([])
})

test('a change of speaker begins another region, but a "hm" after a short pause does not', () => {
  const { windows, sampleCount } = segmentScene(
    [
      { speaker: 0, start: 0.5, end: 3 },
      { speaker: 1, start: 3.1, end: 3.4 },
      { speaker: 0, start: 3.5, end: 5 },
      { speaker: 1, start: 5.1, end: 8 },
    ],
    9,
  )
  const speakers = regionsFromWindows(windows, sampleCount).map((region) => region.localSpeaker)
  expect(speakers).toEqual([0, 0, 0, 1])
})

test('regions end with the recording', () => {
  const { windows, sampleCount } = segmentScene([{ speaker: 0, start: 0, end: 2 }], 1.5)
  const regions = regionsFromWindows(windows, sampleCount)
  expect(regions.at(-1)?.endSample).toBe(sampleCount)
})
