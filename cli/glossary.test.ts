import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { sampleLibraryForTest } from './testing/sample-library.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines } from './testing/run-parolo.ts'
import { spokenIn, twoVoicesEn } from './testing/speech.ts'

const LONG = 120_000

it(
  'transcribe --glossary tells where words sound like a term, keeps the terms with the recording, and changes no text',
  async () => {
    const place = await sampleLibraryForTest()
    const [first, second] = (await spokenIn(twoVoicesEn)).words.map(({ text }) =>
      text.replaceAll(/[.,?!]/gu, ''),
    )
    await writeFile(
      path.join(place.folder, 'names.txt'),
      `# mine\nQuillfeather = ${first} ${second}\n= nothing\n`,
    )
    const words = ['transcribe', twoVoicesEn, '--quick', '--format', 'txt', '--progress', 'json']
    await runInProcess(words, place)
    const file = path.join(place.folder, 'two-voices-8s-en.txt')
    const before = await readFile(file, 'utf8')
    const result = await runInProcess([...words, '--overwrite', '--glossary', 'names.txt'], place)
    expect(result.exitCode).toBe(0)
    const notes = jsonLines(result.stderr)
    expect(notes.filter(({ type }) => type === 'glossary-line')).toEqual([
      { type: 'glossary-line', file: 'names.txt', line: 3, problem: 'no-term' },
    ])
    const [reported] = notes.filter(({ type }) => type === 'glossary-offers')
    expect(reported).toMatchObject({
      offers: [{ correction: expect.stringMatching(/^Quillfeather/u) as string }],
    })
    expect(await readFile(file, 'utf8')).toBe(before)
    const library = await openLibrary(place.home)
    const recording = (await library.recordings()).find(
      ({ fileName }) => fileName === path.basename(twoVoicesEn),
    )
    expect(await library.glossary(recording?.id ?? '')).toBe(`Quillfeather = ${first} ${second}\n`)
    await library.close()

    const missing = await runInProcess([...words, '--glossary', 'nowhere.txt'], place)
    expect(missing).toMatchObject({ exitCode: 1 })
    expect(missing.stderr).toContain('nowhere.txt')
  },
  LONG,
)
