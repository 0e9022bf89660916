import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { formats } from '#core/formats/formats'
import { transcriptWords } from '#core/transcript/transcript'
import { filesBelow, testHome } from './testing/test-home.ts'
import { withoutModels } from './testing/fake-engine.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { oneVoiceEn, twoVoicesEn } from './testing/speech.ts'

/** Recognition of a part is tested with models in studio/recognition/range.test.ts. */
const LONG = 120_000

it(
  'only the part from --from to --to is transcribed, of each file, with the times of the recording',
  async () => {
    const place = await testHome()
    const words = ['--from', '0:03', '--to', '7,5', '--language', 'en', '--quick', '--format', 'json']
    const made = await runInProcess(['transcribe', twoVoicesEn, oneVoiceEn, ...words], {
      ...place,
      environment: withoutModels,
    })
    expect(made).toMatchObject({ exitCode: 0 })
    const names = (await filesBelow(place.folder)).filter((name) => name.endsWith('.json'))
    expect(names).toHaveLength(2)
    for (const name of names) {
      const read = formats.json.read?.(await readFile(path.join(place.folder, name), 'utf8'))
      const { transcript } = read?.document ?? expect.unreachable()
      expect(transcript.run.settings).toMatchObject({ fromMs: 3_000, toMs: 7_500 })
      const said = transcriptWords(transcript)
      expect(said.length).toBeGreaterThan(5)
      for (const { startMs, endMs } of [...said, ...transcript.turns]) {
        expect(startMs).toBeGreaterThanOrEqual(3_000)
        expect(endMs).toBeLessThanOrEqual(7_500)
      }
    }
    // Seconds that were not transcribed do not count as silence.
    const stats = await runInProcess(['stats', names[0] as string, '--format', 'json'], place)
    expect(JSON.parse(stats.stdout)).toMatchObject({ durationMs: 4_500 })
  },
  LONG,
)

it(
  'a part beyond the end is refused with the length of the recording, and nothing is written',
  async () => {
    const place = await testHome()
    const result = await runInProcess(['transcribe', twoVoicesEn, '--from', '1:20', '--lang', 'en'], place)
    expect(result).toMatchObject({ exitCode: 1, stdout: '' })
    expect(result.stderr).toMatch(
      /^parolo: [^\n]*The recording is 0:07[.]\d+ long; 1:20 is after its end\.[^\n]*\n$/u,
    )
    expect(await filesBelow(place.folder)).toEqual([])
  },
  LONG,
)
