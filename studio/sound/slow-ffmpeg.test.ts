import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { decodeTrack, soundFiles } from './decode.ts'
import { probe } from './probe.ts'

const run = promisify(execFile)

it.runIf(process.platform !== 'win32')(
  'an ffmpeg that has given all samples and still writes the proxy is waited for (left out on Windows: a shell script)',
  async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo slow-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const { stdout } = await run('sh', ['-c', 'command -v ffmpeg; command -v ffprobe'])
    const [ffmpeg = '', ffprobe = ''] = stdout.trim().split('\n')
    const slow = path.join(folder, 'ffmpeg')
    // Its stdout is closed some time before it exits.
    await writeFile(slow, `#!/bin/sh\n'${ffmpeg}' "$@" || exit $?\nexec >&-\nsleep 0.5\n`)
    await chmod(slow, 0o755)
    process.env['FFMPEG_PATH'] = slow
    process.env['FFPROBE_PATH'] = ffprobe
    const note = path.join(folder, 'note.wav')
    await run(ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', 'sine=frequency=300:duration=2', note])
    const files = soundFiles(folder, 'r', 0)
    const facts = await decodeTrack(await probe(note), 0, files, { signal: new AbortController().signal })
    expect(facts.sampleCount).toBe(32_000)
    expect((await stat(files.proxy)).size).toBeGreaterThan(1_000)
  },
)
