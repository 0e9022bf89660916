import { expect, it } from 'vitest'
import { partOfRecord } from './part-of-record.ts'
import { lineText } from './live-record.ts'
import { liveLine } from './testing/live-lines.ts'

it('the text of a part is what begins in it, by its own time', () => {
  const lines = [
    liveLine(0, 'Before.', 0),
    liveLine(1, 'In the middle.', 2_000),
    liveLine(2, 'After.', 9_000),
  ]
  const changes = [{ kind: 'line', lineId: 'live-1', text: 'In its middle.' } as const]
  const part = partOfRecord({ lines, changes }, { startMs: 1_500, endMs: 2_900 })
  expect(part.changes).toEqual(changes)
  expect(part.lines).toMatchObject([{ id: 'live-1', startMs: 500, endMs: 1_400 }])
  expect(part.lines.map(lineText)).toEqual(['In the middle.'])
  expect(part.lines[0]?.words?.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [500, 800],
    [900, 1_200],
    [1_300, 1_400],
  ])
})
