import { describe, expect, it } from 'vitest'
import type { RecordingChoice } from '#contracts/calls/recordings'
import { begunTranscript, newRecording, openedCalls, paragraph, speaker } from './testing/fixtures.ts'

type Calls = ReturnType<typeof openedCalls>

const newest: RecordingChoice = { filter: 'all', sort: 'newest', tag: null }

/** A finished transcript with that many unsure words and as many accepted ones as asked for. */
function finished(calls: Calls, name: string, unsure: number, accepted = 0): string {
  const { recording, transcriptId } = begunTranscript(calls, name)
  const one = paragraph('p', Array.from({ length: 6 }, (_, index) => `w${index}`).join(' '))
  const words = one.words.map((word, index) => ({ ...word, confidence: index < unsure ? 0.2 : 0.99 }))
  calls.putParagraphs(transcriptId, [{ ...one, words }])
  calls.finishTranscript(transcriptId)
  for (let index = 0; index < accepted; index += 1) {
    const wordId = words[index]?.id ?? ''
    const mark = {
      id: `m${index}`,
      kind: 'accepted' as const,
      fromWordId: wordId,
      toWordId: wordId,
      value: null,
    }
    const made = { baseNumber: index, stepId: `s${index}` }
    calls.applyEdits(transcriptId, [{ kind: 'set-mark', id: `e${name}${index}`, mark }], made)
  }
  return recording.id
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
    finished(calls, 'half', 2, 1)
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
  it('counts the whole library, and what an edit changed since', () => {
    const calls = openedCalls()
    const id = finished(calls, 'a', 1)
    finished(calls, 'b', 0)
    calls.addRecording(newRecording('c'))
    calls.setTags(id, ['radio', 'été'])
    expect(calls.recordingCounts()).toEqual({ all: 3, toCheck: 1, checked: 1, tags: ['été', 'radio'] })
    finished(calls, 'd', 1, 1)
    expect(calls.recordingCounts()).toMatchObject({ all: 4, toCheck: 1, checked: 2 })
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
      { id: recording.id, title: 'a', durationMs: null, language: 'en', speakers: 2, state: 'running' },
      expect.objectContaining({ title: 'b', language: null, speakers: 0, state: null }),
    ])
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
    const id = finished(calls, 'a', 1)
    plans.clear()
    calls.card(id)
    calls.cardsOf(calls.listedRecordings(newest, 10))
    calls.jobsOf(id)
    calls.listedJobs(50)
    calls.addRecording(newRecording('b'))
    const scans = [...plans].filter((detail) =>
      /^SCAN (?!CONSTANT|\(subquery|recordings USING (?:COVERING )?INDEX recordings_by)/u.test(detail),
    )
    expect(scans).toEqual([])
  })
})
