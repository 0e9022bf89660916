import { describe, expect, it } from 'vitest'
import type { CaptionSettings } from '#core/transcript/caption-settings'
import { unpackTranscript } from '../../stored-transcript.ts'
import { begunTranscript, openedCalls, paragraph, run, speaker } from '../../testing/fixtures.ts'

function opened() {
  const calls = openedCalls()
  const begun = begunTranscript(calls)
  const transcript = () => unpackTranscript(calls.storedTranscript(begun.transcriptId))
  const ids = () => transcript().paragraphs.map((each) => each.id)
  return { calls, ...begun, transcript, ids }
}

describe('startTranscript', () => {
  it('begins an empty transcript', () => {
    const { recording, transcriptId, transcript } = opened()
    expect(transcript()).toEqual({
      id: transcriptId,
      recordingId: recording.id,
      language: 'en',
      run,
      speakers: [],
      turns: [],
      paragraphs: [],
      marks: [],
    })
  })

  it('goes on with the one that the same job began', () => {
    const { calls, recording, job, transcriptId } = opened()
    calls.putParagraphs(transcriptId, [paragraph('p1', 'kept')])
    const again = calls.startTranscript({
      recordingId: recording.id,
      jobId: job.id,
      language: 'fr',
      run,
      settingsKey: 'k1',
    })
    expect(again).toMatchObject({ id: transcriptId, language: 'fr', state: 'running', version: 1 })
    expect(calls.transcriptsOf(recording.id)).toHaveLength(1)
  })

  it('has the caption rules of new recordings; going on with it keeps those it has', () => {
    const { calls, recording, job, transcript } = opened()
    const again = (captionRules: CaptionSettings) =>
      calls.startTranscript({
        recordingId: recording.id,
        jobId: job.id,
        language: 'en',
        run,
        settingsKey: 'k1',
        captionRules,
      })
    again({ preset: 'bbc', changes: {} })
    expect(transcript().captionRules).toBeUndefined()
    const other = calls.requestJob({
      recordingId: recording.id,
      kind: 'transcribe',
      settings: {},
      settingsKey: 'k2',
    })
    const started = calls.startTranscript({
      recordingId: recording.id,
      jobId: other.id,
      language: 'en',
      run,
      settingsKey: 'k2',
      captionRules: { preset: 'bbc', changes: {} },
    })
    expect(unpackTranscript(calls.storedTranscript(started.id)).captionRules).toEqual({
      preset: 'bbc',
      changes: {},
    })
  })

  it('refuses a recording that is gone', () => {
    const { calls, job } = opened()
    const lost = { recordingId: 'none', jobId: `${job.id}x`, language: 'en', run, settingsKey: 'k' }
    expect(() => calls.startTranscript(lost)).toThrow('recording.unknown')
  })
})

describe('speakers and turns', () => {
  const turns = [
    { speakerId: 's2', startMs: 0, endMs: 900 },
    { speakerId: 's1', startMs: 500, endMs: 1500 },
  ]

  it('come back as they were, in their order, with their voice prints', () => {
    const { calls, transcriptId, transcript } = opened()
    const speakers = [speaker('s2', null, 0), speaker('s1', 'Ada', 1)]
    // A view into the middle of a buffer, as a worker may pass it.
    const print = new Float32Array([9, 0.5, -1]).subarray(1)
    calls.saveSpeakersAndTurns(transcriptId, speakers, turns, [print, new Float32Array([2])])
    expect(transcript()).toMatchObject({ speakers, turns })
    expect(calls.voicePrints(transcriptId)).toEqual([
      { speakerId: 's2', print: new Float32Array([0.5, -1]) },
      { speakerId: 's1', print: new Float32Array([2]) },
    ])
  })

  it('keep a name that a person gave when they are saved again', () => {
    const { calls, transcriptId, transcript } = opened()
    calls.saveSpeakersAndTurns(transcriptId, [speaker('s1', 'Ada'), speaker('s2')], turns, [])
    calls.saveSpeakersAndTurns(transcriptId, [speaker('s1')], [], [])
    expect(transcript()).toMatchObject({ speakers: [speaker('s1', 'Ada')], turns: [] })
  })

  it('stay redacted voices when they are saved again', () => {
    const { calls, transcriptId, transcript } = opened()
    const hidden = { ...speaker('s1', 'Ada'), redacted: true as const }
    calls.saveSpeakersAndTurns(transcriptId, [hidden, speaker('s2')], turns, [])
    expect(transcript()).toMatchObject({ speakers: [hidden, speaker('s2')] })
    expect(transcript().speakers[1]).not.toHaveProperty('redacted')
    calls.saveSpeakersAndTurns(transcriptId, [speaker('s1')], [], [])
    expect(transcript()).toMatchObject({ speakers: [hidden] })
  })
})

describe('putParagraphs', () => {
  it('keeps them in the order of time as they come', () => {
    const { calls, transcriptId, ids } = opened()
    calls.putParagraphs(transcriptId, [paragraph('p3', 'three', 3000)])
    calls.putParagraphs(transcriptId, [paragraph('p1', 'one', 1000), paragraph('p4', 'four', 4000)])
    calls.putParagraphs(transcriptId, [paragraph('p2', 'two', 2000)])
    expect(ids()).toEqual(['p1', 'p2', 'p3', 'p4'])
  })

  it('gives back every property of every word', () => {
    const { calls, transcriptId, transcript } = opened()
    const written = [
      paragraph('p1', 'Café « ça » 🙂', 0, { speakerId: 's1', language: 'fr' }),
      paragraph('n1', 'applause', 9000, { kind: 'sound' }),
      { ...paragraph('n2', 'x'), words: [] },
    ]
    calls.putParagraphs(transcriptId, written)
    expect(transcript().paragraphs).toEqual(written)
  })

  it('replaces those named, and all', () => {
    const { calls, transcriptId, ids } = opened()
    calls.putParagraphs(transcriptId, [paragraph('p1', 'one', 0), paragraph('p2', 'two', 1000)])
    calls.putParagraphs(transcriptId, [paragraph('a', 'x', 0), paragraph('b', 'y', 50)], {
      replacing: ['p1'],
    })
    expect(ids()).toEqual(['a', 'b', 'p2'])
    expect(calls.eventsSince(0).at(-1)).toMatchObject({
      kind: 'paragraphs-saved',
      touched: { transcriptId, paragraphIds: ['a', 'b'], removedIds: ['p1'] },
    })
    calls.putParagraphs(transcriptId, [paragraph('p2', 'again', 0)], { replacing: 'all' })
    expect(ids()).toEqual(['p2'])
    expect(calls.search('two', 9)).toEqual([])
    expect(calls.search('again', 9)).toHaveLength(1)
  })

  it('refuses a lease that is over, and writes nothing', () => {
    const { calls, transcriptId, ids } = opened()
    const before = calls.lastEventNumber()
    expect(() => calls.putParagraphs(transcriptId, [paragraph('p1', 'one')], { lease: 99 })).toThrow(
      'job.lease-lost',
    )
    expect(ids()).toEqual([])
    expect(calls.lastEventNumber()).toBe(before)
  })

  it('refuses a transcript that is gone', () => {
    const { calls } = opened()
    expect(() => calls.putParagraphs('none', [])).toThrow('recording.no-transcript')
    expect(() => calls.finishTranscript('none')).toThrow('recording.no-transcript')
  })
})

describe('transcriptsOf', () => {
  it('tells state, version, corrections and which one is shown', () => {
    const { calls, recording, transcriptId } = opened()
    const facts = () => calls.transcriptsOf(recording.id)
    expect(facts()).toMatchObject([
      { id: transcriptId, settingsKey: 'k1', state: 'running', version: 0, corrected: false, current: true },
    ])
    calls.putParagraphs(transcriptId, [paragraph('p1', 'one')])
    calls.finishTranscript(transcriptId)
    const second = calls.requestJob({
      recordingId: recording.id,
      kind: 'transcribe',
      settings: {},
      settingsKey: 'k2',
    })
    const newer = calls.startTranscript({
      recordingId: recording.id,
      jobId: second.id,
      language: 'en',
      run,
      settingsKey: 'k2',
    })
    const current = () => facts().map((each) => each.current)
    expect(current()).toEqual([true, false])
    calls.finishTranscript(newer.id)
    expect(current()).toEqual([false, true])
    const edit = { kind: 'replace-text', id: 'e1', paragraphId: 'p1', text: 'won' } as const
    calls.applyEdits(transcriptId, [edit], { baseNumber: 0 })
    expect(facts()).toMatchObject([
      { id: transcriptId, state: 'done', version: 2, editNumber: 1, corrected: true, current: true },
      { id: newer.id, corrected: false, current: false },
    ])
    expect(calls.transcriptFacts(newer.id)).toEqual(facts()[1])
    expect(calls.transcriptFacts('none')).toBeUndefined()
  })
})

describe('a long transcript', () => {
  it('of 100,000 words opens in one query', () => {
    const { calls, transcriptId, transcript } = opened()
    const words = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ')
    const paragraphs = Array.from({ length: 1000 }, (_, index) =>
      paragraph(`p${index}`, words, index * 50_000),
    )
    calls.putParagraphs(transcriptId, paragraphs)
    const read = transcript()
    expect(read.paragraphs).toEqual(paragraphs)
  })
})
