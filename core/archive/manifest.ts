import { tsvLine, tsvRows } from './tsv.ts'

/** What a list may say about a recording; empty: nothing. */
export interface ListedFacts {
  /** The archive's own id. */
  readonly id: string
  readonly title: string
  readonly date: string
  readonly collection: string
  /** ISO 639 code, or `auto`. */
  readonly language: string
  /** A number, or empty. */
  readonly speakers: string
}

/** A recording in the plan. */
export interface ManifestRow extends ListedFacts {
  /** Hash of its bytes: recordings with the same hash are one. */
  readonly sha256: string
  readonly durationMs: number
  readonly bytes: number
  readonly mtimeMs: number
  /** Absolute. */
  readonly path: string
  /** Key of its options, glossary, models, language and number of speakers. */
  readonly key: string
}

export const noFacts: ListedFacts = {
  id: '',
  title: '',
  date: '',
  collection: '',
  language: '',
  speakers: '',
}

const COLUMNS = [
  'sha256',
  'durationMs',
  'bytes',
  'mtimeMs',
  'path',
  'key',
  'id',
  'title',
  'date',
  'language',
  'speakers',
  'collection',
] as const

export const manifestHeader = tsvLine(COLUMNS)

export function manifestLine(row: ManifestRow): string {
  return tsvLine(COLUMNS.map((column) => String(row[column])))
}

/** Rows of the manifest or of a shard. Throws on a malformed line. */
export function* manifestRows(text: string): Generator<ManifestRow> {
  for (const values of tsvRows(text)) {
    const value = (column: (typeof COLUMNS)[number]): string => values[COLUMNS.indexOf(column)] ?? ''
    const count = (column: (typeof COLUMNS)[number]): number => {
      const number = Number(value(column))
      if (value(column) === '' || !Number.isFinite(number) || number < 0)
        throw new RangeError(`${column}: ${value(column)}`)
      return number
    }
    const sha256 = value('sha256')
    if (!/^[0-9a-f]{64}$/u.test(sha256) || !/^[0-9a-f]{32}$/u.test(value('key')))
      throw new RangeError(`no recording: ${values.join(' ').slice(0, 200)}`)
    yield {
      sha256,
      durationMs: count('durationMs'),
      bytes: count('bytes'),
      mtimeMs: count('mtimeMs'),
      path: value('path'),
      key: value('key'),
      id: value('id'),
      title: value('title'),
      date: value('date'),
      language: value('language'),
      speakers: value('speakers'),
      collection: value('collection'),
    }
  }
}
