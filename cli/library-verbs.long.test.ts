import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formats } from '#core/formats/formats'
import { withoutModels } from './testing/fake-engine.ts'
import { makeSampleLibrary } from './testing/sample-library.ts'
import { filesBelow, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, runParolo, mustExit } from './testing/run-parolo.ts'
import { oneVoiceEn, twoVoicesEn } from './testing/speech.ts'

const LONG = 120_000

let place: TestHome
let ids: string[]
beforeAll(async () => {
  place = await makeSampleLibrary()
  const result = await run('transcribe', oneVoiceEn, twoVoicesEn, '--quick', '--format', 'txt')
  mustExit(result, 0)
  ids = (await run('list')).stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[0] as string)
}, LONG)
afterAll(() => place.remove())

const run = (...words: string[]) => runInProcess(words, place)
/** In a separate process, as a person starts it. */
const start = (...words: string[]) => runParolo(words, place)

describe('list', () => {
  it('has a line for each recording: id, length, language, speakers, state, title', async () => {
    const list = await start('list')
    expect(list).toMatchObject({ exitCode: 0, stderr: '' })
    expect(list.stdout).toMatch(/^[0-9a-f]{12}\t0:21\ten\t1 speaker\tdone\tone-voice-20s-en$/mu)
    expect(list.stdout).toMatch(/^[0-9a-f]{12}\t0:07\ten\t2 speakers\tdone\ttwo-voices-8s-en$/mu)
    expect(list.stdout.trimEnd().split('\n')).toHaveLength(2)
  })

  it('gives a page', async () => {
    const [first = '', second = ''] = (await run('list')).stdout.split('\n')
    expect((await run('list', '--limit', '1')).stdout).toBe(`${first}\n`)
    const [id = '', last = ''] = [first, second].map((line) => line.split('\t')[0] ?? '')
    expect((await run('list', '--limit', '9', '--after', id)).stdout).toBe(`${second}\n`)
    expect(await run('list', '--after', last)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect((await run('list', '--limit', '0')).exitCode).toBe(2)
    expect((await run('list', '--after', 'nothing')).exitCode).toBe(1)
  })

  it('speaks French', async () => {
    expect((await run('list', '--lang', 'fr')).stdout).toMatch(/\t1 voix\tterminé\tone-voice-20s-en$/mu)
  })
})

describe('show', () => {
  it.each(['an id', 'the beginning of an id', 'a title', 'a file'])('prints the text of %s', async (by) => {
    const id = ids.find((_, index) => index === 0) as string
    const list = (await run('list')).stdout.split('\n')[0]?.split('\t') ?? []
    const title = list.at(-1) as string
    const reference = {
      'an id': id,
      'the beginning of an id': id.slice(0, 6),
      'a title': title,
      'a file': title === 'one-voice-20s-en' ? oneVoiceEn : twoVoicesEn,
    }[by] as string
    const shown = await run('show', reference)
    expect(shown).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: await readFile(path.join(place.folder, `${title}.txt`), 'utf8'),
    })
  })

  it('says when there is no such recording', async () => {
    const result = await start('show', 'nothing of that name')
    expect(result).toMatchObject({ exitCode: 1, stdout: '' })
    expect(result.stderr).toBe(
      'parolo: There is no recording “nothing of that name” in the library. See `parolo list`.\n',
    )
  })
})

describe('export', () => {
  it('writes the formats asked for, and finds them done afterwards', async () => {
    const folder = path.join(place.root, 'exports')
    await mkdir(folder)
    const words = ['export', 'one-voice-20s-en', '--format', 'srt,vtt,json,rttm,txt', '--out', folder]
    expect((await run(...words)).exitCode).toBe(0)
    expect(await filesBelow(folder)).toEqual(
      ['parolo.json', 'rttm', 'srt', 'txt', 'vtt'].map((extension) => `one-voice-20s-en.${extension}`),
    )
    const { mtimeMs } = await stat(path.join(folder, 'one-voice-20s-en.srt'))
    const again = await run(...words, '--progress', 'json')
    expect(jsonLines(again.stderr).map(({ type }) => type)).toEqual(
      Array.from({ length: 5 }, () => 'unchanged'),
    )
    expect((await stat(path.join(folder, 'one-voice-20s-en.srt'))).mtimeMs).toBe(mtimeMs)
    const json = await readFile(path.join(folder, 'one-voice-20s-en.parolo.json'), 'utf8')
    expect(formats.json.read?.(json).corrections).toEqual([])
  })

  it('cuts captions by a preset also while transcribing', async () => {
    const folder = path.join(place.root, 'vertical')
    const words = [oneVoiceEn, '--quick', '--format', 'srt,txt', '--out', folder]
    expect((await run('transcribe', ...words, '--preset', 'vertical')).exitCode).toBe(0)
    const srt = await readFile(path.join(folder, 'one-voice-20s-en.srt'), 'utf8')
    const lines = srt.split('\n').filter((line) => line !== '' && !line.includes('-->'))
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(24)
    const unknown = await run('transcribe', ...words, '--preset', 'imax')
    expect(unknown.exitCode).toBe(2)
    expect(unknown.stderr).toContain('imax')
  })

  it('cuts captions by a preset, or by rules from a file', async () => {
    const lines = async (...preset: string[]): Promise<number[]> => {
      const { stdout } = await run('export', 'one-voice-20s-en', '--format', 'srt', '--stdout', ...preset)
      const texts = stdout.split('\n').filter((line) => /[a-z]/u.test(line))
      expect(texts.length).toBeGreaterThan(3)
      return texts.map((line) => line.length)
    }
    expect(Math.max(...(await lines()))).toBeGreaterThan(24)
    expect(Math.max(...(await lines('--preset', 'vertical')))).toBeLessThanOrEqual(24)
    const file = path.join(place.root, 'rules.json')
    await writeFile(file, '{"base": "podcast", "maxCharactersPerLine": 20}')
    expect(Math.max(...(await lines('--preset', file)))).toBeLessThanOrEqual(20)
    await writeFile(file, '{"maxLines": 99}')
    const wrong = await run('export', 'one-voice-20s-en', '--format', 'srt', '--stdout', '--preset', file)
    expect(wrong.exitCode).not.toBe(0)
    expect(wrong.stderr).toContain(file)
  })

  it('does not overwrite what is not its own', async () => {
    const folder = path.join(place.root, 'foreign')
    await mkdir(folder)
    const file = path.join(folder, 'one-voice-20s-en.srt')
    await writeFile(file, 'mine')
    const refused = await run('export', 'one-voice-20s-en', '--format', 'srt', '--out', folder)
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('already exists and was not overwritten')
    expect(await readFile(file, 'utf8')).toBe('mine')
    expect(
      (await run('export', 'one-voice-20s-en', '--format', 'srt', '--out', folder, '--overwrite')).exitCode,
    ).toBe(0)
    await rm(file)
  })

  it('prints one with --stdout', async () => {
    const printed = await start('export', 'two-voices-8s-en', '--stdout', '--format', 'vtt')
    expect(printed.stdout).toMatch(/^WEBVTT\n\n/u)
    expect(printed.stdout).toContain('<v Speaker 1>')
  })
})

describe('search', () => {
  it('finds words in whatever case, with time and speaker', async () => {
    const found = await start('search', 'Grandfather', 'notebook')
    expect(found).toMatchObject({ exitCode: 0, stderr: '' })
    expect(found.stdout).toMatch(/^[0-9a-f]{12}\tone-voice-20s-en\t0:0\d\tSpeaker 1\t.*grandfather/imu)
  })

  it('takes what is typed for words, never for a query', async () => {
    for (const words of [
      'grandfather"',
      '(grandfather',
      'grandfather*',
      'grandfather AND',
      "grand' OR 1=1 --",
      'NEAR(',
    ]) {
      const result = await run('search', '--', words)
      expect(result.stderr).not.toMatch(/wrong inside|internal/u)
      expect(result.exitCode).toBe(0)
    }
  })

  it('searches several libraries, each line with its own', async () => {
    const other = path.join(place.root, 'another library')
    await cp(place.home, other, { recursive: true })
    const one = (await run('search', 'grandfather')).stdout.trimEnd().split('\n')
    const both = (await run('search', 'grandfather', '--data', place.home, '--data', other)).stdout
    const expected = one.flatMap((line) => [place.home, other].map((library) => `${library}\t${line}`))
    expect(both.trimEnd().split('\n')).toEqual(expected)
  })

  it('searches the listed libraries too, and tells beside the results which could not be', async () => {
    const [other, broken] = [path.join(place.root, 'another one'), path.join(place.root, 'broken')]
    await cp(place.home, other, { recursive: true })
    await cp(place.home, broken, { recursive: true })
    expect(await run('libraries')).toMatchObject({ exitCode: 0, stdout: '' })
    mustExit(await run('libraries', 'add', other, broken), 0)
    try {
      expect((await run('libraries', 'list')).stdout).toBe(`${other}\n${broken}\n`)
      await rm(path.join(broken, 'library.db'))
      const searched = await run('search', 'grandfather')
      expect(searched.exitCode).toBe(1)
      expect(searched.stderr).toContain(`There is no library in ${broken}.`)
      const own = await run('search', 'grandfather', '--data', place.home, '--data', other)
      expect(own).toMatchObject({ exitCode: 0, stdout: searched.stdout })
      expect(searched.stdout).toContain(`${other}\t`)
      expect((await run('search', 'zeppelin', '--data', other, '--data', broken)).stderr).toContain(
        'No results.',
      )
    } finally {
      mustExit(await run('libraries', 'remove', other, broken), 0)
    }
    expect((await run('libraries', 'add', place.home)).stderr).toContain('the library that is open')
    expect((await run('libraries', 'remove', other)).exitCode).toBe(1)
    expect((await run('libraries', 'other')).exitCode).toBe(2)
    expect((await run('search', 'grandfather')).stdout).not.toContain(place.home)
  })

  it('says when nothing is found', async () => {
    expect(await run('search', 'zeppelin')).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: 'No results.\n',
    })
  })
})

describe('export --to opensearch', () => {
  it('writes a document for each paragraph of all recordings, or of those named', async () => {
    const folder = path.join(place.root, 'for search')
    const words = ['export', '--to', 'opensearch', '--out', folder]
    expect(await run(...words)).toMatchObject({ exitCode: 0, stdout: '' })
    const file = path.join(folder, 'opensearch-0001.ndjson')
    const all = await readFile(file, 'utf8')
    expect(await filesBelow(folder)).toEqual(['opensearch-0001.ndjson'])
    const named = await run('export', 'one-voice-20s-en', '--to', 'opensearch', '--stdout')
    expect(all).toContain(named.stdout)
    expect(named.stdout.length).toBeLessThan(all.length)
    expect((await run(...words)).exitCode).toBe(0)
    await writeFile(file, 'a person’s own')
    expect((await run(...words)).exitCode).toBe(1)
    expect((await run(...words, '--overwrite')).exitCode).toBe(0)
    expect(await readFile(file, 'utf8')).toBe(all)
    expect((await run('export', '--to', 'solr')).exitCode).toBe(2)
  })
})

describe('doctor', () => {
  it('prints versions, ffmpeg, models with verified hashes, cores, free space, and that all is well', async () => {
    const result = await start('doctor')
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    for (const line of [
      /^Parolo \d+\.\d+\.\d+$/mu,
      /^Node 24\.\d+/mu,
      /^sherpa-onnx \d+\.\d+/mu,
      /^ffmpeg \S+ at \/\S+$/mu,
      /^Speech recognition: model whisper-base-beam5, intact, sha256 [0-9a-f]{16}/mu,
      /^Speech detection: model silero-vad-v6, intact/mu,
      /^\d+ cores?, [\d.]+\sGB of memory$/mu,
      /^library .*: 2 recordings, [\d.]+\sGB free$/mu,
      /^No problems found\.$/mu,
    ]) {
      expect(result.stdout).toMatch(line)
    }
    const french = await run('doctor', '--lang', 'fr')
    expect(french.stdout).toMatch(/^Changements de voix\u00A0: modèle pyannote/mu)
    expect(french.stdout).toContain('Aucun problème détecté.')
  })
})

describe('delete', () => {
  it('takes away rows, search entries and cached sound, and leaves the original and the other recording', async () => {
    const deleted = await start('delete', 'two-voices-8s-en')
    expect(deleted.exitCode).toBe(0)
    expect(deleted.stderr).toMatch(/^two-voices-8s-en: deleted \(4 files, /u)
    expect((await run('list')).stdout.trimEnd().split('\n')).toHaveLength(1)
    expect((await run('show', 'two-voices-8s-en')).exitCode).toBe(1)
    expect(await filesBelow(path.join(place.home, 'cache'))).toHaveLength(4)
    expect((await stat(twoVoicesEn)).isFile()).toBe(true)
    expect((await run('delete', 'two-voices-8s-en')).exitCode).toBe(1)
    expect((await run('search', 'grandfather')).stdout).not.toBe('')
    expect((await run('delete', 'one-voice-20s-en')).exitCode).toBe(0)
    expect((await run('search', 'grandfather')).stdout).toBe('')
    const empty = await run('list')
    expect(empty).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: 'The library is empty. Try `parolo transcribe FILE`.\n',
    })
    expect(await filesBelow(path.join(place.home, 'cache'))).toEqual([])
  })

  it(
    'and the file can be transcribed anew',
    async () => {
      const words = ['transcribe', twoVoicesEn, '--quick', '--stdout']
      const result = await runInProcess(words, { ...place, environment: withoutModels })
      mustExit(result, 0)
      expect(result.stdout).toContain('-->')
    },
    LONG,
  )
})
