import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { isProcessAlive } from '../processes/process-liveness.ts'
import { probe } from './probe.ts'

describe.runIf(process.platform !== 'win32')(
  'an ffprobe that hangs (left out on Windows: a shell script)',
  () => {
    let folder: string
    let note: string
    let started: string
    beforeAll(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'parolo ffprobe '))
      note = path.join(folder, 'note.wav')
      started = path.join(folder, 'started')
      const hanging = path.join(folder, 'ffprobe')
      await writeFile(note, 'some bytes')
      await writeFile(hanging, `#!/bin/sh\necho $$ > '${started}'\nexec sleep 600\n`, { mode: 0o755 })
      process.env['FFPROBE_PATH'] = hanging
      return () => rm(folder, { recursive: true, force: true })
    })

    const pid = async () => Number(await readFile(started, 'utf8').catch(() => ''))
    const runs = async () => isProcessAlive({ pid: await pid(), startTime: null })

    it('is killed and reported', async () => {
      await expect(probe(note, { stallMs: 1000 })).rejects.toMatchObject({
        code: 'media.stalled',
        values: { file: note },
      })
      expect(await pid()).toBeGreaterThan(0)
      await expect.poll(runs).toBe(false)
    })

    it('is killed when what wanted it is cancelled', async () => {
      await rm(started)
      const controller = new AbortController()
      const looking = probe(note, { signal: controller.signal })
      looking.catch(() => undefined)
      await expect.poll(pid, { timeout: 10_000 }).toBeGreaterThan(0)
      expect(await runs()).toBe(true)
      controller.abort()
      await expect(looking).rejects.toMatchObject({ code: 'job.cancelled' })
      await expect.poll(runs).toBe(false)
    })
  },
)
