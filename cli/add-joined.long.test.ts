import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formats } from '#core/formats/formats'
import { withoutModels } from './testing/fake-engine.ts'
import { ffmpeg } from './testing/ffmpeg.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { runParolo } from './testing/run-parolo.ts'
import { filesBelow, makeTestHome, type TestHome } from './testing/test-home.ts'

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
    const { stdout } = await runInProcess(['list'], place)
    expect(stdout).toContain('\tnot transcribed\t')
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((line) => /anna, ben|Both/u.test(line)),
    ).toHaveLength(2)
  })

  it('is listed with its length at once, and transcribed with all tracks by its title or its file', async () => {
    const run = (...words: string[]) => runInProcess(words, { ...place, environment: withoutModels })
    const added = await run('add', '--together', anna, ben, '--title', 'The call')
    const [, id = ''] = /\(([0-9a-f]+)\)/u.exec(added.stderr) ?? []
    expect((await run('list')).stdout).toContain(`${id}\t0:01\t`)
    const byTitle = await run('transcribe', 'The call', '--quick', '--language', 'en', '--format', 'json')
    expect(byTitle).toMatchObject({ exitCode: 0 })
    const text = await readFile(path.join(place.folder, 'The call.parolo.json'), 'utf8')
    expect(formats.json.read?.(text).document.transcript.run.settings).toMatchObject({ tracks: 'all' })
    const media = (await filesBelow(path.join(place.home, 'media'))).find((file) =>
      file.endsWith('The call.mka'),
    )
    const file = path.join(place.home, 'media', media ?? '')
    const byFile = await run('transcribe', file, '--quick', '--language', 'en', '--format', 'rttm')
    expect(byFile).toMatchObject({ exitCode: 0 })
    expect(byFile.stderr).not.toMatch(/error/iu)
    const none = await run('transcribe', 'Another call')
    expect(none).toMatchObject({ exitCode: 1 })
    expect(none.stderr).toContain('Another call')
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
    expect(await runInProcess(['add', ...words], place)).toMatchObject({ exitCode: 2, stdout: '' })
  })
})
