import { describe, expect, it } from 'vitest'
import { type RecordingChoice, RecordingSort } from '#contracts/calls/recordings'
import { begunTranscript, newRecording, openedCalls, paragraph, speaker } from '../../testing/fixtures.ts'

type Calls = ReturnType<typeof openedCalls>

const newest: RecordingChoice = { filter: 'all', sort: 'newest', tag: null }

/** A finished transcript with counted places: number to check and number checked. */
function finished(calls: Calls, name: string, toCheck: number, checked = 0) {
  const { recording, transcriptId } = begunTranscript(calls, name)
  calls.putParagraphs(transcriptId, [paragraph('p', 'one two three')])
  calls.finishTranscript(transcriptId)
  const version = calls.transcriptFacts(transcriptId)?.version ?? 0
  calls.savePlaces([{ transcriptId, version, toCheck, checked }])
  return { recordingId: recording.id, transcriptId, version }
}

function titles(calls: Calls, choice: Partial<RecordingChoice>, limit = 100): string[] {
  const ids = calls.listedRecordings({ ...newest, ...choice }, limit)
  return calls.cardsOf(ids).map(({ title }) => title)
}

describe('listedRecordings', () => {
  it('gives as many as asked for, the last added first', () => {
    const calls = openedCalls()
    for (const name of ['a', 'b', 'c']) calls.addRecording(newRecording(name))
    expect(titles(calls, {})).toEqual(['c', 'b', 'a'])
    expect(titles(calls, {}, 2)).toEqual(['c', 'b'])
    expect(titles(calls, { sort: 'oldest' }, 2)).toEqual(['a', 'b'])
  })

  it('by the day of publication where one is known, which the cards have', () => {
    const calls = openedCalls()
    const [a, b] = ['a', 'b', 'c'].map((name) => calls.addRecording(newRecording(name)).id)
    const source = { podcast: '', notes: '', link: '', people: [], picture: null }
    calls.keepTagSource(b ?? '', { ...source, publishedAtMs: 5 })
    calls.keepTagSource(a ?? '', { ...source, publishedAtMs: null })
    expect(titles(calls, {})).toEqual(['c', 'a', 'b'])
    expect(titles(calls, { sort: 'oldest' })).toEqual(['b', 'a', 'c'])
    expect(calls.cardsOf([b ?? '', a ?? '']).map(({ publishedAtMs }) => publishedAtMs)).toEqual([5, null])
  })

  it('knows what is to check and what is checked; what is not done yet, or silence, is neither', () => {
    const calls = openedCalls()
    finished(calls, 'to check', 3)
    finished(calls, 'checked', 0)
    begunTranscript(calls, 'running')
    calls.addRecording(newRecording('unwritten'))
    calls.finishTranscript(begunTranscript(calls, 'silence').transcriptId)
    expect(titles(calls, { filter: 'to-check' })).toEqual(['to check'])
    expect(titles(calls, { filter: 'checked' })).toEqual(['checked'])
    expect(titles(calls, {})).toHaveLength(5)
    expect(calls.recordingCounts()).toMatchObject({ all: 5, toCheck: 1, checked: 1 })
  })

  it('orders by title as people count, by length, by share checked', () => {
    const calls = openedCalls()
    const durations = { 'Part 10': 5, 'part 9': null, Élan: 9 }
    for (const [name, durationMs] of Object.entries(durations)) {
      const { id } = calls.addRecording(newRecording(name))
      if (durationMs !== null) {
        const track = { recordingId: id, index: 0, durationMs, sampleCount: 1, pcmSha256: name, codec: 'x' }
        calls.saveTrack(track)
      }
    }
    expect(titles(calls, { sort: 'title' })).toEqual(['Élan', 'part 9', 'Part 10'])
    expect(titles(calls, { sort: 'longest' })).toEqual(['Élan', 'Part 10', 'part 9'])
    finished(calls, 'nothing to check', 0)
    finished(calls, 'half', 1, 1)
    finished(calls, 'none', 2)
    expect(titles(calls, { sort: 'least-checked' }).slice(0, 3)).toEqual(['none', 'half', 'nothing to check'])
  })

  it('keeps to a tag, whatever it holds', () => {
    const calls = openedCalls()
    const { id } = calls.addRecording(newRecording('a'))
    calls.addRecording(newRecording('b'))
    calls.setTags(id, ["l'été; --"])
    expect(titles(calls, { tag: "l'été; --" })).toEqual(['a'])
    expect(titles(calls, { tag: 'été' })).toEqual([])
  })
})

describe('recordingCounts', () => {
  it('counts the whole library; what was not counted yet is neither to check nor checked', () => {
    const calls = openedCalls()
    const { recordingId: id } = finished(calls, 'a', 1)
    finished(calls, 'b', 0)
    calls.addRecording(newRecording('c'))
    calls.setTags(id, ['radio', 'été'])
    expect(calls.recordingCounts()).toEqual({ all: 3, toCheck: 1, checked: 1, tags: ['été', 'radio'] })
    const { transcriptId, version } = finished(calls, 'd', 0, 1)
    expect(calls.recordingCounts()).toMatchObject({ all: 4, toCheck: 1, checked: 2 })
    calls.keepEvidence(transcriptId, '{"regions":[]}')
    expect(calls.recordingCounts()).toMatchObject({ all: 4, toCheck: 1, checked: 1 })
    calls.savePlaces([{ transcriptId, version, toCheck: 2, checked: 0 }])
    expect(calls.recordingCounts()).toMatchObject({ all: 4, toCheck: 2, checked: 1 })
  })

  it('of an empty library are none', () => {
    expect(openedCalls().recordingCounts()).toEqual({ all: 0, toCheck: 0, checked: 0, tags: [] })
  })
})

describe('recordingLines', () => {
  it('tell of the current transcript, without one of nothing', () => {
    const calls = openedCalls()
    const { recording, transcriptId } = begunTranscript(calls, 'a')
    calls.saveSpeakersAndTurns(transcriptId, [speaker('s1'), speaker('s2')], [], [])
    calls.addRecording(newRecording('b'))
    expect(calls.recordingLines()).toEqual([
      {
        id: recording.id,
        title: 'a',
        durationMs: null,
        language: 'en',
        speakers: 2,
        state: 'running',
        part: null,
      },
      expect.objectContaining({ title: 'b', language: null, speakers: 0, state: null }),
    ])
  })
})

describe('pages of recordingLines', () => {
  it('follow one another', () => {
    const calls = openedCalls()
    const ids = ['a', 'b', 'c'].map((name) => calls.addRecording(newRecording(name)).id)
    const page = (after: string | null) => calls.recordingLines({ after, limit: 2 }).map(({ id }) => id)
    expect(page(null)).toEqual(ids.slice(0, 2))
    expect(page(ids[1] ?? null)).toEqual(ids.slice(2))
    expect(page(ids[2] ?? null)).toEqual([])
  })
})

describe('one card and one page of the list', () => {
  it('are read by indexes: no table is scanned', () => {
    const calls = openedCalls()
    const plans = new Set<string>()
    const { database } = calls.store
    const row = calls.store.row.bind(calls.store)
    const rows = calls.store.rows.bind(calls.store)
    const explain = (sql: string, values: unknown[]) => {
      for (const { detail } of database
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values))
        plans.add(detail)
    }
    calls.store.row = (sql, ...values) => {
      explain(sql, values)
      return row(sql, ...values)
    }
    calls.store.rows = (sql, ...values) => {
      explain(sql, values)
      return rows(sql, ...values)
    }
    const { recordingId: id } = finished(calls, 'a', 1)
    plans.clear()
    calls.card(id)
    calls.cardsOf(calls.listedRecordings(newest, 10))
    for (const sort of RecordingSort.options) calls.listedRecordings({ ...newest, sort }, 10)
    calls.jobsOf(id)
    calls.listedJobs(50)
    calls.addRecording(newRecording('b'))
    const scans = [...plans].filter((detail) =>
      /^SCAN (?!CONSTANT|\(subquery|listed_recordings USING (?:COVERING )?INDEX listed_by)/u.test(detail),
    )
    expect(scans).toEqual([])
  })
})
