import path from 'node:path'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'

/** A hum of the given number of seconds, as `NAME.wav` in `folder`: input for the engine without models. */
export async function countedSound(folder: string, name: string, seconds: number): Promise<string> {
  const file = path.join(folder, `${name}.wav`)
  const source = `sine=frequency=${frequencyOf(name)}:sample_rate=16000:duration=${seconds}`
  await ffmpeg('-f', 'lavfi', '-i', source, '-filter:a', 'volume=0.1', '-c:a', 'pcm_s16le', file)
  return file
}

/** Files with other names have other contents, as they would otherwise be the same recording. */
function frequencyOf(name: string): number {
  return 200 + (Buffer.from(name).reduce((sum, byte) => sum * 31 + byte, 0) % 400)
}
