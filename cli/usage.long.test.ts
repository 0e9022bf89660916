import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { turnRule } from '#core/turn-rules/present-rule'
import { filesBelow, makeTestHome, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, runParolo } from './testing/run-parolo.ts'
import { twoVoicesEn } from './testing/speech.ts'
import { verbs } from './verbs/verbs.ts'

const names = verbs.map(({ name }) => name)

let place: TestHome
beforeAll(async () => {
  place = await makeTestHome()
})
afterAll(() => place.remove())

type Environment = Readonly<Record<string, string>>
const run = (words: readonly string[], environment: Environment = {}) =>
  runInProcess(words, { ...place, environment })
/** In a separate process, as a person starts it. */
const start = (words: readonly string[], environment: Environment = {}) =>
  runParolo(words, { ...place, environment })

describe('help', () => {
  it('bare parolo prints the help and exits with 2, --help with 0', async () => {
    const [bare, asked] = await Promise.all([start([]), start(['--help'])])
    expect(bare.exitCode).toBe(2)
    expect(asked).toMatchObject({ exitCode: 0, stderr: '', stdout: bare.stdout })
    for (const name of names) expect(asked.stdout).toContain(name)
  })

  it('help finds words in its pages, in the language of the command, and says so if there are none', async () => {
    const found = await run(['help', 'loudness', 'lufs'])
    expect(found).toMatchObject({ exitCode: 0, stderr: '' })
    expect(found.stdout).toMatch(/^Podcasts › Loudness\n\n/u)
    expect((await run(['help', 'occulter', '--lang', 'fr'])).stdout).toContain('Confidentialité › Occulter')
    expect((await run(['help'])).stdout).toContain('podcasts\tPodcasts\n')
    const none = await run(['help', 'xyzzy'])
    expect(none).toMatchObject({ exitCode: 1, stdout: '', stderr: 'Nothing in the help has “xyzzy”.\n' })
  })

  it.each(names)('%s --help tells its usage in both languages', async (verb) => {
    const [english, french] = await Promise.all([
      run([verb, '--help']),
      run([verb, '--help', '--lang', 'fr']),
    ])
    expect(english).toMatchObject({ exitCode: 0, stderr: '' })
    expect(english.stdout).toContain(`parolo ${verb}`)
    expect(french).toMatchObject({ exitCode: 0, stderr: '' })
    expect(french.stdout).toContain(`parolo ${verb}`)
    expect(french.stdout).not.toBe(english.stdout)
  })

  it('names every option of transcribe in both languages', async () => {
    const options =
      'language model speakers quick track tracks from to format out stdout overwrite progress lang data'.split(
        ' ',
      )
    const overviews = [['--help'], ['--help', '--lang', 'fr']]
    for (const [index, words] of [
      ['transcribe', '--help'],
      ['transcribe', '--help', '--lang', 'fr'],
    ].entries()) {
      const text = (await run(words)).stdout + (await run(overviews[index] ?? [])).stdout
      for (const option of options) expect(text).toContain(`--${option}`)
    }
  })

  it('says how turns are counted', async () => {
    const { en, fr } = turnRule.texts
    const helpOfStats = async (language: string) =>
      (await run(['stats', '--help', '--lang', language])).stdout.replaceAll('\n', ' ')
    expect(await helpOfStats('en')).toContain(en.inHelp)
    expect(await helpOfStats('fr')).toContain(fr.inHelp)
  })

  it('leaves no library behind', async () => {
    expect(await filesBelow(place.root)).toEqual([])
  })
})

describe('--version', () => {
  it('is the version of package.json', async () => {
    const file = fileURLToPath(new URL('../package.json', import.meta.url))
    const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string }
    expect(await start(['--version'])).toMatchObject({ exitCode: 0, stdout: `${version}\n`, stderr: '' })
  })
})

describe('a slip in the command', () => {
  it.each([
    ['an unknown verb', ['transcrible', twoVoicesEn], 'transcrible'],
    ['an unknown option', ['transcribe', twoVoicesEn, '--fast'], '--fast'],
    ['no file', ['transcribe'], 'file'],
    ['two files for one stdout', ['transcribe', twoVoicesEn, twoVoicesEn, '--stdout'], '--stdout'],
    ['an unknown format', ['transcribe', twoVoicesEn, '--format', 'srt,odt'], 'odt'],
    ['an unknown model', ['transcribe', twoVoicesEn, '--model', 'ear-9000'], 'ear-9000'],
    ['no number of speakers', ['transcribe', twoVoicesEn, '--speakers', 'two'], '--speakers two'],
    ['no speakers at all', ['transcribe', twoVoicesEn, '--speakers', '0'], '--speakers 0'],
    ['a track before the first', ['transcribe', twoVoicesEn, '--track', '0'], '--track 0'],
    ['a time that is none', ['transcribe', twoVoicesEn, '--from', 'soon'], '--from soon'],
    ['a part that ends at once', ['transcribe', twoVoicesEn, '--to', '0'], '--to 0'],
    ['a part that ends before it begins', ['transcribe', twoVoicesEn, '--from', '0:05', '--to', '3'], '0:05'],
    ['a language that is none', ['transcribe', twoVoicesEn, '--language', 'English'], '--language English'],
    ['a progress that is none', ['transcribe', twoVoicesEn, '--progress', 'dots'], '--progress dots'],
    ['a language of messages that is none', ['list', '--lang', 'de'], '--lang de'],
    ['an option without its word', ['transcribe', twoVoicesEn, '--out'], '--out'],
    ['export of nothing', ['export'], 'file'],
    ['a search for nothing', ['search'], 'file'],
    ['a file to convert to nothing', ['convert', 'talk.vtt'], 'parolo convert needs --format'],
    ['models with an unknown word', ['models', 'polish'], 'polish'],
    ['a file without a command', [twoVoicesEn], 'transcribe'],
  ])('%s: one line on stderr that names it, exit 2, nothing made', async (_, words, named) => {
    const result = await run(words)
    expect(result).toMatchObject({ exitCode: 2, stdout: '' })
    expect(result.stderr).toMatch(/^parolo: [^\n]*\n$/u)
    expect(result.stderr).toContain(named)
    expect(await filesBelow(place.folder)).toEqual([])
  })

  it.each(['models', 'podcast', 'voices', 'libraries'])('%s alone lists, as with “list”', async (verb) => {
    const { stdout, stderr } = await run([verb, 'list'])
    expect(await run([verb])).toMatchObject({ exitCode: 0, stdout, stderr })
  })

  it('is told as JSON with --progress json', async () => {
    const result = await start(['transcribe', twoVoicesEn, '--fast', '--progress', 'json'])
    expect(result.exitCode).toBe(2)
    expect(jsonLines(result.stderr)).toMatchObject([{ type: 'error', code: 'usage.bad-option' }])
    const equals = await run(['transcribe', '--progress=json'])
    expect(jsonLines(equals.stderr)).toMatchObject([{ type: 'error', code: 'usage.missing-file' }])
  })
})

it.each(['no-such-file.mp3', 'no such folder/talk', 'C:\\talks\\talk.wav'])(
  '%s in place of a command is a file that was not found',
  async (file) => {
    const result = await run([file])
    expect(result).toMatchObject({ exitCode: 1, stdout: '' })
    expect(result.stderr).toMatch(/^parolo: [^\n]*\n$/u)
    expect(result.stderr).toContain(`${file} was not found`)
  },
)

describe('the language of messages', () => {
  const words = ['transcribe', 'perdu.mp3']
  const french = 'parolo: perdu.mp3 est introuvable.'

  it('is that of the system', async () => {
    expect((await start(words, { LANG: 'fr_FR.UTF-8' })).stderr).toContain(french)
    expect((await run(words, { LANG: 'de_DE.UTF-8', LC_ALL: 'fr_CA.UTF-8' })).stderr).toContain(french)
    expect((await run(words, { LANG: 'en_GB.UTF-8' })).stderr).toContain('was not found')
    expect((await run(words, { LANG: 'de_DE.UTF-8' })).stderr).toContain('was not found')
  })

  it('is the one asked for', async () => {
    expect((await run([...words, '--lang', 'fr'])).stderr).toContain(french)
    expect((await run([...words, '--lang', 'en'], { LANG: 'fr_FR.UTF-8' })).stderr).toContain('was not found')
    const json = await run([...words, '--lang=fr', '--progress', 'json'])
    expect(jsonLines(json.stderr)[0]).toMatchObject({
      code: 'media.not-found',
      message: french.slice('parolo: '.length),
    })
  })
})

describe('without ffmpeg', () => {
  it('one plain line says how to get it', async () => {
    const result = await start(['transcribe', twoVoicesEn], { PATH: place.folder })
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toMatch(/^parolo: ffmpeg was not found\. [^\n]*apt install ffmpeg[^\n]*\n$/u)
    const french = await start(['transcribe', twoVoicesEn, '--lang', 'fr'], { PATH: place.folder })
    expect(french.stderr).toMatch(/^parolo: ffmpeg [^\n]*apt install ffmpeg[^\n]*\n$/u)
    expect(await filesBelow(place.folder)).toEqual([])
  })

  it('doctor says so too, and what to do', async () => {
    const result = await start(['doctor'], { PATH: place.folder })
    expect(result.exitCode).toBe(1)
    expect(result.stdout).toContain('ffmpeg was not found')
  })
})

describe('--data', () => {
  it('sets the folder of the library, relative to where the person stands', async () => {
    const result = await start(['list', '--data', 'my library'])
    expect(result).toMatchObject({ exitCode: 0, stdout: '' })
    expect(await filesBelow(path.join(place.folder, 'my library'))).toContain('library.db')
  })

  it('a file in its place is said plainly', async () => {
    const file = path.join(place.folder, 'a file')
    await writeFile(file, 'text')
    const result = await run(['list', '--data', 'a file'])
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toMatch(/^parolo: The library in [^\n]* cannot be opened\./u)
    expect(await readFile(file, 'utf8')).toBe('text')
  })
})
