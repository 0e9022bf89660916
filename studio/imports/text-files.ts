import { detectFormat } from '#core/formats/detect-format'
import { decodeText } from '#core/formats/text-encoding'
import { readBlock } from '../drives/files.ts'

/** As much as tells formats of one extension apart. */
const PROBE = 64 * 1_024

/** Whether a file is a `.parolo.json`, or no JSON that other programs write; false if it cannot be read. */
export async function isOwnTranscript(path: string, fileName: string): Promise<boolean> {
  if (!/\.json$/iu.test(fileName)) return false
  const beginning = await readBlock(path, 0, PROBE).catch(() => null)
  // The reader says why.
  if (beginning === null || beginning.facts.kind !== 'file') return true
  return detectFormat(fileName, decodeText(beginning.bytes).text) === 'json'
}
