import { afterAll, beforeAll, expect, it } from 'vitest'
import { transcriptWords } from '#core/transcript/transcript'
import { openLibrary } from '#studio/library/open'
import { withoutModels } from './testing/fake-engine.ts'
import { redactWord } from './testing/redact-word.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines, mustExit, runParolo } from './testing/run-parolo.ts'
import { makeSampleLibrary, sampleLibraryForTest } from './testing/sample-library.ts'
import type { TestHome } from './testing/test-home.ts'

const LONG = 60_000
const RECORDING = 'two-voices-8s-en'

let place: TestHome
beforeAll(async () => {
  place = await makeSampleLibrary()
})
afterAll(() => place.remove())

const run = (...words: string[]) => runInProcess(words, place)
/** Nothing has been decoded in French yet: the engine without models returns other words everywhere. */
const opinion = (...words: string[]) =>
  runParolo(['opinion', RECORDING, '--language', 'fr', ...words], { ...place, environment: withoutModels })
const shown = async () => (await run('show', RECORDING)).stdout

it(
  'prints where the texts differ, of a part too, and changes nothing',
  async () => {
    const before = await shown()
    const part = await opinion('--from', '0:01', '--to', '0:03', '--progress', 'json')
    mustExit(part, 0)
    const lines = part.stdout.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^0:0[0-3]\t[^\t]*\t[^\t]*$/u)
    expect(part.stdout).toContain('at1x')
    const [found] = jsonLines(part.stderr).filter(({ type }) => type === 'differences')
    expect(found).toMatchObject({ title: RECORDING, model: 'whisper-base-beam5', count: lines.length })
    expect(await shown()).toBe(before)
  },
  LONG,
)

it(
  'neither prints nor accepts what is heard in redacted sound, and says how many places',
  async () => {
    const own = await sampleLibraryForTest()
    const library = await openLibrary(own.home)
    const recording = (await library.recordings()).find(({ title }) => title === RECORDING)
    const [facts] = await library.transcriptsOf(recording?.id ?? '')
    const [first] = transcriptWords(await library.transcript(facts?.id ?? ''))
    await redactWord(library, facts?.id ?? '', first?.text ?? '')
    await library.close()
    const words = ['opinion', RECORDING, '--language', 'fr', '--from', '0:00', '--to', '0:03']
    const made = await runParolo([...words, '--accept', '--progress', 'json'], {
      ...own,
      environment: withoutModels,
    })
    mustExit(made, 0)
    const [found] = jsonLines(made.stderr).filter(({ type }) => type === 'differences')
    expect(found).toMatchObject({ redacted: 1 })
    expect(made.stdout).not.toContain('at0x')
    const after = await openLibrary(own.home)
    const [kept] = transcriptWords(await after.transcript(facts?.id ?? ''))
    await after.close()
    expect(kept).toEqual(first)
  },
  LONG,
)

it(
  'accepts all when asked to, as one step; then nothing differs any more',
  async () => {
    const before = await shown()
    const accepted = await opinion('--accept', '--lang', 'fr', '--progress', 'none')
    mustExit(accepted, 0)
    expect(accepted.stderr).toMatch(/\d+ différences? avec whisper-base-beam5/u)
    expect(accepted.stderr).toMatch(/\d+ différences? acceptées?/u)
    const after = await shown()
    expect(after).not.toBe(before)
    expect(after).toContain('at5x')
    const again = await opinion('--progress', 'json')
    mustExit(again, 0)
    expect(again.stdout).toBe('')
    expect(jsonLines(again.stderr)).toContainEqual(expect.objectContaining({ type: 'differences', count: 0 }))
  },
  LONG,
)

it('refuses what it cannot do before any work', async () => {
  expect(await run('opinion')).toMatchObject({ exitCode: 2 })
  expect(await run('opinion', 'nowhere')).toMatchObject({ exitCode: 1 })
  const model = await run('opinion', RECORDING, '--model', 'none')
  expect(model.exitCode).toBe(2)
  expect(model.stderr).toContain('none')
  expect(await run('opinion', RECORDING, '--language', 'English')).toMatchObject({ exitCode: 2 })
  expect(await run('opinion', RECORDING, '--from', '0:05', '--to', '0:02')).toMatchObject({ exitCode: 2 })
  expect(await run('opinion', RECORDING, '--from', '9:00')).toMatchObject({ exitCode: 1 })
})
