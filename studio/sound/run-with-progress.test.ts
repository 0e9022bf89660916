import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { tone } from '../../cli/testing/short-sounds.ts'
import { otherDrive } from '../drives/testing/hung-drive.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { runWithProgress } from './run-with-progress.ts'

const wav = ['-c:a', 'pcm_s16le', '-f', 'wav', '-y', 'made.wav']

it('reports how far it is', async () => {
  const folder = await temporaryFolder()
  const source = path.join(folder, 'a.wav')
  await writeFile(source, tone(16_000, 200))
  const onSeconds = vi.fn()
  const { signal } = new AbortController()
  await runWithProgress(['-i', source, ...wav], { folder, title: 'a', signal, sources: [source], onSeconds })
  expect(onSeconds).toHaveBeenCalled()
})

it.runIf(process.platform !== 'win32').each(['media.stalled', 'drive.silent'] as const)(
  'ends with %s where nothing comes any more',
  async (code) => {
    const folder = await temporaryFolder()
    const source = path.join(folder, 'a.wav')
    execFileSync('mkfifo', [source])
    // Opened, but never written to.
    const holder = spawn('sh', ['-c', 'exec 3<>"$0"; echo open; exec sleep 600', source], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    onTestFinished(() => void holder.kill('SIGKILL'))
    await once(holder.stdout, 'data')
    const drive = otherDrive(folder)
    if (code === 'drive.silent') drive.hang()
    const { signal } = new AbortController()
    const run = { folder, title: 'a', signal, sources: [source], onSeconds: () => undefined, stallMs: 300 }
    await expect(runWithProgress(['-i', source, ...wav], run)).rejects.toMatchObject({ code })
  },
)
