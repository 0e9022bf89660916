import { createHash, randomUUID } from 'node:crypto'
import { Fault } from '#contracts/errors'
import { MOST_CORRECTIONS } from '#contracts/proposed-corrections'
import { MAX_ANSWER_BYTES, ReviewAnswerShape } from '#contracts/review-answer'
import type { ProposedCorrections } from '#core/corrections/proposed-corrections'
import { answerCorrections, knownShare } from '#core/review/answer-corrections'
import type { ReviewAnswer } from '#core/review/review-answer'
import type { Library } from '../library/library.ts'

/** Fewer of its words are another recording's, or those of another transcript. */
const LEAST_SHARE = 0.5

export interface GivenAnswer {
  readonly transcriptId: string
  readonly fileName: string
  readonly bytes: Uint8Array
  /** ms since 1970. */
  readonly nowMs: number
}

/** Whether a file says that it is the answer of a review page. */
export const isAnswer = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_000))
    .toString('utf8')
    .replaceAll(/\s/gu, '')
    .includes('"format":"parolo-review"')

/**
 * What a review page gave back as corrections that a person proposes; nothing is stored. Faults `review.no-answer`, `review.other-recording`.
 */
export async function proposeAnswer(
  library: Library,
  { transcriptId, fileName, bytes, nowMs }: GivenAnswer,
): Promise<ProposedCorrections> {
  const answer = readAnswer(bytes, fileName)
  const transcript = await library.transcript(transcriptId)
  if (answer.transcript !== transcriptId && knownShare(transcript, answer) < LEAST_SHARE)
    throw new Fault('review.other-recording', { file: fileName, title: answer.title })
  const items = answerCorrections(transcript, answer)
  if (items.length > MOST_CORRECTIONS) throw new Fault('review.no-answer', { file: fileName })
  const by = answer.reviewer.trim()
  return {
    id: randomUUID(),
    transcriptId,
    by: by === '' ? null : by,
    atMs: Date.parse(answer.answered),
    readAtMs: nowMs,
    source: { format: 'review', fileName, sha256: createHash('sha256').update(bytes).digest('hex') },
    items,
  }
}

function readAnswer(bytes: Uint8Array, file: string): ReviewAnswer {
  if (bytes.byteLength > MAX_ANSWER_BYTES) throw new Fault('review.no-answer', { file })
  let value: unknown
  try {
    // A message may put a byte order mark or spaces around it.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim())
  } catch (error) {
    throw new Fault('review.no-answer', { file }, error instanceof Error ? error.message : String(error))
  }
  const { data, error } = ReviewAnswerShape.safeParse(value)
  if (data === undefined) throw new Fault('review.no-answer', { file }, error.issues[0]?.message)
  return data
}
