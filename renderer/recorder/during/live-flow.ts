import type { LiveLine } from '#contracts/sound-wire'
import { changedTexts, GivenNames, type LiveChange } from '#core/live-text/live-record'
import type { PageMoment } from '../running/recorder-store.ts'

/** The current state of a line. */
export interface FlowLine {
  readonly id: string
  readonly startMs: number
  /** As corrected by a person, else as decoded. */
  readonly text: string
  readonly decoded: string
}

/** Consecutive lines of one source and one name; none for speech whose text is pending. */
export interface FlowParagraph {
  readonly kind: 'paragraph'
  /** Id of its first line. */
  readonly id: string
  readonly source: number
  /** The speaker named by a person; null: not named. */
  readonly name: string | null
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly FlowLine[]
}

export interface FlowMoment {
  readonly kind: 'moment'
  readonly id: string
  readonly moment: PageMoment
}

export type FlowItem = FlowParagraph | FlowMoment

/** After a longer pause, or this many letters, a new paragraph begins. */
const MAX_PAUSE_MS = 5_000
const MAX_LETTERS = 500

/**
 * The content of the page: lines in order of arrival, as paragraphs, and each moment before the first line
 * that begins after it. Further lines only extend the last paragraph, or are placed before later moments.
 * @param moments in order of time
 */
export function liveFlow(
  lines: readonly LiveLine[],
  changes: readonly LiveChange[],
  moments: readonly PageMoment[],
): FlowItem[] {
  const texts = changedTexts(changes)
  const names = new GivenNames(changes)
  const items: FlowItem[] = []
  let next = 0
  const putMoments = (beforeMs: number): void => {
    for (
      let moment = moments[next];
      moment !== undefined && moment.atMs <= beforeMs;
      moment = moments[next]
    ) {
      items.push({ kind: 'moment', id: moment.id, moment })
      next += 1
    }
  }
  for (const line of lines) {
    putMoments(line.startMs)
    const last = items.at(-1)
    const { id, source, startMs, endMs, text } = line
    const own = text === null ? [] : [{ id, startMs, text: texts.get(id) ?? text, decoded: text }]
    const name = names.ofLine(line)
    if (last?.kind === 'paragraph' && last.name === name && goesOn(last, line))
      items[items.length - 1] = { ...last, endMs, lines: [...last.lines, ...own] }
    else items.push({ kind: 'paragraph', id, source, name, startMs, endMs, lines: own })
  }
  putMoments(Infinity)
  return items
}

function goesOn(last: FlowParagraph, { source, startMs, text }: LiveLine): boolean {
  return (
    last.source === source &&
    text !== null &&
    last.lines.length > 0 &&
    last.lines.reduce((letters, { decoded }) => letters + decoded.length + 1, -1) < MAX_LETTERS &&
    startMs - last.endMs < MAX_PAUSE_MS
  )
}
