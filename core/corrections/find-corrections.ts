import type { Transcript } from '../transcript/transcript.ts'
import { commentItems } from './comment-items.ts'
import { fittedCorrection } from './fitted-correction.ts'
import { matchTexts, type MatchedTexts } from './match-texts.ts'
import { nameItems } from './name-items.ts'
import type { FoundCorrection, ProposedCorrection } from './proposed-corrections.ts'
import type { ReturnedBlock, ReturnedDocument } from './returned-document.ts'
import type { ShownAs, ShownBlock } from './shown-text.ts'
import { splitRun } from './split-run.ts'
import { tokensOf } from './text-tokens.ts'
import { trackedRuns } from './tracked-runs.ts'
import { wordItems } from './word-items.ts'

/** With a smaller share of equal words a text is that of another recording. */
export const SAME_TEXT = 0.5

/** A transcript as it was exported. */
export interface Exported {
  readonly source: Transcript
  /** As it left the library: with placeholders for redacted words, in comments too. */
  readonly outgoing: { readonly transcript: Pick<Transcript, 'marks'> }
}

export interface FoundCorrections {
  /** Share of the longer text's words that both have, 0 to 1: below `SAME_TEXT` nothing is found. */
  readonly share: number
  readonly items: readonly ProposedCorrection[]
}

/**
 * What a returned document proposes to change in a transcript: where its text differs from what the export had, by whom,
 * its comments, and other names. What an export leaves out or adds is no difference: hidden fillers, digits, placeholders
 * of redacted words, headings, names, times and line breaks.
 * @param blocks how its exports show it (`shown-text.ts`)
 */
export function findCorrections(
  { source, outgoing }: Exported,
  blocks: readonly ShownBlock[],
  { blocks: returned }: Pick<ReturnedDocument, 'blocks'>,
  shownAs: ShownAs,
): FoundCorrections {
  const textOf = ({ text }: { readonly text: string }): string => text
  const [old, now] = [tokensOf(blocks.map(textOf), shownAs), tokensOf(returned.map(textOf), shownAs)]
  // Of texts of so different lengths too few words can match, however long the other one is.
  const most = Math.min(old.length, now.length) / Math.max(1, old.length, now.length)
  if (most < SAME_TEXT) return { share: most, items: [] }
  const matched = matchTexts(old, now, { areCaptions: shownAs === 'captions' })
  const { share } = matched
  if (share < SAME_TEXT) return { share, items: [] }
  const changes = trackedRuns(matched, returned).flatMap((run) => splitRun(matched, run, returned, blocks))
  const found: FoundCorrection[] = [
    ...wordItems(source, blocks, changes),
    ...commentItems([...source.marks, ...outgoing.transcript.marks], blocks, returned, matched),
    ...nameItems(source, blocks, returned, matched),
    ...toldItems(blocks, returned, matched),
  ]
  const items = found.map((item, index) => fittedCorrection({ ...item, id: String(index + 1) }))
  return { share, items }
}

/** Paragraphs that were moved, and those that nobody said. */
function toldItems(
  blocks: readonly ShownBlock[],
  returned: readonly ReturnedBlock[],
  { moved, added, old, now, oldOf }: MatchedTexts,
): FoundCorrection[] {
  /** The last word here that precedes a returned block. */
  const wordBefore = (index: number): string | null => {
    const token =
      old[oldOf[now.findLastIndex(({ block }, at) => block < index && (oldOf[at] ?? -1) >= 0)] ?? -1]
    const words = blocks[token?.block ?? -1]?.words ?? []
    return words.find(({ to }) => token !== undefined && to > token.from)?.ids.at(-1) ?? null
  }
  return returned.flatMap(({ text, tracked = [] }, index): FoundCorrection[] => {
    const shown = text.trim()
    const place = moved.get(index)
    if ((place === undefined && !added.has(index)) || shown === '') return []
    const { by = null, atMs = null } = tracked[0] ?? {}
    const nearWordId = place === undefined ? wordBefore(index) : (blocks[place]?.words[0]?.ids[0] ?? null)
    return [
      {
        kind: 'told',
        about: place === undefined ? 'unspoken' : 'moved',
        text: shown,
        nearWordId,
        ...(by === null ? {} : { by }),
        ...(atMs === null ? {} : { atMs }),
      },
    ]
  })
}
