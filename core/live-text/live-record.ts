import type { Word } from '../transcript/transcript.ts'

/** A word decoded while recording; times in ms on the recording's clock. */
export type LiveWord = Pick<Word, 'before' | 'text' | 'startMs' | 'endMs' | 'confidence'>

/** Text of one span of a source, decoded while recording; it never changes. */
export interface DecodedLine {
  readonly id: string
  readonly source: number
  readonly startMs: number
  readonly endMs: number
  /** ISO 639-1, as detected by the model; empty if it was not. */
  readonly language: string
  /** Null: speech that was skipped, to catch up or because its decode failed. */
  readonly words: readonly LiveWord[] | null
}

/** A person's change while recording; for each line or source the newest applies. */
export type LiveChange =
  /** The new text of the whole line; empty if nothing was said. */
  | { readonly kind: 'line'; readonly lineId: string; readonly text: string }
  /** The speaker of these lines of the source, or of all of it (null); empty: nobody in particular. */
  | {
      readonly kind: 'name'
      readonly source: number
      readonly name: string
      readonly lineIds: readonly string[] | null
      /** The lines in which the name was typed, if it is for the whole source. */
      readonly typedIn?: readonly string[]
    }

/** Text decoded while recording, with everything that a person changed in it. */
export interface LiveRecord {
  readonly lines: readonly DecodedLine[]
  readonly changes: readonly LiveChange[]
}

/** Null for skipped speech. */
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

/**
 * The speakers named by a person: the newest name for a line applies, whether set for it alone or for its
 * source.
 */
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

  /** The lines in which the name of the source was typed; none if it was set without a line. */
  typedIn(source: number): ReadonlySet<string> {
    return new Set(this.#typedIn.get(source))
  }

  ofLine({ id, source }: Pick<DecodedLine, 'id' | 'source'>): string | null {
    const own = this.#ofLines.get(id)
    return own === undefined ? this.ofSource(source) : own || null
  }
}

/** Lines whose text a person changed, in order. */
export function correctedLines({ lines, changes }: LiveRecord): { line: DecodedLine; text: string }[] {
  const texts = changedTexts(changes)
  return lines.flatMap((line) => {
    const text = texts.get(line.id)
    return text === undefined || line.words === null || text === lineText(line) ? [] : [{ line, text }]
  })
}
