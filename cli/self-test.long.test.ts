import os from 'node:os'
import { expect, it, onTestFinished } from 'vitest'
import { runParolo } from './testing/run-parolo.ts'
import { filesBelow, makeTestHome } from './testing/test-home.ts'

const LONG = 300_000

it(
  'parolo self-test tries sound, models, transcription and a library, and leaves nothing behind',
  async () => {
    const place = await makeTestHome()
    onTestFinished(() => place.remove())
    const environment = { DISPLAY: '', WAYLAND_DISPLAY: '', TMPDIR: place.folder }
    const result = await runParolo(['self-test'], { ...place, environment })
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    for (const part of ['Sound files', 'Models', 'Transcription', 'Library'])
      expect(result.stdout).toMatch(new RegExp(`^passed\t${part}\t`, 'mu'))
    expect(result.stdout).toMatch(/^not tried\tWindow\t/mu)
    expect(result.stdout).not.toContain(os.userInfo().username)
    expect(await filesBelow(place.root)).toEqual([])
  },
  LONG,
)
