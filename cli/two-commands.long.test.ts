import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { withoutModels } from './testing/fake-engine.ts'
import { filesBelow, testHome } from './testing/test-home.ts'
import { decodesOf, jsonLines, mustExit, type ParoloResult, runParolo } from './testing/run-parolo.ts'
import { savedDecodes } from './testing/saved-decodes.ts'
import { oneVoiceEn, twoVoicesEn } from './testing/speech.ts'

const LONG = 120_000

describe('two commands at once on one library', () => {
  it(
    'with different files: both end well',
    async () => {
      const place = await testHome()
      const [one, two] = (await Promise.all(
        [oneVoiceEn, twoVoicesEn].map((file) =>
          runParolo(['transcribe', file, '--quick', '--language', 'en', '--progress', 'json'], {
            ...place,
            environment: withoutModels,
          }),
        ),
      )) as [ParoloResult, ParoloResult]
      expect([one.exitCode, two.exitCode]).toEqual([0, 0])
      // One runs; the other waits for it and reports that.
      const waited = [one, two].filter(({ stderr }) =>
        jsonLines(stderr).some(({ kind }) => kind === 'waiting'),
      )
      expect(waited).toHaveLength(1)
      expect(await filesBelow(place.folder)).toHaveLength(4)
      const list = await runParolo(['list'], place)
      expect(list.stdout.trimEnd().split('\n')).toHaveLength(2)
    },
    LONG,
  )

  it(
    'with the same file: the work is done once, both end well',
    async () => {
      const place = await testHome()
      const same = ['transcribe', twoVoicesEn, '--quick', '--language', 'en', '--progress', 'json']
      const options = { ...place, environment: withoutModels }
      const both = await Promise.all([runParolo(same, options), runParolo(same, options)])
      for (const result of both) mustExit(result, 0)
      const decodes = both.map((result) => decodesOf(result).decoded)
      expect(Math.min(...decodes)).toBe(0)
      expect(Math.max(...decodes)).toBe(savedDecodes(place.home))
      expect(readFileSync(path.join(place.folder, 'two-voices-8s-en.srt'), 'utf8')).toContain('-->')
      expect(await filesBelow(place.folder)).toEqual(['two-voices-8s-en.srt', 'two-voices-8s-en.vtt'])
    },
    LONG,
  )
})
