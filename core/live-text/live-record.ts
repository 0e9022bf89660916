import type { Word } from '../transcript/transcript.ts'

/** A word as it was decoded while recording; times in ms on the recording's own clock. */
export type LiveWord = Pick<Word, 'before' | 'text' | 'startMs' | 'endMs' | 'confidence'>

/** Text of a stretch of one source that was made while recording; it never changes. */
export interface DecodedLine {
  readonly id: string
  readonly source: number
  readonly startMs: number
  readonly endMs: number
  /** ISO 639-1, as the model found it; empty if it did not. */
  readonly language: string
  /** Null: speech that was left out, to catch up or because its decode failed. */
  readonly words: readonly LiveWord[] | null
}

/** What a person said of the text while recording; of the same line or source the newest holds. */
export type LiveChange =
  /** The whole text of the line as it is to be; empty if nothing was said. */
  | { readonly kind: 'line'; readonly lineId: string; readonly text: string }
  /** Who speaks in these lines of the source, or in all of it (null); empty for nobody in particular. */
  | {
      readonly kind: 'name'
      readonly source: number
      readonly name: string
      readonly lineIds: readonly string[] | null
      /** The lines in which the name was typed, where it is of all of the source. */
      readonly typedIn?: readonly string[]
    }

/** Text while recording, with everything that a person changed in it. */
export interface LiveRecord {
  readonly lines: readonly DecodedLine[]
  readonly changes: readonly LiveChange[]
}

/** Null for speech that was left out. */
export function lineText({ words }: Pick<DecodedLine, 'words'>): string | null {
  return words === null
    ? null
    : words
        .map(({ before, text }) => before + text)
        .join('')
        .trim()
}

/** The newest text of each line that a person changed, by id. */
export function changedTexts(changes: readonly LiveChange[]): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap((change) => (change.kind === 'line' ? [[change.lineId, change.text] as const] : [])),
  )
}

/** Who speaks, as a person said: of a line the newest name holds, of it alone or of its source. */
export class GivenNames {
  readonly #ofLines = new Map<string, string>()
  readonly #ofSources = new Map<number, string>()
  readonly #typedIn = new Map<number, readonly string[]>()

  constructor(changes: readonly LiveChange[]) {
    const linesOf = new Map<number, string[]>()
    for (const change of changes) {
      if (change.kind !== 'name') continue
      const { source, name, lineIds } = change
      if (lineIds === null) {
        this.#ofSources.set(source, name)
        this.#typedIn.set(source, change.typedIn ?? [])
        for (const id of linesOf.get(source) ?? []) this.#ofLines.delete(id)
        linesOf.delete(source)
      } else {
        for (const id of lineIds) this.#ofLines.set(id, name)
        linesOf.set(source, [...(linesOf.get(source) ?? []), ...lineIds])
      }
    }
  }

  /** Null for nobody in particular. */
  ofSource(source: number): string | null {
    return this.#ofSources.get(source) || null
  }

  /** The lines in which the name of the source was typed; none for what was given without one. */
  typedIn(source: number): ReadonlySet<string> {
    return new Set(this.#typedIn.get(source))
  }

  ofLine({ id, source }: Pick<DecodedLine, 'id' | 'source'>): string | null {
    const own = this.#ofLines.get(id)
    return own === undefined ? this.ofSource(source) : own || null
  }
}

/** Lines whose text a person left otherwise than it was decoded, in order. */
export function correctedLines({ lines, changes }: LiveRecord): { line: DecodedLine; text: string }[] {
  const texts = changedTexts(changes)
  return lines.flatMap((line) => {
    const text = texts.get(line.id)
    return text === undefined || line.words === null || text === lineText(line) ? [] : [{ line, text }]
  })
}
