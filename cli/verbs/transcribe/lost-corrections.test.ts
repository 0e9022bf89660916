import { expect, it } from 'vitest'
import type { LiveChange } from '#core/live-text/live-record'
import { liveLine } from '#core/live-text/testing/live-lines'
import { finishedTranscript } from '#studio/library/testing/finished-transcript'
import { newRecording, openedLibrary } from '#studio/library/testing/fixtures'
import { reportLostCorrections } from './lost-corrections.ts'
import { Terminal } from '../../terminal/terminal.ts'

it('lists corrections and names that have no place, for the transcript that took the others', async () => {
  const library = await openedLibrary()
  const changes: LiveChange[] = [
    { kind: 'line', lineId: 'live-0', text: '' },
    { kind: 'name', source: 0, name: 'Ruth', lineIds: ['live-1'] },
  ]
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
    live: { lines: [liveLine(0, 'And a set', 0), liveLine(1, 'Far away.', 61_000)], changes },
    isRecovered: false,
  })
  const taken = await finishedTranscript(library, recordingId, { key: 'k', text: 'Nothing of it.' })
  const printedFor = async (transcriptId: string): Promise<string> => {
    let printed = ''
    const terminal = new Terminal('en', 'none', {
      stdout: { write: () => true },
      stderr: { write: (text) => (printed += text) },
    })
    await reportLostCorrections(library, terminal, 'meeting.mka', { recordingId, transcriptId })
    return printed
  }
  expect(await printedFor(taken)).toBe(
    '2 corrections made while recording were not placed in this text.\n' +
      '  0:00  Microphone: “And a set” → “(deleted)”\n' +
      '  Microphone  Name: Ruth\n',
  )
  expect(await printedFor('another')).toBe('')
  await library.putAwayLostChanges(recordingId)
  expect(await printedFor(taken)).toBe('')
})
