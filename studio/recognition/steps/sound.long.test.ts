import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Library } from '../../library/library.ts'
import { newRecording, openedLibrary } from '../../library/testing/fixtures.ts'
import { type SoundFiles, soundFiles } from '../../sound/decode.ts'
import { decodeSound } from './sound.ts'

const run = promisify(execFile)
const SAMPLES = 60 * 16_000

describe.runIf(process.platform !== 'win32')('decodeSound (left out on Windows: a shell script)', () => {
  let started: string
  let noise: string
  let library: Library
  let recording: { readonly id: string; readonly path: string; readonly bytes: number }
  let files: SoundFiles

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo sound '))
    const { stdout } = await run('sh', ['-c', 'command -v ffmpeg; command -v ffprobe'])
    const [ffmpeg = '', ffprobe = ''] = stdout.trim().split('\n')
    started = path.join(folder, 'started')
    noise = path.join(folder, 'noise.wav')
    await run(ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', 'anoisesrc=duration=60:sample_rate=16000', noise])
    // Records its arguments whenever it is started.
    const counting = path.join(folder, 'ffmpeg')
    await writeFile(counting, `#!/bin/sh\necho "$*" >> '${started}'\nexec '${ffmpeg}' "$@"\n`)
    await chmod(counting, 0o755)
    process.env['FFMPEG_PATH'] = counting
    process.env['FFPROBE_PATH'] = ffprobe
    return () => rm(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    await rm(started, { force: true })
    library = await openedLibrary()
    const { size: bytes } = await stat(noise)
    recording = await library.addRecording(newRecording('noise', { path: noise, bytes }))
    files = soundFiles(path.join(library.folder, 'cache'), recording.id, 0)
  })

  const starts = async () =>
    (await readFile(started, 'utf8')).split('\n').filter((words) => words.includes(noise)).length
  const decode = (signal = new AbortController().signal, onProgress: (fraction: number) => void = () => {}) =>
    decodeSound(library, recording, 0, files, { signal, onProgress })

  it('decodes once where a page and a job want the same sound at once, and tells both how far it is', async () => {
    const reported: number[][] = [[], []]
    const facts = await Promise.all(reported.map((each) => decode(undefined, (at) => each.push(at))))
    expect(facts[0]).toEqual(facts[1])
    expect(facts[0]?.sampleCount).toBe(SAMPLES)
    expect(await starts()).toBe(1)
    expect(reported[0]?.length).toBeGreaterThan(0)
    expect(reported[1]).toEqual(reported[0])
  })

  it('goes on for whoever still wants it when another cancels', async () => {
    const cancelling = new AbortController()
    const canceled = decode(cancelling.signal, () => cancelling.abort())
    const other = decode()
    await expect(canceled).rejects.toMatchObject({ code: 'job.cancelled' })
    expect((await other).sampleCount).toBe(SAMPLES)
    expect(await starts()).toBe(1)
  })

  it('stops once nobody wants it any more, and begins anew for whoever asks then', async () => {
    const cancelling = new AbortController()
    const both = [decode(cancelling.signal), decode(cancelling.signal, () => cancelling.abort())]
    for (const each of await Promise.allSettled(both)) {
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'job.cancelled' } })
    }
    expect((await decode()).sampleCount).toBe(SAMPLES)
    expect(await starts()).toBe(2)
    expect(await readdir(path.dirname(files.pcm))).toHaveLength(4)
  })

  it('tells everybody who waits why it failed, and tries again for the next', async () => {
    await writeFile(noise.replace('noise', 'broken'), Buffer.alloc(0))
    const broken = { ...recording, path: noise.replace('noise', 'broken') }
    const decodeBroken = () =>
      decodeSound(library, broken, 0, files, { signal: new AbortController().signal, onProgress: () => {} })
    for (const each of await Promise.allSettled([decodeBroken(), decodeBroken()])) {
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'media.empty-file' } })
    }
    expect((await decode()).sampleCount).toBe(SAMPLES)
  })
})
