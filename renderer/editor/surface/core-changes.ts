import type { ChangeSpec, Text } from '@codemirror/state'
import { commonEndsAt, commonTextEnds, middleOf } from '#core/sequences/common-ends'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { paragraphOfLine, type BlankLine, type Lines } from './lines.ts'
import { layoutOf, lineText } from './paragraph-layout.ts'

export interface CoreChanges {
  readonly changes: readonly ChangeSpec[]
  readonly lines: Lines
}

/** What an old line represented. */
interface OldLine {
  readonly paragraph: Paragraph | null
  readonly isBlank: boolean
}

/**
 * The changes that make the text show `transcript`; remaining lines are changed only where they differ. A
 * blank line stays while the caret is in it (`caretLines`, from 0) and nobody else has typed there.
 */
export function coreChanges(
  lines: Lines,
  doc: Text,
  transcript: Transcript,
  caretLines: ReadonlySet<number>,
): CoreChanges {
  const wasEmpty = lines.transcript.paragraphs.length === 0
  const news = transcript.paragraphs
  const oldAt = (line: number): OldLine => ({
    paragraph: paragraphOfLine(lines, line),
    isBlank: lines.blanks.some((blank) => blank.line === line),
  })
  const isSame = (line: number, index: number): boolean => {
    const { paragraph, isBlank } = oldAt(line)
    return !isBlank && paragraph !== null && paragraph === news[index]
  }
  const { head: start, tail } = commonEndsAt(doc.lines, news.length, isSame)
  const writer = new ChangeWriter(doc, start)
  const oldEnd = doc.lines - tail
  const newEnd = news.length - tail
  const indexById = new Map(
    news.slice(start, newEnd).map((paragraph, index) => [paragraph.id, start + index]),
  )
  let next = start
  for (let line = start; line < oldEnd; line += 1) {
    const { paragraph, isBlank } = oldAt(line)
    const isCaretHere = isBlank && caretLines.has(line) && !wasEmpty
    if (paragraph === null) {
      if (isCaretHere) writer.keepBlank(line, null)
      else writer.remove(line)
      continue
    }
    const place = indexById.get(paragraph.id)
    if (place === undefined || place < next) {
      writer.remove(line)
      continue
    }
    for (; next < place; next += 1) writer.insert(line, lineText(news[next] ?? paragraph))
    const now = news[next] ?? paragraph
    next += 1
    if (isCaretHere && now === paragraph) writer.keepBlank(line, paragraph.id)
    else writer.keep(line, now, caretLines.has(line) && !isBlank ? paragraph : null)
  }
  for (; next < newEnd; next += 1) {
    const paragraph = news[next]
    if (paragraph !== undefined) writer.insert(oldEnd, lineText(paragraph))
  }
  const blanks = writer.end(oldEnd)
  return { changes: writer.changes, lines: { transcript, blanks } }
}

/** Collects changes line by line; a deletion and an insertion at one place become one change. */
class ChangeWriter {
  readonly changes: ChangeSpec[] = []
  readonly #doc: Text
  readonly #blanks: BlankLine[] = []
  #removedFrom: number | null = null
  #inserted: string[] = []
  /** Number of lines written to the new text. */
  #written: number

  constructor(doc: Text, start: number) {
    this.#doc = doc
    this.#written = start
  }

  remove(line: number): void {
    this.#removedFrom ??= line
  }

  insert(line: number, text: string): void {
    if (this.#removedFrom === null && this.#inserted.length === 0) this.#place = line
    this.#inserted.push(text)
    this.#written += 1
  }
  #place = 0

  /**
   * `shown`: the paragraph shown on the line, if a caret is in it; elsewhere one large change is faster than many small
   * ones.
   */
  keep(line: number, now: Paragraph, shown: Paragraph | null): void {
    this.#flush(line)
    const { from, text } = this.#doc.line(line + 1)
    this.changes.push(
      ...(shown === null ? textChanges(from, text, lineText(now)) : wordChanges(from, shown, now)),
    )
    this.#written += 1
  }

  keepBlank(line: number, paragraphId: string | null): void {
    this.#flush(line)
    this.#blanks.push({ line: this.#written, paragraphId })
    this.#written += 1
  }

  end(line: number): BlankLine[] {
    this.#flush(line)
    // A document has one line even without paragraphs.
    const isEmpty = this.#written === 0 && line === this.#doc.lines
    return isEmpty ? [{ line: 0, paragraphId: null }] : this.#blanks
  }

  /** Writes pending lines before old line `line`. */
  #flush(line: number): void {
    const doc = this.#doc
    const from = this.#removedFrom
    const insert = this.#inserted
    this.#removedFrom = null
    this.#inserted = []
    if (from === null && insert.length === 0) return
    if (from === null) {
      const isEnd = this.#place >= doc.lines
      const text = insert.join('\n')
      if (isEnd) this.changes.push({ from: doc.length, insert: `\n${text}` })
      else this.changes.push({ from: doc.line(this.#place + 1).from, insert: `${text}\n` })
    } else if (insert.length > 0) {
      this.changes.push({ from: doc.line(from + 1).from, to: doc.line(line).to, insert: insert.join('\n') })
    } else if (line < doc.lines) {
      this.changes.push({ from: doc.line(from + 1).from, to: doc.line(line + 1).from })
    } else {
      this.changes.push({ from: from === 0 ? 0 : doc.line(from).to, to: doc.length })
    }
  }
}

/**
 * One change for each run of words changed by others, so that a caret between two runs keeps its position. `from`:
 * start of the line.
 */
function wordChanges(from: number, shown: Paragraph, now: Paragraph): ChangeSpec[] {
  const olds = layoutOf(shown)
  const news = layoutOf(now)
  const indexById = new Map(now.words.map((word, index) => [word.id, index]))
  const changes: ChangeSpec[] = []
  let oldFrom = 0
  let newFrom = 0
  let next = 0
  const change = (oldTo: number, newTo: number): void => {
    changes.push(
      ...textChanges(from + oldFrom, olds.text.slice(oldFrom, oldTo), news.text.slice(newFrom, newTo)),
    )
    oldFrom = oldTo
    newFrom = newTo
  }
  for (const [index, word] of shown.words.entries()) {
    const place = indexById.get(word.id)
    if (place === undefined || place < next) continue
    next = place + 1
    change(olds.starts[index] ?? 0, news.starts[place] ?? 0)
    change(olds.ends[index] ?? 0, news.ends[place] ?? 0)
  }
  change(olds.text.length, news.text.length)
  return changes
}

function textChanges(from: number, old: string, text: string): ChangeSpec[] {
  if (old === text) return []
  const ends = commonTextEnds(old, text)
  return [{ from: from + ends.head, to: from + old.length - ends.tail, insert: middleOf(text, ends) }]
}
