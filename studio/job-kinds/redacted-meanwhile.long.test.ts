import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { usualClip } from '#core/clips/clip-choices'
import { defaultOutput } from '#core/formats/output-options'
import { usualSound } from '#core/formats/sounds/sound-files'
import type { JobRecord } from '../library/library.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { ffmpeg, lavfi, run } from '../sound/captioned/testing/films.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { captionedVideoKind } from './captioned-video.ts'
import { clipKind } from './clip.ts'
import { soundFileKind } from './sound-file.ts'
import { redactLastWord } from './testing/redact-last-word.ts'

const vtt = 'WEBVTT\n\n00:00.200 --> 00:02.200\n<v Anna>We met at Elmwood\n'
const file = { request: 'r', fileName: 'x' }
const project = { ...file, ...usualSound, sound: 'mp3', inProject: true }
const choices = { ...usualClip, shape: '1:1', picture: 'wave', title: false, names: false }
const clip = { ...file, fromMs: 100, toMs: 2_500, cut: false, sound: null, choices }
const { captionBox, speakerColors } = defaultOutput
const film = {
  ...file,
  captionNames: 'never',
  offsetMs: 0,
  translation: null,
  allLanguages: false,
  captionBox,
  speakerColors,
  film: 'mkv',
  cut: false,
}

/** How loud it is where the last word is said, as the greatest sample (0 to 1). */
async function loudest(made: string): Promise<number> {
  const words = ['-v', 'error', '-ss', '1.9', '-t', '0.2', '-i', made, '-ac', '1', '-f', 'f32le', '-']
  const { stdout } = await run('ffmpeg', words, { encoding: 'buffer' })
  return new Float32Array(Uint8Array.from(stdout).buffer).reduce(
    (most, each) => Math.max(most, Math.abs(each)),
    0,
  )
}

it.each([
  ['qdpx', project, soundFileKind],
  ['mp4', clip, clipKind],
  ['mkv', film, captionedVideoKind],
] as const)('%s: nothing of a word that is redacted while it is made', async (ending, settings, kindOf) => {
  const folder = await temporaryFolder()
  await ffmpeg(lavfi('sine=duration=3'), ['-c:a', 'pcm_s16le', path.join(folder, 'talk.wav')])
  await writeFile(path.join(folder, 'talk.vtt'), vtt)
  const { page: connect, service } = await openedService()
  const { recordingId } = await connect().call('recordings.add', { path: path.join(folder, 'talk.vtt') })
  const { transcript } = await connect().call('recordings.get', { recordingId })
  const transcriptId = transcript?.id ?? ''
  let redacted: Promise<void> | undefined
  // The next look at what is redacted comes after it, however soon the file is whole.
  const library = new Proxy(service.studio.library, {
    get: (target, name, receiver) =>
      name === 'transcript'
        ? async (id: string) => {
            await redacted
            return target.transcript(id)
          }
        : (Reflect.get(target, name, receiver) as unknown),
  })
  const output = path.join(folder, `made.${ending}`)
  const kind: JobKind = kindOf({ ...service.studio, library, isLowPriority: () => false })
  const job = { id: 'j', recordingId, settings: { ...settings, transcriptId, path: output } }
  await kind.run({
    job: job as unknown as JobRecord,
    lease: 1,
    signal: new AbortController().signal,
    report: (_step, fraction) => {
      if (fraction > 0) redacted ??= redactLastWord(service.studio.library, transcriptId)
    },
  })
  expect(redacted).toBeDefined()
  expect((await readdir(folder)).toSorted()).toEqual([`made.${ending}`, 'talk.vtt', 'talk.wav'])
  const whole = await readFile(output)
  const files = ending === 'qdpx' ? Object.entries(unzipSync(whole)) : [[output, whole] as const]
  for (const [, bytes] of files) expect(Buffer.from(bytes).toString('latin1')).not.toContain('Elmwood')
  const [name, sound] = files.at(-1) ?? []
  const heard = path.join(folder, `heard${path.extname(name ?? '')}`)
  await writeFile(heard, sound ?? '')
  expect(await loudest(heard)).toBeLessThan(0.002)
})
