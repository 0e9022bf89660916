import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFfmpeg } from '../ffmpeg.ts'
import { burnCaptions } from './burn-captions.ts'
import { readFilm } from './film.ts'
import { codecsOf, ffmpeg, HEIGHT, lavfi, probed, run, useFilms, WIDTH } from './testing/films.ts'

const ass = `[Script Info]
ScriptType: v4.00+
PlayResX: 1920
PlayResY: 1080

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,64,&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,96,96,54,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,What you see
`

const { film, madeFile, fileOf, folder } = useFilms()
const still = new AbortController().signal

/** The gray picture at a time, row by row. */
async function pictureAt(file: string, seconds: number): Promise<Buffer> {
  const words = ['-v', 'error', '-i', file, '-ss', String(seconds), '-frames:v', '1', '-pix_fmt', 'gray']
  const { stdout } = await run('ffmpeg', [...words, '-f', 'rawvideo', '-'], { encoding: 'buffer' })
  return stdout
}

describe('captions in the picture', () => {
  const output = (): string => fileOf('film.burned.mp4')

  it('are seen at their time in its lower third, and change nothing above', async () => {
    const fractions: number[] = []
    const options = {
      output: output(),
      signal: still,
      onProgress: (fraction: number) => fractions.push(fraction),
    }
    await burnCaptions(await film('film.mp4'), ass, options)
    const result = await probed(output())
    expect(codecsOf(result)).toEqual(['h264', 'aac'])
    expect(Number(result.format.duration)).toBeCloseTo(4, 0)
    expect(fractions.at(-1)).toBe(1)
    const [before, during] = [await pictureAt(output(), 0.5), await pictureAt(output(), 1.5)]
    const original = await pictureAt(madeFile('film.mp4'), 1.5)
    expect(during).toHaveLength(WIDTH * HEIGHT)
    const changed = (picture: Buffer, from: number, to: number): number => {
      const pixels = [...picture.subarray(from * WIDTH, to * WIDTH)]
      return pixels.filter((gray, index) => Math.abs(gray - (original[from * WIDTH + index] ?? 0)) > 40)
        .length
    }
    expect(changed(during, 120, HEIGHT)).toBeGreaterThan(200)
    expect(changed(during, 0, 120)).toBe(0)
    expect(changed(before, 0, HEIGHT)).toBe(0)
    expect(await readdir(folder())).toEqual(['film.burned.mp4'])
  })

  it('make AAC of sound that MP4 players do not take, and of an odd size an even one', async () => {
    const odd = fileOf('odd.mkv')
    const both = [...lavfi('color=gray:size=161x91:rate=10:duration=1'), ...lavfi('sine=duration=1')]
    await ffmpeg(both, ['-c:v', 'ffv1', '-c:a', 'libopus', odd])
    await burnCaptions(await readFilm(odd), ass, { output: output(), signal: still })
    expect(codecsOf(await probed(output()))).toEqual(['h264', 'aac'])
    expect((await readFilm(output())).picture).toMatchObject({ width: 160, height: 90 })
  })

  it('are drawn on the picture as it is shown: stretched, or turned', async () => {
    const stretched = fileOf('stretched.mkv')
    const turned = fileOf('turned.mp4')
    await ffmpeg(lavfi('color=gray:size=160x180:rate=10:duration=1,setsar=2'), ['-c:v', 'mpeg4', stretched])
    await ffmpeg(['-display_rotation', '90', '-i', madeFile('film.mp4')], ['-c', 'copy', turned])
    for (const [file, width, height] of [
      [stretched, 320, 180],
      [turned, 180, 320],
    ] as const) {
      const source = await readFilm(file)
      expect(source.picture).toMatchObject({ width, height })
      await burnCaptions(source, ass, { output: output(), signal: still })
      expect((await readFilm(output())).picture).toEqual({ width, height, hasSquarePixels: true })
    }
  })

  it('need a picture', async () => {
    const refused = burnCaptions(await film('note.mp3'), ass, { output: output(), signal: still })
    await expect(refused).rejects.toMatchObject({ code: 'video.no-picture' })
  })

  it('leave nothing once cancelled', async () => {
    const long = fileOf('long.mkv')
    await ffmpeg(lavfi('testsrc2=size=640x360:rate=25:duration=30'), ['-c:v', 'mpeg4', long])
    const controller = new AbortController()
    const onProgress = (): void => controller.abort()
    const burned = burnCaptions(await readFilm(long), ass, {
      output: output(),
      signal: controller.signal,
      onProgress,
    })
    await expect(burned).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await readdir(folder())).toEqual(['long.mkv'])
  })

  it('are a fault with what ffmpeg said where the film is none any more', async () => {
    const gone = fileOf('gone.mkv')
    await writeFile(gone, 'not a film')
    const broken = burnCaptions({ ...(await film('film.mp4')), path: gone }, ass, {
      output: output(),
      signal: still,
    })
    await expect(broken).rejects.toMatchObject({ code: 'video.failed', values: { file: 'film.mp4' } })
    expect(await readdir(folder())).toEqual(['gone.mkv'])
  })

  it.runIf(process.platform !== 'win32')(
    'say what ffmpeg lacks (left out on Windows: no such script)',
    async () => {
      const { ffmpeg: real, ffprobe } = await findFfmpeg()
      const bare = fileOf('ffmpeg')
      await writeFile(bare, `#!/bin/sh\nexec ${real} "$@" | grep -v ' ass '\n`, { mode: 0o755 })
      const script = `
      import { burnCaptions } from ${JSON.stringify(path.join(import.meta.dirname, 'burn-captions.ts'))}
      import { readFilm } from ${JSON.stringify(path.join(import.meta.dirname, 'film.ts'))}
      const film = await readFilm(${JSON.stringify(madeFile('film.mp4'))})
      const options = { output: ${JSON.stringify(output())}, signal: new AbortController().signal }
      await burnCaptions(film, '', options).catch((error) => console.log(error.code))`
      const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', script], {
        env: { ...process.env, FFMPEG_PATH: bare, FFPROBE_PATH: ffprobe },
        cwd: path.join(import.meta.dirname, '../../..'),
      })
      expect(stdout).toBe('ffmpeg.no-libass\n')
    },
  )
})
