import { Fault } from '#contracts/errors'
import { answerWithin } from '../drives/answer-within.ts'
import { factsOf } from '../drives/files.ts'
import type { CardRow } from '../library/tables/list/cards.ts'
import { soundFiles } from '../sound/decode.ts'
import type { Presence } from './recording-card.ts'

/**
 * Time limit for a sleeping drive, which must not block the library: without an answer the file counts as
 * present.
 */
const TIMEOUT_MS = 500

/** Checks on disk whether the original is in its place and whether there is audio to play. */
export async function presenceOf(
  cacheFolder: string,
  row: Pick<CardRow, 'id' | 'path' | 'track'>,
): Promise<Presence> {
  const [isThere, playable] = await Promise.all([
    answerWithin(TIMEOUT_MS, isFileThere(row.path), true),
    row.track === null ? false : isFileThere(soundFiles(cacheFolder, row.id, row.track).proxy),
  ])
  return { missing: !isThere, playable }
}

function isFileThere(file: string): Promise<boolean> {
  return factsOf(file).then(
    () => true,
    // Missing or not accessible: it cannot be opened in either case.
    (error: unknown) => error instanceof Fault && error.code === 'drive.silent',
  )
}
