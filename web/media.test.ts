import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { otherDrive } from '../studio/drives/testing/hung-drive.ts'
import { newRecording } from '../studio/library/testing/fixtures.ts'
import { MAX_BYTES_PER_RANGE } from './media.ts'
import { openedHost, type OpenedHost } from './testing/opened-host.ts'
import { heldRequest } from './testing/raw-request.ts'
import { SocketPage } from './testing/socket-page.ts'

/** A recording with these bytes as original and decoded sound. */
async function recordingOf(host: OpenedHost, bytes: Buffer, name = 'film.mp4') {
  const { library, cacheFolder } = host.service.studio
  const file = path.join(host.folder, name)
  await writeFile(file, bytes)
  const { id } = await library.addRecording(newRecording(name, { path: file, fileName: name }))
  await mkdir(path.join(cacheFolder, id), { recursive: true })
  await writeFile(path.join(cacheFolder, id, 'track-0.webm'), bytes)
  await writeFile(path.join(cacheFolder, id, 'track-0.peaks'), bytes.subarray(0, 100))
  await library.saveTrack({
    recordingId: id,
    index: 0,
    durationMs: 1_000,
    sampleCount: 16_000,
    pcmSha256: 'a',
    codec: 'opus',
  })
  return { id, file }
}

const counted = (length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, index) => index % 251))

describe('the sound of a recording', () => {
  it('is there whole, by its id alone, in each of its kinds', async () => {
    const host = await openedHost()
    const bytes = counted(1_000)
    const { id } = await recordingOf(host, bytes)
    const sound = await host.ask('GET', `/media/${id}/sound`)
    expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/webm'])
    expect(sound.body).toEqual(bytes)
    expect(sound.headers.get('accept-ranges')).toBe('bytes')
    expect(sound.headers.get('content-security-policy')).toContain('sandbox')
    const original = await host.ask('GET', `/media/${id}/original`)
    expect([original.body.length, original.headers.get('content-type')]).toEqual([1_000, 'video/mp4'])
    expect((await host.ask('GET', `/media/${id}/peaks`)).body).toEqual(bytes.subarray(0, 100))
    for (const target of [`/media/${id}`, `/media/${id}/pcm`, `/media/${id}/sound/x`, '/media/none/sound']) {
      expect((await host.ask('GET', target)).status).toBe(404)
    }
  })

  it('is never a page, whatever its file is called', async () => {
    const host = await openedHost()
    const { id } = await recordingOf(host, Buffer.from('<script>alert(1)</script>'), 'talk.html')
    const { headers } = await host.ask('GET', `/media/${id}/original`)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('that is gone, or not decoded, is not found', async () => {
    const host = await openedHost()
    const { id } = await host.service.studio.library.addRecording(newRecording('gone'))
    for (const kind of ['sound', 'original', 'peaks'])
      expect((await host.ask('GET', `/media/${id}/${kind}`)).status).toBe(404)
  })
})

describe('a range', () => {
  const cases: readonly [string, number, string | undefined, number, number][] = [
    ['bytes=0-99', 206, 'bytes 0-99/1000', 0, 100],
    ['bytes=900-', 206, 'bytes 900-999/1000', 900, 1_000],
    ['bytes=-100', 206, 'bytes 900-999/1000', 900, 1_000],
    ['bytes=-5000', 206, 'bytes 0-999/1000', 0, 1_000],
    ['bytes=999-2000', 206, 'bytes 999-999/1000', 999, 1_000],
    ['bytes=0-0', 206, 'bytes 0-0/1000', 0, 1],
    ['bytes=1000-', 416, 'bytes */1000', 0, 0],
    ['bytes=-0', 416, 'bytes */1000', 0, 0],
    // Malformed ranges, and several at once, are answered with the whole file.
    ['bytes=9-3', 200, undefined, 0, 1_000],
    ['bytes=0-1,5-6', 200, undefined, 0, 1_000],
    ['lines=0-9', 200, undefined, 0, 1_000],
    ['bytes=-', 200, undefined, 0, 1_000],
  ]
  it.each(cases)('%s is answered with %i', async (range, status, contentRange, from, to) => {
    const host = await openedHost()
    const bytes = counted(1_000)
    const { id } = await recordingOf(host, bytes)
    const answer = await host.ask('GET', `/media/${id}/sound`, [`Range: ${range}`])
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange])
    expect(answer.body).toEqual(bytes.subarray(from, to))
    const head = await host.ask('HEAD', `/media/${id}/sound`, [`Range: ${range}`])
    expect([head.status, head.headers.get('content-range'), head.body.length]).toEqual([
      status,
      contentRange,
      0,
    ])
    expect(head.headers.get('content-length')).toBe(String(to - from))
  })

  it('of what has changed since is answered with the whole', async () => {
    const host = await openedHost()
    const { id, file } = await recordingOf(host, counted(1_000))
    const first = await host.ask('GET', `/media/${id}/original`, ['Range: bytes=0-9'])
    const etag = first.headers.get('etag') ?? ''
    const range = ['Range: bytes=10-19', `If-Range: ${etag}`]
    expect((await host.ask('GET', `/media/${id}/original`, range)).status).toBe(206)
    expect((await host.ask('GET', `/media/${id}/original`, [`If-None-Match: ${etag}`])).status).toBe(304)
    await writeFile(file, counted(2_000))
    const changed = await host.ask('GET', `/media/${id}/original`, range)
    expect([changed.status, changed.body.length]).toEqual([200, 2_000])
  })

  it('of a long film is answered in pieces that a browser takes in at once', async () => {
    const host = await openedHost()
    const bytes = counted(MAX_BYTES_PER_RANGE + 5_000)
    const { id } = await recordingOf(host, bytes)
    const first = await host.ask('GET', `/media/${id}/original`, ['Range: bytes=0-'])
    expect(first.headers.get('content-range')).toBe(`bytes 0-${MAX_BYTES_PER_RANGE - 1}/${bytes.length}`)
    const rest = await host.ask('GET', `/media/${id}/original`, [`Range: bytes=${MAX_BYTES_PER_RANGE}-`])
    expect(Buffer.concat([first.body, rest.body]).equals(bytes)).toBe(true)
  })
})

describe('many players at once', () => {
  it('that take nothing hold nothing up: page and calls still answer, and what they held is closed', async () => {
    const host = await openedHost()
    const { id } = await recordingOf(host, Buffer.alloc(40_000_000, 1))
    const lines = [`GET /media/${id}/original HTTP/1.1`, ...host.own]
    const held = await Promise.all(Array.from({ length: 12 }, () => heldRequest(host.port, lines)))
    const page = await SocketPage.open(host.port, host.token)
    expect(await page.call('recordings.list', {})).toHaveLength(1)
    expect((await host.ask('GET', '/')).status).toBe(200)
    expect((await host.ask('GET', `/media/${id}/sound`, ['Range: bytes=5-6'])).status).toBe(206)
    const closed = held.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    for (const socket of held) socket.destroy()
    await Promise.all(closed)
    expect((await page.call('recordings.delete', { recordingId: id })).files).toBe(2)
    expect(host.troubles).toEqual([])
  })
})

describe('an original on another drive', () => {
  it("is played by the drive's process; where the drive does not answer, all else still does", async () => {
    const host = await openedHost()
    const bytes = counted(MAX_BYTES_PER_RANGE + 5_000)
    const { id, file } = await recordingOf(host, bytes)
    const nas = path.join(host.folder, 'nas')
    await mkdir(nas)
    const moved = path.join(nas, 'film.mp4')
    await rename(file, moved)
    const { library } = host.service.studio
    await library.addRecording(newRecording('film.mp4', { path: moved, fileName: 'film.mp4' }))
    const drive = otherDrive(nas)
    const whole = await host.ask('GET', `/media/${id}/original`)
    expect(whole.body.equals(bytes)).toBe(true)
    const range = ['Range: bytes=1000000-1000099']
    const part = await host.ask('GET', `/media/${id}/original`, range)
    expect([part.status, part.body]).toEqual([206, bytes.subarray(1_000_000, 1_000_100)])
    expect(drive.asked).not.toEqual([])
    drive.hang()
    const asked = host.ask('GET', `/media/${id}/original`, range)
    const page = await SocketPage.open(host.port, host.token)
    expect(await page.call('recordings.list', {})).toMatchObject([{ id, missing: false }])
    expect((await host.ask('GET', `/media/${id}/sound`, ['Range: bytes=5-6'])).status).toBe(206)
    expect((await asked).status).toBe(503)
    expect(host.troubles).toEqual([])
  })
})

describe('a film that waits to be downloaded', () => {
  it('is a file to save under its name, and gone once it is deleted', async () => {
    const host = await openedHost()
    const bytes = counted(3_000)
    const { id: recordingId } = await recordingOf(host, bytes)
    const { library, cacheFolder } = host.service.studio
    await host.service.runner.close()
    const settings = {
      request: 'r',
      transcriptId: 't',
      film: 'mkv',
      captionNames: 'never',
      fileName: "it's é.mkv",
      path: null,
      offsetMs: 0,
    }
    const { id } = await library.requestJob({
      recordingId,
      kind: 'captioned-video',
      settings,
      settingsKey: 'k',
    })
    const claim = await library.claimJob(id, library.self)
    if ('lease' in claim) await library.finishJob(claim.lease)
    const folder = path.join(cacheFolder, recordingId, 'films')
    await mkdir(folder)
    await writeFile(path.join(folder, id), bytes)
    const film = await host.ask('GET', `/films/${id}`)
    expect([film.status, film.headers.get('content-type')]).toEqual([200, 'video/x-matroska'])
    expect(film.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''it%27s%20%C3%A9.mkv`)
    expect(film.body).toEqual(bytes)
    await rm(path.join(folder, id))
    for (const target of [`/films/${id}`, '/films/none', `/films/${id}/x`]) {
      expect((await host.ask('GET', target)).status).toBe(404)
    }
  })
})
