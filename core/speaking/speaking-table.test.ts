import { expect, it } from 'vitest'
import { documentOf, english } from '../formats/testing/sample-document.ts'
import { spokenLength } from '../notation/lengths.ts'
import { shownFigures } from './shown-figures.ts'
import { speakingTable } from './speaking-table.ts'
import { speakingTime } from './speaking-time.ts'

it('minutes and cover pages have the times of the page of speaking time, which are rounded together with silence', () => {
  const empty = documentOf([])
  const speakers = ['a', 'b'].map((id, colour) => ({ id, name: id, colour, groupId: null }))
  const turns = [
    { speakerId: 'a', startMs: 0, endMs: 20_000 },
    { speakerId: 'b', startMs: 25_000, endMs: 35_900 },
  ]
  const table = speakingTable(
    {
      recording: { ...empty.recording, durationMs: 42_000 },
      transcript: { ...empty.transcript, speakers, turns },
    },
    { ...english, language: 'en' },
  )
  const figures = speakingTime(turns, 42_000, [], speakers)
  const shown = shownFigures(figures.speakers, figures.silenceMs, 1)
  const times = ['a', 'b'].map((id) => spokenLength(shown.speakingMs.get(id) ?? 0, 'en'))
  expect(table?.rows.map(([, time]) => time)).toEqual(times)
  expect(times).toEqual(['0:20', '0:11'])
})
