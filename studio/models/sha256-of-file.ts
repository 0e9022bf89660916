import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Reads the file once, in constant memory; `onBytes` gets the progress. */
export async function sha256OfFile(
  file: string,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void,
): Promise<string> {
  const hash = createHash('sha256')
  const source = createReadStream(file, { highWaterMark: 1 << 20 })
  if (onBytes) source.on('data', () => onBytes(source.bytesRead))
  await pipeline(source, hash, signal ? { signal } : {})
  return hash.digest('hex')
}
