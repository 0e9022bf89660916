import { execFile } from 'node:child_process'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, it } from 'vitest'
import { ffmpeg } from './testing/ffmpeg.ts'
import { descendants, eventually, isAlive } from './testing/processes.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, startParolo } from './testing/run-parolo.ts'
import { type TestHome, testHome } from './testing/test-home.ts'

const srt = '1\n00:00:01,000 --> 00:00:02,000\nNora, look at that bicycle.\n'
const LONG = 120_000

let place: TestHome
beforeEach(async () => {
  place = await testHome()
  await writeFile(path.join(place.folder, 'my talk.srt'), srt)
})
const run = (...words: readonly string[]) => runInProcess(words, place)
const pathOf = (name: string): string => path.join(place.folder, name)
const files = async (): Promise<string[]> => (await readdir(place.folder)).toSorted()

async function makeFilm(name: string, seconds = 3): Promise<void> {
  const picture = ['-f', 'lavfi', '-i', `color=gray:size=160x90:rate=10:duration=${seconds}`]
  const sound = ['-f', 'lavfi', '-i', `sine=duration=${seconds}`]
  await ffmpeg(picture, sound, '-c:v', 'libx264', '-c:a', 'aac', pathOf(name))
}

async function streamsOf(name: string): Promise<string[]> {
  const words = ['-v', 'error', '-of', 'csv=p=0', '-show_entries', 'stream=codec_name:stream_tags=language']
  const { stdout } = await promisify(execFile)('ffprobe', [...words, pathOf(name)])
  return stdout.trim().split(/\s+/u)
}

it(
  'adds captions to the film of the same name, as tracks and in the picture',
  async () => {
    await makeFilm('my talk.mp4')
    // By name, the film's sound-only file would sort first.
    await ffmpeg('-i', pathOf('my talk.mp4'), '-vn', pathOf('my talk.mp3'))
    const result = await run('convert', 'my talk.srt', '--format', 'mp4,vtt,burn,mkv', '--progress', 'json')
    expect(result).toMatchObject({ exitCode: 0, stdout: '' })
    expect(await files()).toEqual([
      'my talk.burned.mp4',
      'my talk.captions.mkv',
      'my talk.captions.mp4',
      'my talk.mp3',
      'my talk.mp4',
      'my talk.srt',
      'my talk.vtt',
    ])
    expect(await streamsOf('my talk.captions.mp4')).toEqual(['h264,und', 'aac,und', 'mov_text,eng'])
    expect((await streamsOf('my talk.captions.mkv')).at(-1)).toBe('subrip,eng')
    expect(await streamsOf('my talk.burned.mp4')).toHaveLength(2)
    const lines = jsonLines(result.stderr)
    expect(lines).toContainEqual(expect.objectContaining({ type: 'progress', step: 'video', fraction: 1 }))
    expect(lines.filter(({ type }) => type === 'written').map(({ format }) => format)).toEqual([
      'mp4',
      'mkv',
      'burn',
      'vtt',
    ])
  },
  LONG,
)

it(
  'takes the film that is named, in another language, and replaces a result only if asked',
  async () => {
    await makeFilm('film.mp4')
    const words = ['convert', 'my talk.srt', '--format', 'mp4', '--media', 'film.mp4', '--language', 'fr']
    expect(await run(...words)).toMatchObject({ exitCode: 0, stderr: 'my talk.captions.mp4: saved\n' })
    expect((await streamsOf('my talk.captions.mp4')).at(-1)).toBe('mov_text,fra')
    const again = await run(...words)
    expect(again.exitCode).toBe(1)
    expect(again.stderr).toContain('already exists')
    expect(await run(...words, '--overwrite')).toMatchObject({ exitCode: 0 })
  },
  LONG,
)

it(
  'never overwrites the film',
  async () => {
    await makeFilm('film.mp4')
    await rename(pathOf('film.mp4'), pathOf('my talk.captions.mp4'))
    const before = await readFile(pathOf('my talk.captions.mp4'))
    const words = ['--format', 'mp4', '--media', 'my talk.captions.mp4', '--overwrite']
    const result = await run('convert', 'my talk.srt', ...words)
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toContain('is one of the files to read')
    expect(await readFile(pathOf('my talk.captions.mp4'))).toEqual(before)
  },
  LONG,
)

it(
  'says what is missing: no recording, a wrong one, no picture, no times',
  async () => {
    const missing = await run('convert', 'my talk.srt', '--format', 'mkv')
    expect(missing).toMatchObject({ exitCode: 1 })
    expect(missing.stderr).toContain('--media FILE')
    const french = await run('convert', 'my talk.srt', '--format', 'mkv', '--lang', 'fr')
    expect(french.stderr).toContain('--media FICHIER')
    await writeFile(pathOf('no film.mp4'), 'not a film')
    const wrong = await run('convert', 'my talk.srt', '--format', 'burn', '--media', 'no film.mp4')
    expect(wrong).toMatchObject({ exitCode: 1 })
    expect(wrong.stderr).toContain('no film.mp4')
    await ffmpeg('-f', 'lavfi', '-i', 'sine=duration=2', pathOf('my talk.mp3'))
    const sound = await run('convert', 'my talk.srt', '--format', 'burn')
    expect(sound).toMatchObject({ exitCode: 1 })
    expect(sound.stderr).toContain('no moving picture')
    await writeFile(pathOf('script.txt'), 'One two.\n')
    const untimed = await run('convert', 'script.txt', '--format', 'mp4', '--media', 'my talk.mp3')
    expect(untimed.stderr).toContain('parolo align')
    expect(await files()).toEqual(['my talk.mp3', 'my talk.srt', 'no film.mp4', 'script.txt'])
  },
  LONG,
)

it(
  'holds a track of each language of a transcript',
  async () => {
    await makeFilm('my talk.mp4')
    await run('convert', 'my talk.srt', '--format', 'json', '--language', 'en')
    const json = pathOf('my talk.parolo.json')
    const file = JSON.parse(await readFile(json, 'utf8')) as {
      readonly paragraphs: readonly { readonly words: readonly { readonly id: string }[] }[]
      readonly marks: readonly object[]
    }
    const [first] = file.paragraphs[0]?.words ?? []
    const value = JSON.stringify({ language: 'fr', text: 'Nora, regarde.' })
    const mark = { id: 'm', kind: 'translation', fromWordId: first?.id, toWordId: first?.id, value }
    await writeFile(json, JSON.stringify({ ...file, marks: [...file.marks, mark] }))
    const all = ['convert', 'my talk.parolo.json', '--all-languages', '--media', 'my talk.mp4']
    const result = await run(...all, '--format', 'mkv', '--preset', 'bbc')
    expect(result).toMatchObject({ exitCode: 0 })
    expect(result.stderr).not.toContain('second language')
    expect((await streamsOf('my talk.captions.mkv')).slice(2)).toEqual(['subrip,eng', 'subrip,fre'])
    const srtAlone = await run(...all, '--format', 'srt')
    expect(srtAlone).toMatchObject({ exitCode: 2 })
    expect(srtAlone.stderr).toContain('--all-languages')
    expect(await run(...all, '--format', 'mkv', '--translation', 'fr')).toMatchObject({ exitCode: 2 })
  },
  LONG,
)

it('are formats of convert alone, named with the others', async () => {
  expect(await run('transcribe', 'my talk.srt', '--format', 'mp4')).toMatchObject({ exitCode: 2 })
  const unknown = await run('convert', 'my talk.srt', '--format', 'mp5')
  expect(unknown).toMatchObject({ exitCode: 2 })
  expect(unknown.stderr).toContain('mp4, mkv, burn')
})

it.runIf(process.platform !== 'win32')(
  'Ctrl-C leaves nothing half-written (left out on Windows: no such signals)',
  async () => {
    const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=25:duration=30']
    await ffmpeg(picture, '-c:v', 'mpeg4', '-q:v', '10', pathOf('my talk.mkv'))
    const started = startParolo(['convert', 'my talk.srt', '--format', 'burn', '--progress', 'json'], {
      ...place,
      ownGroup: true,
    })
    await started.line(({ type }) => type === 'progress')
    const children = descendants(started.pid)
    expect(children.some(({ commandLine }) => commandLine.includes('ffmpeg'))).toBe(true)
    process.kill(-started.pid, 'SIGINT')
    expect((await started.result).exitCode).toBe(130)
    expect(await eventually(() => children.every(({ pid }) => !isAlive(pid)), 1)).toBe(true)
    expect(await files()).toEqual(['my talk.mkv', 'my talk.srt'])
  },
  LONG,
)

it(
  'exports a recording of the library with the captions of its transcript',
  async () => {
    await makeFilm('my talk.mp4')
    expect(await run('add', 'my talk.srt')).toMatchObject({ exitCode: 0 })
    const result = await run('export', 'my talk', '--format', 'vtt,mkv', '--offset', '0.5')
    expect(result).toMatchObject({ exitCode: 0 })
    expect(await files()).toEqual(['my talk.captions.mkv', 'my talk.mp4', 'my talk.srt', 'my talk.vtt'])
    expect((await streamsOf('my talk.captions.mkv')).at(-1)).toBe('subrip,eng')
    expect(await readFile(pathOf('my talk.vtt'), 'utf8')).toContain('00:00:01.500 --> 00:00:02.500')
    const again = await run('export', 'my talk', '--format', 'mkv')
    expect(again).toMatchObject({ exitCode: 1 })
    expect(await run('export', 'my talk', '--format', 'mkv', '--stdout')).toMatchObject({ exitCode: 2 })
  },
  LONG,
)
