import type { Transcript } from '../transcript/transcript.ts'
import type { MatchedTexts } from './match-texts.ts'
import type { FoundCorrection } from './proposed-corrections.ts'
import type { ReturnedBlock } from './returned-document.ts'
import type { ShownBlock } from './shown-text.ts'

/** Names above paragraphs that differ from those here: a new name of a speaker if all of its are changed to one, else reported. */
export function nameItems(
  { speakers }: Pick<Transcript, 'speakers'>,
  blocks: readonly ShownBlock[],
  returned: readonly ReturnedBlock[],
  { old, now, oldOf }: MatchedTexts,
): FoundCorrection[] {
  const known = new Set(blocks.flatMap(({ name }) => name ?? []))
  const first = new Map<number, ShownBlock>()
  for (const [index, { block }] of now.entries()) {
    const token = old[oldOf[index] ?? -1]
    const shown = token === undefined ? undefined : blocks[token.block]
    if (shown !== undefined && !first.has(block)) first.set(block, shown)
  }
  const named = returned.flatMap(({ name }, index) => {
    const block = first.get(index)
    return name === null || name.trim() === '' || block === undefined ? [] : [{ name: name.trim(), block }]
  })
  return [...Map.groupBy(named, ({ block }) => block.speakerId)].flatMap(([speakerId, own]) => {
    // It may have been named here after the export.
    const others = own.filter(({ name, block }) => name !== block.name && name !== block.label)
    const names = new Set(own.map(({ name }) => name))
    const [name = ''] = names
    const isOne = names.size === 1 && others.length > 0 && !known.has(name)
    const speaker = speakers.find(({ id }) => id === speakerId)
    if (isOne && speaker !== undefined)
      return [
        { kind: 'speaker-name' as const, speakerId: speaker.id, expected: own[0]?.block.name ?? '', name },
      ]
    return others.map(({ name: other, block }): FoundCorrection => {
      const text = `${other}: ${start(block.text)}`
      return { kind: 'told', about: 'said-by', text, nearWordId: block.words[0]?.ids[0] ?? null }
    })
  })
}

/** Enough of a paragraph to recognize it. */
const start = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text)
