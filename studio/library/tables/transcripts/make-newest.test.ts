import { expect, it } from 'vitest'
import { begunTranscript, openedCalls, paragraph, run } from '../../testing/fixtures.ts'

/** A recording with two finished transcripts; the second is current. */
function twoTranscripts() {
  const calls = openedCalls()
  const { recording, transcriptId: first } = begunTranscript(calls)
  const recordingId = recording.id
  const make = (settingsKey: string): string => {
    const job = calls.requestJob({ recordingId, kind: 'transcribe', settings: {}, settingsKey })
    return calls.startTranscript({ recordingId, jobId: job.id, language: 'en', run, settingsKey }).id
  }
  const second = make('k2')
  calls.putParagraphs(first, [paragraph('p1', 'the first')])
  calls.putParagraphs(second, [paragraph('p1', 'the second')])
  for (const id of [first, second]) calls.finishTranscript(id)
  const shown = () => calls.transcriptsOf(recordingId).find(({ current }) => current)?.id
  return { calls, first, second, shown, make }
}

it('a former transcript is the current one again, found and reported, until a later one is made', () => {
  const { calls, first, second, shown, make } = twoTranscripts()
  expect(shown()).toBe(second)
  calls.makeNewest(first)
  expect(shown()).toBe(first)
  expect(calls.search('first', 10)).toHaveLength(1)
  expect(calls.search('second', 10)).toEqual([])
  expect(calls.eventsSince(0).at(-1)).toMatchObject({
    kind: 'transcript-finished',
    touched: { transcriptId: first },
  })
  const third = make('k3')
  expect(new Set([first, second, third]).size).toBe(3)
  calls.finishTranscript(third)
  expect(shown()).toBe(third)
})

it('what a person corrected stays the one that is shown', () => {
  const { calls, first, second, shown } = twoTranscripts()
  const edit = { kind: 'replace-text', id: 'e1', paragraphId: 'p1', text: 'corrected' } as const
  calls.applyEdits(second, [edit], { baseNumber: 0 })
  calls.makeNewest(first)
  expect(shown()).toBe(second)
})

it('one that is not there is refused', () => {
  expect(() => twoTranscripts().calls.makeNewest('none')).toThrow('recording.no-transcript')
})
