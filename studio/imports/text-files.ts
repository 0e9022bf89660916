import { open } from 'node:fs/promises'
import { detectFormat } from '#core/formats/detect-format'
import { formats } from '#core/formats/formats'
import { decodeText } from '#core/formats/text-encoding'

/** Texts without times and formats that are told by their content. */
const byContent = /\.(?:json|xml|txt|text|docx)$/iu
/** As much as tells formats of one extension apart. */
const PROBE = 64 * 1_024

/** Transcripts and captions are recognized by name: no media file has one of these extensions. */
export function isTextFile(fileName: string): boolean {
  if (byContent.test(fileName)) return true
  const id = detectFormat(fileName, '')
  return id !== null && (formats[id].read !== undefined || formats[id].readBytes !== undefined)
}

/** Whether a file is a `.parolo.json`, or no JSON that other programs write; false if it cannot be read. */
export async function isOwnTranscript(path: string, fileName: string): Promise<boolean> {
  if (!/\.json$/iu.test(fileName)) return false
  const file = await open(path).catch(() => null)
  // The reader says why.
  if (file === null) return true
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(PROBE), 0, PROBE, 0)
    return detectFormat(fileName, decodeText(buffer.subarray(0, bytesRead)).text) === 'json'
  } finally {
    await file.close()
  }
}
