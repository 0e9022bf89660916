import { type ListedFacts, noFacts } from './manifest.ts'

export interface ListedRecording extends ListedFacts {
  /** As written in the list. */
  readonly path: string
}

export type ListProblem = 'no-path' | 'bad-language' | 'bad-speakers'

export interface ReadList {
  /** Null if the first line has no column `path`. */
  readonly recordings: readonly ListedRecording[] | null
  readonly problems: readonly {
    /** From 1. */
    readonly line: number
    readonly path: string
    readonly problem: ListProblem
    readonly value: string
  }[]
}

const MAX_SPEAKERS = 64

/**
 * A list of recordings: a header, then one line each, separated by tabs. The column `path` is required; `id`,
 * `title`, `date`, `language`, `speakers` and `collection` are kept, others are ignored. Quotes that
 * spreadsheets put around values are removed.
 */
export function readList(text: string): ReadList {
  const [header = '', ...lines] = text.replace(/^\u{FEFF}/u, '').split(/\r\n|\r|\n/u)
  const columns = header.split('\t').map((name) => name.trim().toLowerCase())
  if (!columns.includes('path')) return { recordings: null, problems: [] }
  const recordings: ListedRecording[] = []
  const problems: ReadList['problems'][number][] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const values = line.split('\t')
    const value = (name: string): string => {
      const written = values[columns.indexOf(name)]?.trim() ?? ''
      return /^".*"$/u.test(written) ? written.slice(1, -1).replaceAll('""', '"') : written
    }
    const recording = {
      ...noFacts,
      path: value('path'),
      id: value('id'),
      title: value('title'),
      date: value('date'),
      collection: value('collection'),
      language: value('language').toLowerCase(),
      speakers: value('speakers') === 'auto' ? '' : value('speakers'),
    }
    const wrong = problemOf(recording)
    if (wrong === null) recordings.push(recording)
    else problems.push({ line: index + 2, path: recording.path, ...wrong })
  }
  return { recordings, problems }
}

function problemOf({ path, language, speakers }: ListedRecording): {
  readonly problem: ListProblem
  readonly value: string
} | null {
  if (path === '') return { problem: 'no-path', value: '' }
  if (language !== '' && !/^(?:auto|[a-z]{2,3})$/u.test(language))
    return { problem: 'bad-language', value: language }
  const isCount = /^\d{1,3}$/u.test(speakers) && Number(speakers) >= 1 && Number(speakers) <= MAX_SPEAKERS
  return speakers === '' || isCount ? null : { problem: 'bad-speakers', value: speakers }
}
