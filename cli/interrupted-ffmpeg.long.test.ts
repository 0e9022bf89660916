import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ffmpeg } from './testing/ffmpeg.ts'
import { withoutModels } from './testing/fake-engine.ts'
import { filesBelow, testHome } from './testing/test-home.ts'
import { descendants, eventually, isAlive } from './testing/processes.ts'
import { startParolo } from './testing/run-parolo.ts'
import { twoVoicesEn } from './testing/speech.ts'
import { reached } from './testing/undisturbed-run.ts'

const LONG = 120_000

describe('Ctrl-C', () => {
  it(
    'while ffmpeg decodes: nothing half-decoded stays',
    async () => {
      const place = await testHome()
      const file = path.join(place.folder, 'long.wav')
      await ffmpeg('-f', 'lavfi', '-i', 'anoisesrc=amplitude=0.02:seed=1:duration=600', '-ar', '16000', file)
      const options = { ...place, environment: withoutModels, ownGroup: true }
      const run = startParolo(['transcribe', file, '--progress', 'json'], options)
      await run.line(reached('sound', 0.02))
      const children = descendants(run.pid)
      expect(children.some(({ commandLine }) => commandLine.includes('ffmpeg'))).toBe(true)
      process.kill(-run.pid, 'SIGINT')
      expect((await run.result).exitCode).toBe(130)
      expect(await eventually(() => children.every(({ pid }) => !isAlive(pid)), 1)).toBe(true)
      expect(await filesBelow(path.join(place.home, 'cache'))).toEqual([])
      expect(await filesBelow(place.folder)).toEqual(['long.wav'])
    },
    LONG,
  )
})

describe('an ffprobe that hangs', () => {
  it.runIf(process.platform !== 'win32')(
    'does not hold Ctrl-C up (left out on Windows: no such signals)',
    async () => {
      const place = await testHome()
      const ffprobe = path.join(place.root, 'ffprobe')
      await writeFile(ffprobe, '#!/bin/sh\necho started >&2\nexec sleep 600\n', { mode: 0o755 })
      const environment = { FFPROBE_PATH: ffprobe }
      const run = startParolo(['transcribe', twoVoicesEn, '--progress', 'json'], { ...place, environment })
      expect(
        await eventually(
          () => descendants(run.pid).some(({ commandLine }) => commandLine.startsWith('sleep')),
          20,
        ),
      ).toBe(true)
      run.child.kill('SIGINT')
      expect((await run.result).exitCode).toBe(130)
    },
  )
})
