import { describe, expect, it } from 'vitest'
import { newRecording, openedCalls } from '../../testing/fixtures.ts'

describe('outputs', () => {
  it('are known by their path, the last one written there', () => {
    const calls = openedCalls()
    const { id } = calls.addRecording(newRecording('a'))
    const output = {
      path: '/out/a.srt',
      sha256: 'x',
      format: 'srt',
      recordingId: id,
      settingsKey: 'k',
      transcriptVersion: 3,
    }
    calls.recordOutput(output)
    expect(calls.output('/out/a.srt')).toEqual(output)
    expect(calls.output('/out/b.srt')).toBeUndefined()
    calls.recordOutput({ ...output, sha256: 'y', transcriptVersion: 4 })
    expect(calls.outputsOf(id)).toEqual([{ ...output, sha256: 'y', transcriptVersion: 4 }])
  })
})
