import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Every audio track of a file as 48 kHz samples. */
export async function decodedTracks(file: string, tracks: number): Promise<Int16Array[]> {
  const decoded: Int16Array[] = []
  for (let track = 0; track < tracks; track += 1) {
    const words = ['-v', 'error', '-i', file, '-map', `0:a:${track}`, '-ar', '48000', '-f', 's16le', '-']
    const { stdout } = await promisify(execFile)('ffmpeg', words, {
      encoding: 'buffer',
      maxBuffer: 1 << 30,
    })
    const bytes = Uint8Array.from(stdout)
    decoded.push(new Int16Array(bytes.buffer, 0, bytes.length / 2))
  }
  return decoded
}

/** The frequency of a tone by its zero crossings, Hz. */
export function pitchOf(samples: Int16Array): number {
  let crossings = 0
  for (let index = 1; index < samples.length; index += 1)
    if ((samples[index - 1] ?? 0) < 0 && (samples[index] ?? 0) >= 0) crossings += 1
  return (crossings * 48_000) / samples.length
}
