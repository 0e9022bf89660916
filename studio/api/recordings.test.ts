import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { twoVoicesEn } from '../../cli/testing/speech.ts'
import { newRecording, paragraph, sha256Of } from '../library/testing/fixtures.ts'
import { openedService } from '../testing/opened-service.ts'
import { codeOf } from './testing/code-of.ts'
import { recordingWithTranscript } from './testing/recording-with-transcript.ts'

describe('a page in a browser', () => {
  it('never sees where a recording lies, nor names a place', async () => {
    const { page } = await openedService()
    const { recordingId } = await page().call('recordings.add', { path: twoVoicesEn })
    const browser = page({ local: false })
    const seen = JSON.stringify([
      await browser.call('recordings.list', {}),
      await browser.call('recordings.get', { recordingId }),
      await browser.call('recordings.details', { recordingId }),
      await browser.call('recordings.deletion', { recordingId }),
    ])
    expect(seen).not.toContain(path.dirname(twoVoicesEn))
    expect(await codeOf(browser.call('recordings.add', { path: twoVoicesEn }))).toBe('call.not-here')
    expect(await codeOf(browser.call('recordings.locate', { recordingId, path: twoVoicesEn }))).toBe(
      'call.not-here',
    )
    expect(await codeOf(browser.call('models.add', { folder: '/' }))).toBe('call.not-here')
  })
})

describe('title and tags', () => {
  it('are the person’s, told to every page', async () => {
    const { page } = await openedService()
    const [window, other] = [page(), page()]
    const { recordingId } = await window.call('recordings.addSample', { language: 'en' })
    other.watch(0)
    await window.call('recordings.rename', { recordingId, title: 'Board, March' })
    await window.call('recordings.setTags', {
      recordingId,
      tags: ['work', ' Board ', 'Work', 'e\u0301te\u0301'],
    })
    await other.event(({ kind }) => kind === 'recording-updated')
    expect(await other.call('recordings.get', { recordingId })).toMatchObject({
      title: 'Board, March',
      tags: ['work', 'Board', 'été'],
    })
    await window.call('recordings.setTags', { recordingId, tags: [] })
    expect((await window.call('recordings.get', { recordingId })).tags).toEqual([])
  })

  it('of a recording that is not there are refused', async () => {
    const { page } = await openedService()
    expect(await codeOf(page().call('recordings.rename', { recordingId: 'none', title: 'x' }))).toBe(
      'recording.unknown',
    )
    expect(await codeOf(page().call('recordings.setTags', { recordingId: 'none', tags: [] }))).toBe(
      'recording.unknown',
    )
  })
})

describe('the sound to play', () => {
  it('is made again where the cache was deleted, once however often it is asked for', async () => {
    const { service, page } = await openedService()
    const { library, cacheFolder } = service.studio
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
    // Nothing has been decoded yet: a job does that.
    await window.call('recordings.prepareSound', { recordingId })
    expect((await window.call('recordings.get', { recordingId })).playable).toBe(false)

    const track = { recordingId, index: 0, durationMs: 1, sampleCount: 1, pcmSha256: 'x', codec: 'opus' }
    await library.saveTrack(track)
    window.watch()
    await Promise.all([1, 2, 3].map(() => window.call('recordings.prepareSound', { recordingId })))
    await window.event(({ kind }) => kind === 'track-saved')
    const card = await window.call('recordings.get', { recordingId })
    expect(card).toMatchObject({ playable: true, durationMs: 7_695 })
    expect((await readdir(path.join(cacheFolder, recordingId))).sort()).toEqual([
      'track-0.levels',
      'track-0.pcm',
      'track-0.peaks',
      'track-0.webm',
    ])
    expect(window.events.filter(({ kind }) => kind === 'track-saved')).toHaveLength(1)
  })

  it('cannot be made where the original is gone too', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    const { id: recordingId } = await library.addRecording(newRecording('gone'))
    const track = { recordingId, index: 0, durationMs: 1, sampleCount: 1, pcmSha256: 'x', codec: 'opus' }
    await library.saveTrack(track)
    expect(await codeOf(page().call('recordings.prepareSound', { recordingId }))).toBe('media.moved')
  })
})

describe('deleting', () => {
  it('names what goes, and leaves the original where it is', async () => {
    const { service, page } = await openedService()
    const { recordingId, transcriptId } = await recordingWithTranscript(service.studio.library, 'to go')
    await service.studio.library.putParagraphs(transcriptId, [paragraph('p1', 'one two')])
    const mark = { id: 'c', kind: 'comment', fromWordId: 'p1w.0', toWordId: 'p1w.0', value: 'why?' } as const
    const comment = { kind: 'set-mark', id: 'e1', mark } as const
    await service.studio.library.applyEdits(transcriptId, [comment], { baseNumber: 0 })
    await service.studio.library.setMoment(recordingId, { id: 'm', kind: 'bookmark', atMs: 10, value: '' })
    const cache = path.join(service.studio.cacheFolder, recordingId)
    await mkdir(cache, { recursive: true })
    await writeFile(path.join(cache, 'track-0.pcm'), Buffer.alloc(1_000))
    const window = page()
    expect(await window.call('recordings.deletion', { recordingId })).toEqual({
      title: 'to go',
      transcripts: 1,
      corrections: 0,
      notes: 2,
      cachedBytes: 1_000,
      originalGoes: false,
      originalStays: true,
      rememberedVoices: [],
      backups: 0,
      damagedCopies: 0,
      dueOn: null,
      canCut: false,
    })
    expect(await window.call('recordings.delete', { recordingId })).toEqual({
      files: 1,
      backups: 0,
      isErased: true,
    })
    expect(await window.call('recordings.list', {})).toEqual([])
    expect(await codeOf(window.call('recordings.delete', { recordingId }))).toBe('recording.unknown')
  })

  it('counts the places that were changed, not the keys that it took', async () => {
    const { service, page } = await openedService()
    const { recordingId, transcriptId } = await recordingWithTranscript(service.studio.library, 'typed in')
    await service.studio.library.putParagraphs(transcriptId, [paragraph('p1', 'one two three')])
    const window = page()
    for (const [index, text] of ['one t three', 'one tw three', 'one tow three'].entries()) {
      const edit = { kind: 'replace-text', id: `e${index}`, paragraphId: 'p1', text } as const
      await window.call('transcripts.edit', { transcriptId, edits: [edit], baseNumber: index })
    }
    expect(await window.call('recordings.deletion', { recordingId })).toMatchObject({ corrections: 1 })
  })

  it('never takes a file that lies beside the library’s own', async () => {
    const { service, page } = await openedService()
    const file = path.join(service.studio.dataFolder, 'media', 'mine.mp3')
    await writeFile(file, 'mine')
    const { id } = await service.studio.library.addRecording(
      newRecording('mine', { path: file, sha256: sha256Of('x') }),
    )
    await page().call('recordings.delete', { recordingId: id })
    expect(await readdir(path.dirname(file))).toEqual(['mine.mp3'])
  })
})

describe('trimming', () => {
  it('keeps a part, told to every page, and all of it again', async () => {
    const { page } = await openedService()
    const [window, other] = [page(), page()]
    const { recordingId } = await window.call('recordings.addSample', { language: 'en' })
    other.watch(0)
    const part = { startMs: 1_000, endMs: 5_000 }
    await window.call('recordings.trim', { recordingId, part })
    await other.event(({ kind }) => kind === 'recording-updated')
    expect((await other.call('recordings.get', { recordingId })).trim).toEqual(part)
    await window.call('recordings.trim', { recordingId, part: null })
    expect((await other.call('recordings.get', { recordingId })).trim).toBeNull()
  })

  it('refuses a part without length, and one beyond the end', async () => {
    const { page, service } = await openedService()
    const recording = await service.studio.library.addRecording(newRecording('a talk'))
    await service.studio.library.saveTrack({
      recordingId: recording.id,
      index: 0,
      durationMs: 8_200,
      sampleCount: 1,
      pcmSha256: 'pcm',
      codec: 'mp3',
    })
    const trim = (startMs: number, endMs: number) =>
      page().call('recordings.trim', { recordingId: recording.id, part: { startMs, endMs } })
    expect(await codeOf(trim(5_000, 5_000))).toBe('range.empty')
    expect(await codeOf(trim(0, 60_000))).toBe('range.beyond-end')
    // Players round lengths up; the part is clamped to the recording's end.
    await trim(1_000, 9_000)
    const { trim: kept } = await page().call('recordings.get', { recordingId: recording.id })
    expect(kept).toEqual({ startMs: 1_000, endMs: 8_200 })
  })
})
