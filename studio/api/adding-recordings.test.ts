import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { oneVoiceEn, twoVoicesEn } from '../../cli/testing/speech.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { codeOf } from './testing/code-of.ts'

describe('adding', () => {
  it('by a path refers to the file, and tells what is in it before it is decoded', async () => {
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
    const card = await window.call('recordings.get', { recordingId })
    expect(card).toMatchObject({
      title: 'two-voices-8s-en',
      fileName: 'two-voices-8s-en.opus',
      path: twoVoicesEn,
      durationMs: null,
      hasVideo: false,
      playable: false,
      missing: false,
      transcript: null,
      job: null,
    })
    const details = await window.call('recordings.details', { recordingId })
    expect(details).toMatchObject({
      tracks: [{ index: 0, codec: 'opus', channels: 1 }],
      folder: path.dirname(twoVoicesEn),
    })
    expect(await window.call('recordings.add', { path: twoVoicesEn })).toEqual({
      recordingId,
      transcript: null,
    })
    expect(await window.call('recordings.list', {})).toHaveLength(1)
  })

  it('tells a video from sound with a cover picture', async () => {
    const folder = await temporaryFolder()
    const [video, cover] = [path.join(folder, 'film.mp4'), path.join(folder, 'song.mp3')]
    const picture = path.join(folder, 'cover.png')
    await ffmpeg(
      '-f',
      'lavfi',
      '-i',
      'testsrc=d=1:s=64x48:r=5',
      '-i',
      twoVoicesEn,
      '-shortest',
      '-c:v',
      'mpeg4',
      video,
    )
    await ffmpeg('-f', 'lavfi', '-i', 'color=red:s=64x64', '-frames:v', '1', picture)
    await ffmpeg(
      ['-i', twoVoicesEn, '-i', picture, '-map', '0:a', '-map', '1:v'],
      ['-disposition:v', 'attached_pic', cover],
    )
    const { page } = await openedService()
    const window = page()
    const hasVideo = async (file: string) => {
      const { recordingId } = await window.call('recordings.add', { path: file })
      return (await window.call('recordings.get', { recordingId })).hasVideo
    }
    expect([await hasVideo(video), await hasVideo(cover)]).toEqual([true, false])
  })

  it('as a copy keeps the file in the library, and it goes with its recording', async () => {
    const folder = await temporaryFolder()
    const file = path.join(folder, 'talk.opus')
    await copyFile(twoVoicesEn, file)
    const { page, folder: home } = await openedService()
    const window = page()
    await window.call('program.setPreferences', { copyOriginals: true })
    const { recordingId } = await window.call('recordings.add', { path: file })
    await rm(file)
    const card = await window.call('recordings.get', { recordingId })
    expect(card).toMatchObject({ missing: false, path: null, fileName: 'talk.opus' })
    expect(await window.call('recordings.deletion', { recordingId })).toMatchObject({ originalGoes: true })
    expect(await window.call('recordings.delete', { recordingId })).toMatchObject({ files: 1 })
    expect(await readdir(path.join(home, 'media'))).toEqual([])
  })

  it('the sample gives it its own name once, which a person may change', async () => {
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.addSample', { language: 'fr' })
    const title = async () => (await window.call('recordings.get', { recordingId })).title
    expect(await title()).toBe('Conversation d’exemple')
    await window.call('recordings.rename', { recordingId, title: 'À moi' })
    expect(await window.call('recordings.addSample', { language: 'fr' })).toEqual({ recordingId })
    expect(await title()).toBe('À moi')
  })

  it('what is no recording says why', async () => {
    const folder = await temporaryFolder()
    const text = path.join(folder, 'notes.txt')
    const data = path.join(folder, 'notes.bin')
    for (const file of [text, data]) await writeFile(file, 'no sound')
    const { page } = await openedService()
    expect(await codeOf(page().call('recordings.add', { path: data }))).toMatch(/^media\./u)
    // A text must be aligned with its recording first.
    expect(await codeOf(page().call('recordings.add', { path: text }))).toBe('transcript.no-times')
    expect(await codeOf(page().call('recordings.add', { path: path.join(folder, 'none') }))).toBe(
      'media.not-found',
    )
  })
})

describe('an original that has moved', () => {
  it('is missing until it is located, and only by its own content', async () => {
    const folder = await temporaryFolder()
    const [before, after] = [path.join(folder, 'talk.opus'), path.join(folder, 'archive', 'renamed.opus')]
    await copyFile(twoVoicesEn, before)
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: before })
    await mkdir(path.dirname(after))
    await rename(before, after)
    expect((await window.call('recordings.get', { recordingId })).missing).toBe(true)
    expect(await codeOf(window.call('recordings.locate', { recordingId, path: oneVoiceEn }))).toBe(
      'import.other-file',
    )
    await window.call('recordings.locate', { recordingId, path: after })
    const card = await window.call('recordings.get', { recordingId })
    expect(card).toMatchObject({ missing: false, path: after, fileName: 'renamed.opus', title: 'talk' })
  })
})
