import { chmod, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { run } from '../captioned/testing/films.ts'
import { measured, useSounds } from './testing/sound-files.ts'

const { fileOf, noise, written } = useSounds()

it.runIf(process.platform !== 'win32')(
  'an ffmpeg that cannot decode what it encodes measures a file of sound afterwards (left out on Windows: a shell script)',
  async () => {
    const { stdout } = await run('sh', ['-c', 'command -v ffmpeg; command -v ffprobe'])
    const [ffmpeg = '', ffprobe = ''] = stdout.trim().split('\n')
    const older = fileOf('ffmpeg')
    const answers = '*" -version "*) echo ffmpeg version 6.1.1-3ubuntu5; exit;; *" -dec "*) exit 8;;'
    await writeFile(older, `#!/bin/sh\ncase " $* " in ${answers} esac\nexec '${ffmpeg}' "$@"\n`)
    await chmod(older, 0o755)
    process.env['FFMPEG_PATH'] = older
    process.env['FFPROBE_PATH'] = ffprobe
    const { file, loudness } = await written(await noise('talk.wav'), 'flac', { choices: { loudness: -16 } })
    expect(loudness?.reached).toEqual(await measured(file))
  },
)
