import { expect, it } from 'vitest'
import type { LiveChange } from '#core/live-text/live-record'
import { liveLine } from '#core/live-text/testing/live-lines'
import { newRecording, openedLibrary } from '#studio/library/testing/fixtures'
import { reportLostCorrections } from './lost-corrections.ts'
import { Terminal } from './terminal.ts'

it('lists corrections and names that have no place, for the transcript that took the others', async () => {
  const library = await openedLibrary()
  const change: LiveChange = { kind: 'line', lineId: 'live-0', text: 'Anna said so.' }
  const { id: recordingId } = await library.addRecorded({
    runningId: 'run',
    recording: newRecording('meeting'),
    facts: {
      startedAtMs: 0,
      endedAtMs: 60_000,
      durationMs: 60_000,
      language: 'en',
      people: null,
      type: 'meeting',
      consent: null,
      sources: [{ name: 'Microphone', role: 'microphone', device: 'mic' }],
    },
    moments: [],
    live: { lines: [liveLine(0, 'Anna said it.', 0)], changes: [change] },
    isRecovered: false,
  })
  await library.setLiveTextTaken(recordingId, 't1', {
    corrections: [
      { lineId: 'live-0', source: 0, startMs: 61_000, endMs: 62_000, was: 'And a set', text: '' },
    ],
    names: [{ source: 0, name: 'Ruth' }],
  })
  const printedFor = async (transcriptId: string): Promise<string> => {
    let printed = ''
    const terminal = new Terminal('en', 'none', {
      stdout: { write: () => true },
      stderr: { write: (text) => (printed += text) },
    })
    await reportLostCorrections(library, terminal, 'meeting.mka', { recordingId, transcriptId })
    return printed
  }
  expect(await printedFor('t1')).toBe(
    '2 corrections made while recording could not be placed in this text.\n' +
      '  1:01  Microphone: “And a set” → “(deleted)”\n' +
      '  Microphone  Name: Ruth\n',
  )
  expect(await printedFor('t2')).toBe('')
  await library.putAwayLostChanges(recordingId)
  expect(await printedFor('t1')).toBe('')
})
