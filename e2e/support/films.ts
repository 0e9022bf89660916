import path from 'node:path'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { fixturePath } from './libraries.ts'

const PICTURES_SECONDS = 8

/**
 * Videos of a test picture with noise: small, but 250 kB per second, so that no browser buffers a minute. Two
 * people speak for eight seconds, then nobody does. Each file has unique bytes. `seconds`: a multiple of
 * eight.
 */
export async function makeFilms(
  folder: string,
  names: readonly string[],
  seconds: number,
): Promise<string[]> {
  const pictures = path.join(folder, 'pictures.webm')
  const source = `testsrc=size=320x180:rate=12:duration=${PICTURES_SECONDS},noise=alls=60:allf=t`
  const rate = ['-b:v', '2M', '-minrate', '2M', '-maxrate', '2M', '-bufsize', '1M']
  await ffmpeg(
    ['-f', 'lavfi', '-i', source],
    ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', ...rate, pictures],
  )
  const loops = String(seconds / PICTURES_SECONDS - 1)
  const films: string[] = []
  for (const name of names) {
    const film = path.join(folder, `${name}.webm`)
    await ffmpeg(
      ['-stream_loop', loops, '-i', pictures],
      ['-i', fixturePath('two-voices-8s-en.opus'), '-map', '0:v', '-map', '1:a'],
      ['-af', 'apad', '-t', String(seconds), '-metadata', `title=${name}`],
      ['-c:v', 'copy', '-c:a', 'libopus', film],
    )
    films.push(film)
  }
  return films
}
