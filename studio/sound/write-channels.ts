import { link, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { partName } from './part-name.ts'
import { runFfmpeg } from './run-ffmpeg.ts'

/**
 * Writes the audio tracks of a file as one WAV with one channel per track, which must be mono. Never replaces
 * a file: fault `output.exists`, those of `runFfmpeg`.
 */
export async function writeChannels(source: string, tracks: number, file: string): Promise<void> {
  const folder = path.dirname(file)
  const part = path.join(folder, `.${partName(file)}.${process.pid}.part`)
  const inputs = Array.from({ length: tracks }, (_, track) => `[0:a:${track}]`).join('')
  const map =
    tracks === 1
      ? ['-map', '0:a:0']
      : ['-filter_complex', `${inputs}amerge=inputs=${tracks}[out]`, '-map', '[out]']
  const words = ['-i', source, ...map, '-c:a', 'pcm_s16le', '-rf64', 'auto', '-f', 'wav', '-y', part]
  const { signal } = new AbortController()
  try {
    await runFfmpeg(words, { folder, title: path.basename(source), signal }, async (output) => {
      output.resume()
    })
    await putInPlace(part, file)
  } catch (error) {
    throw diskFault(error, folder)
  } finally {
    await rm(part, { force: true })
  }
}

/** A link never replaces a file; disks without links (exFAT) need a check and a rename. */
async function putInPlace(part: string, file: string): Promise<void> {
  try {
    await link(part, file)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') throw new Fault('output.exists', { file })
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    const isThere = await stat(file).then(
      () => true,
      () => false,
    )
    if (isThere) throw new Fault('output.exists', { file })
    await rename(part, file)
  }
}
