import { programLanguage, say } from '../../messages/messages.ts'
import type { Moment } from '../../moments/moment.ts'
import { knownMoments } from '../../moments/read-moment.ts'
import { speakingTable } from '../../speaking/speaking-table.ts'
import { shortTime } from '../../notation/clock.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'
import { textBlocks } from '../reading/text-blocks.ts'
import { markedPassages } from './marked-passages.ts'
import type { MinutesBlock } from './minutes-blocks.ts'
import {
  type BlockPlaceholder,
  filledLine,
  headingIn,
  type LinePlaceholder,
  templateLines,
  usualTemplate,
} from './minutes-template.ts'
import { proofAt } from './proof.ts'
import { oneLine } from '../reading/one-line.ts'

/**
 * Minutes as blocks: the template with its values. Lines whose placeholders are all empty are omitted, as are
 * headings with nothing below them.
 */
export function minutesBlocks(document: DocumentWithExtras, options: WriteOptions): MinutesBlock[] {
  const { transcript } = document
  const language = programLanguage(transcript.language)
  const given = options.minutes?.template.trim() ?? ''
  const values = lineValues(document, options)
  const parts = templateLines(given === '' ? usualTemplate(language) : given).flatMap((line): Part[] => {
    if (line.kind === 'block') {
      const redacted = redactedOf(line.placeholder, document, options)
      const part = blocksOf(line.placeholder, document, options)
      return redacted === null ? [part] : part === null ? [redacted] : [part, redacted]
    }
    const written = line.kind === 'heading' ? headingIn(transcript.language, line.text) : line.text
    const text = filledLine(written, values)
    if (text === null || text === '') return [null]
    if (line.kind === 'heading') return [{ kind: 'heading', level: line.level, text }]
    return [line.kind === 'item' ? { kind: 'items', texts: [text] } : { kind: 'line', text }]
  })
  return joinedItems(withoutEmptySections(parts))
}

/** Null: a placeholder had nothing to show. */
type Part = MinutesBlock | null

function withoutEmptySections(parts: readonly Part[]): MinutesBlock[] {
  return parts.filter((part, place): part is MinutesBlock => {
    if (part === null) return false
    if (part.kind !== 'heading') return true
    const next = parts.findIndex(
      (other, at) => at > place && other?.kind === 'heading' && other.level <= part.level,
    )
    const section = parts.slice(place + 1, next === -1 ? undefined : next)
    return !section.includes(null) || section.some((other) => other !== null && other.kind !== 'heading')
  })
}

function joinedItems(blocks: readonly MinutesBlock[]): MinutesBlock[] {
  const joined: MinutesBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'items' && last?.kind === 'items') {
      joined[joined.length - 1] = { kind: 'items', texts: [...last.texts, ...block.texts] }
    } else joined.push(block)
  }
  return joined
}

function lineValues(
  { recording, part }: DocumentWithExtras,
  options: WriteOptions,
): Readonly<Record<LinePlaceholder, string>> {
  const { title, date, place, durationMs, fileName } = recording
  return {
    title: oneLine(title || options.name || fileName),
    date: oneLine(date ?? '') || oneLine(options.minutes?.date ?? ''),
    place: oneLine(place ?? ''),
    length: durationMs === 0 ? '' : shortTime(part === undefined ? durationMs : part.endMs - part.startMs),
    file: oneLine(fileName),
  }
}

function blocksOf(placeholder: BlockPlaceholder, document: DocumentWithExtras, options: WriteOptions): Part {
  const moments = knownMoments(document.recording.moments ?? [])
  if (options.minutes?.without?.includes(placeholder) === true) return null
  switch (placeholder) {
    case 'people':
      return people(document, options)
    case 'decisions':
      return decisions(moments, document, options)
    case 'actions':
      return actions(moments, document, options)
    case 'passages': {
      const passages = markedPassages(document, options)
      return passages.length === 0 ? null : { kind: 'passages', passages }
    }
    case 'text': {
      const blocks = options.minutes?.wholeText === true ? textBlocks(document, options) : []
      return blocks.length === 0 ? null : { kind: 'text', blocks }
    }
    default:
      return placeholder satisfies never
  }
}

const momentOf = { decisions: 'decision', actions: 'action', passages: 'bookmark' } as const

/** States how many moments of a section are omitted because their time is redacted; null: none. */
function redactedOf(
  placeholder: BlockPlaceholder,
  { redactedMoments = {}, transcript }: DocumentWithExtras,
  { minutes }: WriteOptions,
): Part {
  if (minutes?.without?.includes(placeholder) === true) return null
  if (placeholder !== 'decisions' && placeholder !== 'actions' && placeholder !== 'passages') return null
  const count = redactedMoments[momentOf[placeholder]] ?? 0
  if (count === 0) return null
  return { kind: 'line', text: say(programLanguage(transcript.language), 'minutes.redacted', { count }) }
}

function people(document: DocumentWithExtras, options: WriteOptions): Part {
  const { speakerLabel, speakerNames } = options
  const language = programLanguage(document.transcript.language)
  const table = speakingTable(document, {
    speakerLabel,
    language,
    ...(speakerNames === undefined ? {} : { speakerNames }),
  })
  if (table === null) return null
  const { head, rows, voices } = table
  return { kind: 'table', head, rows, numbersFrom: 1, voices }
}

function decisions(moments: readonly Moment[], document: DocumentWithExtras, options: WriteOptions): Part {
  const { times = true } = options
  const items = moments.flatMap((moment) => {
    if (moment.kind !== 'decision') return []
    const { id, atMs, value } = moment
    return [{ id, text: oneLine(value), atMs: times ? atMs : null, proof: proofAt(document, atMs, options) }]
  })
  return items.length === 0 ? null : { kind: 'numbered', items }
}

function actions(moments: readonly Moment[], document: DocumentWithExtras, options: WriteOptions): Part {
  const { transcript } = document
  const { times = true } = options
  const language = programLanguage(transcript.language)
  const listed = moments.flatMap((moment) => (moment.kind === 'action' ? [moment] : []))
  const rows = listed.map(({ atMs, value: { text, who, until } }) => [
    oneLine(text),
    oneLine(who),
    oneLine(until),
    ...(times ? [shortTime(atMs)] : []),
  ])
  if (rows.length === 0) return null
  const head = (['minutes.what', 'minutes.who', 'minutes.until'] as const).map((key) => say(language, key))
  return {
    kind: 'table',
    head: times ? [...head, say(language, 'minutes.time')] : head,
    rows,
    numbersFrom: 3,
    rowIds: listed.map(({ id }) => id),
    rowProofs: listed.map(({ atMs }) => proofAt(document, atMs, options)),
  }
}
