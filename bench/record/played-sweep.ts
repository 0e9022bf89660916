import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The played sound: partials that never repeat and a little noise, so that the correct lag is unique. */
export async function writeSweep(wav: string, seconds: number): Promise<void> {
  const tones = Array.from(
    { length: 6 },
    (_, index) => `0.08*sin(2*PI*(110+${index * 317}.7)*t+sin(t*0.${index + 3}))`,
  ).join('+')
  const words = [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    `aevalsrc='${tones}+0.05*(random(0)-0.5)':s=48000:d=${seconds}`,
  ]
  await promisify(execFile)('ffmpeg', [...words, '-ac', '1', '-c:a', 'pcm_s16le', wav])
}
