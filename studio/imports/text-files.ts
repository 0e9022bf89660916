import { detectFormat } from '#core/formats/reading/detect-format'
import { decodeText } from '#core/formats/reading/text-encoding'
import { readBlock } from '../drives/files.ts'

/** Enough to distinguish formats with the same extension. */
const PROBE = 64 * 1_024

/** Whether a file is a `.parolo.json`, or at least no JSON of another program; false if it cannot be read. */
export async function isOwnTranscript(path: string, fileName: string): Promise<boolean> {
  if (!/\.json$/iu.test(fileName)) return false
  const beginning = await readBlock(path, 0, PROBE).catch(() => null)
  // The reader reports the reason.
  if (beginning === null || beginning.facts.kind !== 'file') return true
  return detectFormat(fileName, decodeText(beginning.bytes).text) === 'json'
}
