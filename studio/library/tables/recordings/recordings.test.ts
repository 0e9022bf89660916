import { describe, expect, it } from 'vitest'
import { begunTranscript, newRecording, openedCalls, paragraph, sha256Of } from '../../testing/fixtures.ts'

describe('addRecording', () => {
  it('knows a recording by its content', () => {
    const calls = openedCalls()
    const first = calls.addRecording(newRecording('a'))
    const moved = calls.addRecording(
      newRecording('a', { path: '/elsewhere/b.mp3', fileName: 'b.mp3', title: 'b', bytes: 1000, mtimeMs: 5 }),
    )
    expect(moved).toEqual({ ...first, path: '/elsewhere/b.mp3', fileName: 'b.mp3', mtimeMs: 5 })
    expect(calls.recordings()).toEqual([moved])
  })

  it('names it by 12 digits of its hash, and by more where they are taken', () => {
    const calls = openedCalls()
    const sha256 = (end: string) => `0123456789ab${end}`.padEnd(64, '0')
    const ids = ['aaaa', 'bbbb', 'aaaacccc', 'aaaadddd'].map(
      (end) => calls.addRecording(newRecording(end, { sha256: sha256(end) })).id,
    )
    expect(ids).toEqual(['0123456789ab', '0123456789abbbbb', '0123456789abaaaa', '0123456789abaaaadddd'])
  })
})

describe('findRecordingByFile', () => {
  it('finds by path, size and time together', () => {
    const calls = openedCalls()
    const { path, bytes, mtimeMs, sha256 } = newRecording('a')
    calls.addRecording(newRecording('a'))
    expect(calls.findRecordingByFile(path, bytes, mtimeMs)?.sha256).toBe(sha256)
    expect(calls.findRecordingByFile(path, bytes + 1, mtimeMs)).toBeUndefined()
    expect(calls.findRecordingByFile(path, bytes, mtimeMs + 0.25)).toBeUndefined()
    expect(calls.findRecordingByFile('/other', bytes, mtimeMs)).toBeUndefined()
  })
})

describe('recording', () => {
  it('finds by id, its beginning, title, file name and path', () => {
    const calls = openedCalls()
    const { id } = calls.addRecording(newRecording('Réunion', { title: 'Réunion du lundi'.normalize('NFD') }))
    calls.addRecording(newRecording('other'))
    const references = [id, id.slice(0, 7), 'Réunion du lundi', 'Réunion.mp3', '/recordings/Réunion.mp3']
    for (const reference of references) expect(calls.recording(reference).id).toBe(id)
  })

  it('does not guess', () => {
    const calls = openedCalls()
    expect(() => calls.recording('')).toThrow('recording.unknown')
    expect(() => calls.recording('no such')).toThrow(
      expect.objectContaining({ code: 'recording.unknown', values: { reference: 'no such' } }),
    )
    const ids = ['a', 'b'].map((name) => calls.addRecording(newRecording(name, { title: 'same' })).id)
    expect(() => calls.recording('same')).toThrow(
      expect.objectContaining({
        code: 'recording.ambiguous',
        values: { reference: 'same', ids: ids.toSorted().join(', ') },
      }),
    )
    expect(() => calls.recording('6')).toThrow('recording.ambiguous')
  })

  it('takes the last of two that lay at one path', () => {
    const calls = openedCalls()
    calls.addRecording(newRecording('old', { path: '/a.mp3' }))
    const { id } = calls.addRecording(newRecording('new', { path: '/a.mp3' }))
    expect(calls.recording('/a.mp3').id).toBe(id)
  })
})

describe('tracks', () => {
  it('are kept whole, and give the recording its duration', () => {
    const calls = openedCalls()
    const { id } = calls.addRecording(newRecording('a'))
    const track = {
      recordingId: id,
      index: 1,
      durationMs: 61_000,
      sampleCount: 976_000,
      pcmSha256: sha256Of('pcm'),
      codec: 'opus',
      details: { channels: 2, language: null },
    }
    calls.saveTrack(track)
    expect(calls.track(id, 1)).toEqual(track)
    expect(calls.track(id, 0)).toBeUndefined()
    calls.saveTrack({ ...track, index: 0, durationMs: 5, details: {} })
    expect(calls.tracksOf(id).map(({ index }) => index)).toEqual([0, 1])
    expect(calls.recording(id).durationMs).toBe(5)
  })
})

describe('deleteRecording', () => {
  it('takes along everything that hangs on it, and says what is left to delete', () => {
    const calls = openedCalls()
    const { recording, job, transcriptId } = begunTranscript(calls, 'gone')
    const other = calls.addRecording(newRecording('stays'))
    const track = { index: 0, durationMs: 1, sampleCount: 16, codec: 'mp3' }
    calls.saveTrack({ ...track, recordingId: recording.id, pcmSha256: 'own' })
    calls.saveTrack({ ...track, recordingId: recording.id, index: 1, pcmSha256: 'shared' })
    calls.saveTrack({ ...track, recordingId: other.id, pcmSha256: 'shared' })
    const claim = calls.claimJob(job.id, calls.self)
    const lease = 'lease' in claim ? claim.lease : 0
    calls.saveChunk(lease, 'words', 'k1', 'own', '{}')
    calls.saveChunk(lease, 'words', 'k2', 'shared', '{}')
    calls.putParagraphs(transcriptId, [paragraph('p1', 'hello there')])
    calls.recordOutput({
      path: '/out/gone.srt',
      sha256: 'x',
      format: 'srt',
      recordingId: recording.id,
      settingsKey: 'k1',
      transcriptVersion: 1,
    })
    calls.setSetting(`marks-declined.${transcriptId}.x`, true)

    const deletion = calls.deleteRecording(recording.id)
    expect(deletion).toEqual({
      number: 1,
      recordingId: recording.id,
      places: [`cache/${recording.id}`, `media/${recording.sha256.slice(0, 24)}`],
      names: ['gone', 'gone.mp3', recording.path, '/out/gone.srt'],
      isInBackups: true,
    })

    expect(calls.recordings()).toEqual([calls.recording(other.id)])
    expect(calls.chunks('words', ['k1', 'k2'])).toEqual([undefined, '{}'])
    expect(calls.search('hello', 10)).toEqual([])
    expect(calls.setting(`marks-declined.${transcriptId}.x`)).toBeUndefined()
    expect(JSON.stringify(calls.eventsSince(0))).not.toContain('gone.srt')
    expect(calls.deleteRecording(recording.id)).toEqual(deletion)
    calls.finishDeletion(deletion.number)
    expect(calls.unfinishedDeletions()).toEqual([])
    expect(calls.erase()).toBe(true)
    expect(calls.settings()).toEqual({})
    expect(calls.output('/out/gone.srt')).toBeUndefined()
    expect(() => calls.storedTranscript(transcriptId)).toThrow('recording.no-transcript')
    expect(() => calls.finishJob(lease)).toThrow('job.lease-lost')
    for (const table of ['paragraphs', 'transcripts', 'jobs', 'leases', 'outputs']) {
      expect([table, calls.store.rows(`SELECT 1 FROM ${table}`)]).toEqual([table, []])
    }
    expect(calls.store.rows("SELECT 1 FROM paragraph_search WHERE paragraph_search MATCH 'hello'")).toEqual(
      [],
    )
    expect(calls.store.database.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('says so when there is none', () => {
    expect(() => openedCalls().deleteRecording('abc')).toThrow('recording.unknown')
  })
})
