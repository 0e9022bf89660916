import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ffmpeg } from './testing/ffmpeg.ts'
import { runParolo } from './testing/run-parolo.ts'
import { makeTestHome, type TestHome } from './testing/test-home.ts'

let place: TestHome
let anna: string
let ben: string

beforeAll(async () => {
  place = await makeTestHome()
  anna = path.join(place.folder, 'call-anna.wav')
  ben = path.join(place.folder, 'call-ben.wav')
  const tone = ['-f', 'lavfi', '-i', 'sine=duration=1:sample_rate=16000']
  await ffmpeg(tone, [anna])
  await ffmpeg(tone, [ben])
})
afterAll(() => place.remove())

describe('parolo add of files that are one recording', () => {
  it('adds one recording of files that belong together or follow one another', async () => {
    const run = (...words: string[]) => runParolo(['add', ...words], place)
    const together = await run('--together', anna, ben, '--offset', '0', '--offset', '0:01')
    expect(together).toMatchObject({ exitCode: 0 })
    expect(together.stderr).toMatch(/^anna, ben: 2 files imported as one recording \([0-9a-f]+\)\.$/mu)
    const inOrder = await run('--in-order', anna, ben, '--title', 'Both')
    expect(inOrder.stderr).toMatch(/^Both: 2 files imported as one recording \([0-9a-f]+\)\.$/mu)
    const { stdout } = await runParolo(['list'], place)
    expect(stdout).toContain('\tnot transcribed\t')
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((line) => /anna, ben|Both/u.test(line)),
    ).toHaveLength(2)
  })

  it.each([
    ['a transcription of files that stay separate', ['a.wav', '--transcribe']],
    ['one file', ['--together', 'one.wav']],
    ['both at once', ['--together', '--in-order', 'a.wav', 'b.wav']],
    ['names for files that follow one another', ['--in-order', 'a.wav', 'b.wav', '--name', 'Anna']],
    ['fewer names than files', ['--together', 'a.wav', 'b.wav', '--name', 'Anna']],
    ['an offset that is no time', ['--together', 'a.wav', 'b.wav', '--offset', '0', '--offset', 'soon']],
    ['a title for files that stay separate', ['a.wav', 'b.wav', '--title', 'Both']],
  ])('refuses %s', async (_, words) => {
    expect(await runParolo(['add', ...words], place)).toMatchObject({ exitCode: 2, stdout: '' })
  })
})
