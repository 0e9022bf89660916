import { describe, expect, it } from 'vitest'
import { newRecording, openedCalls, paragraph, run } from '../../testing/fixtures.ts'

/** A recording of one minute. */
function opened() {
  const calls = openedCalls()
  const recording = calls.addRecording(newRecording('talk'))
  const track = { recordingId: recording.id, index: 0, durationMs: 60_000 }
  calls.saveTrack({ ...track, sampleCount: 960_000, pcmSha256: 'p', codec: 'opus', details: {} })
  let made = 0
  const make = (settings: Readonly<Record<string, number>> = {}): string => {
    made += 1
    const settingsKey = `k${made}`
    const job = calls.requestJob({ recordingId: recording.id, kind: 'transcribe', settings, settingsKey })
    const started = { recordingId: recording.id, jobId: job.id, language: 'en', settingsKey }
    const { id } = calls.startTranscript({ ...started, run: { ...run, settings } })
    calls.putParagraphs(id, [paragraph(`p${made}`, 'one')])
    calls.finishTranscript(id)
    return id
  }
  const edit = (id: string, paragraphId: string) =>
    calls.applyEdits(id, [{ kind: 'replace-text', id: `e-${id}`, paragraphId, text: 'won' }], {
      baseNumber: 0,
    })
  const current = () => calls.transcriptsOf(recording.id).find((each) => each.current)?.id
  return { calls, recording, make, edit, current }
}

describe('the transcript of a part', () => {
  it('is shown while there is no other, and says what it is of', () => {
    const { calls, recording, make, current } = opened()
    const part = make({ fromMs: 5_000, toMs: 20_000 })
    expect(current()).toBe(part)
    expect(calls.transcriptFacts(part)).toMatchObject({
      part: { startMs: 5_000, endMs: 20_000 },
      waits: true,
    })
    expect(calls.card(recording.id).transcript?.part).toEqual({ startMs: 5_000, endMs: 20_000 })
    expect(calls.recordingLines()).toMatchObject([{ part: { startMs: 5_000, endMs: 20_000 } }])
  })

  it('gives way to one of the whole, also if a person corrected it, and takes the place of none', () => {
    const { make, edit, current } = opened()
    edit(make({ toMs: 20_000 }), 'p1')
    const whole = make()
    expect(current()).toBe(whole)
    make({ toMs: 30_000 })
    expect(current()).toBe(whole)
  })

  it('is of the whole where the recording is trimmed to it or it ends with the recording', () => {
    const { calls, recording, make } = opened()
    expect(calls.transcriptFacts(make({ toMs: 60_000 }))?.part).toBeNull()
    const part = make({ fromMs: 5_000, toMs: 20_000 })
    calls.setTrim(recording.id, { startMs: 5_000, endMs: 20_000 })
    expect(calls.transcriptFacts(part)?.part).toBeNull()
  })
})

describe('a transcript that a person chose', () => {
  it('is shown whatever the others are, until a new one of the whole is made', () => {
    const { calls, make, edit, current } = opened()
    const first = make()
    const second = make()
    edit(second, 'p2')
    calls.chooseTranscript(first)
    expect(current()).toBe(first)
    calls.chooseTranscript(second)
    expect(current()).toBe(second)
    calls.chooseTranscript(first)
    const third = make()
    // The second was corrected.
    expect(current()).toBe(second)
    calls.chooseTranscript(third)
    expect(current()).toBe(third)
  })

  it('stays where it was corrected', () => {
    const { calls, make, edit, current } = opened()
    const first = make({ toMs: 20_000 })
    edit(first, 'p1')
    calls.chooseTranscript(first)
    make()
    expect(current()).toBe(first)
  })

  it('is refused if it is gone', () => {
    expect(() => opened().calls.chooseTranscript('none')).toThrow('recording.no-transcript')
  })
})
