import { existsSync } from 'node:fs'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { withoutModels } from './testing/fake-engine.ts'
import { sampleLibraryForTest } from './testing/sample-library.ts'
import { filesBelow, testHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, runParolo } from './testing/run-parolo.ts'
import { twoVoicesEn } from './testing/speech.ts'

/** Each run decodes real speech: seconds, and several times as long on a busy machine. */
const LONG = 120_000

describe('a batch', () => {
  it(
    'goes on after a bad file, says which, and exits with 1',
    async () => {
      const place = await sampleLibraryForTest()
      await writeFile(path.join(place.folder, 'notes.txt'), 'not a recording')
      const words = ['transcribe', 'notes.txt', 'gone.mp3', twoVoicesEn, '--quick', '--progress', 'json']
      const result = await runParolo(words, place)
      expect(result.exitCode).toBe(1)
      const lines = jsonLines(result.stderr)
      const errors = lines.filter(({ type }) => type === 'error')
      expect(errors).toMatchObject([
        { file: 'notes.txt', code: 'media.unreadable' },
        { file: 'gone.mp3', code: 'media.not-found', message: 'gone.mp3 was not found.' },
      ])
      expect(lines.at(-1)).toMatchObject({ type: 'summary', done: 1, failed: 2 })
      expect(await filesBelow(place.folder)).toEqual([
        'notes.txt',
        'two-voices-8s-en.srt',
        'two-voices-8s-en.vtt',
      ])
    },
    LONG,
  )
})

const hostile = fileURLToPath(new URL('../../shared/evaldata/hostile/media', import.meta.url))

describe('media that are not what they seem', () => {
  it(
    'in one batch: each is accepted or refused in the language of the person, none is left half-done',
    async () => {
      const place = await testHome()
      await writeFile(path.join(place.folder, 'list.mp3'), 'ffconcat version 1.0\nfile talk.opus\n')
      await writeFile(path.join(place.folder, 'hls.mp3'), '#EXTM3U\n#EXTINF:8,\ntalk.opus\n#EXT-X-ENDLIST\n')
      await writeFile(path.join(place.folder, 'empty.wav'), '')
      await copyFile(twoVoicesEn, path.join(place.folder, 'talk.opus'))
      await copyFile(twoVoicesEn, path.join(place.folder, '-i.mp3'))
      const words = [
        'transcribe',
        '--quick',
        '--format',
        'srt',
        '--progress',
        'json',
        '--lang',
        'fr',
        '--out',
        'results',
      ]
      const files = ['list.mp3', 'hls.mp3', 'empty.wav', '.', '-i.mp3']
      const result = await runInProcess([...words, '--', ...files], { ...place, environment: withoutModels })
      expect(result.exitCode).toBe(1)
      const errors = jsonLines(result.stderr).filter(({ type }) => type === 'error')
      expect(errors.map(({ file, code }) => [file, code])).toEqual([
        ['list.mp3', 'media.unsupported'],
        ['hls.mp3', expect.stringMatching(/^media\.(unsupported|unreadable)$/u)],
        ['empty.wav', 'media.empty-file'],
        ['.', 'media.not-a-file'],
      ])
      for (const { message } of errors) expect(message).toMatch(/ est | n’est | ne peut /u)
      expect(await filesBelow(path.join(place.folder, 'results'))).toEqual(['-i.srt'])
      expect((await filesBelow(place.home)).filter((file) => file.includes('.part'))).toEqual([])
    },
    LONG,
  )

  it.runIf(existsSync(hostile))(
    'some of the collection (left out without ../shared/evaldata)',
    async () => {
      const place = await testHome()
      const names = [
        'nospeech_empty.mp3',
        'zero-size-chunk.wav',
        'test.mod',
        'sample.oggtheora',
        'truncated-64bit.mp4',
      ]
      const files = names.map((name) => path.join(hostile, name))
      const result = await runInProcess(
        ['transcribe', ...files, '--quick', '--format', 'srt', '--progress', 'json'],
        place,
      )
      expect(result.exitCode).toBe(1)
      const errors = jsonLines(result.stderr).filter(({ type }) => type === 'error')
      expect(errors.map(({ code }) => code)).toEqual([
        'media.unsupported',
        'media.no-audio',
        'media.no-samples',
      ])
      expect(await readFile(path.join(place.folder, 'nospeech_empty.srt'), 'utf8')).toBe('')
    },
    LONG,
  )
})
