import { Fault } from '#contracts/errors'
import { interleaved } from '#core/find/interleaved'
import { listedLibraries } from '#studio/libraries/listed-libraries'
import type { Found } from '#studio/library/opened-libraries'
import { OtherLibraries } from '#studio/libraries/other-libraries'
import type { Studio } from '#studio/studio'
import { type Invocation, resolveFromCallerDir, texts } from '../../options/arguments.ts'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../../terminal/terminal.ts'

const MAX_HITS = 200

export interface SearchCall {
  readonly invocation: Invocation
  readonly terminal: Terminal
  readonly openLibrary: () => Promise<Studio>
}

/** A library's results for the query, or why it could not be searched. */
interface Answer {
  readonly folder: string
  readonly found: Found | { readonly error: unknown }
}

/**
 * Prints the recordings and paragraphs that contain all the words, best first. Results of several libraries
 * (those named, else the library and those listed in it) are interleaved by rank, and each line begins with
 * its library. Returns 1 if one could not be searched; the others are printed regardless.
 */
export async function runSearch({ invocation, terminal, openLibrary }: SearchCall): Promise<number> {
  const words = invocation.words.join(' ')
  if (words.trim() === '') throw new Fault('usage.missing-file', { verb: 'search' })
  const named = [...new Set(texts(invocation, 'data').map((one) => resolveFromCallerDir(one)))]
  const others = new OtherLibraries()
  try {
    const answers =
      named.length > 1
        ? await searchEach(others, named, words)
        : await searchTogether(others, await openLibrary(), words)
    return print(answers, words, terminal)
  } finally {
    await others.close()
  }
}

async function searchTogether(others: OtherLibraries, studio: Studio, words: string): Promise<Answer[]> {
  const { library } = studio
  try {
    const own = Promise.all([library.titlesWith(words, MAX_HITS), library.search(words, MAX_HITS)])
    const elsewhere = await searchEach(others, await listedLibraries(library), words)
    const [titles, hits] = await own
    return [{ folder: library.folder, found: { titles, hits } }, ...elsewhere]
  } finally {
    await studio.close()
  }
}

function searchEach(
  others: OtherLibraries,
  folders: readonly string[],
  words: string,
): Promise<readonly Answer[]> {
  return Promise.all(
    folders.map(async (folder) => ({
      folder,
      found: await others.search(folder, words, MAX_HITS).catch((error: unknown) => ({ error })),
    })),
  )
}

function print(answers: readonly Answer[], words: string, terminal: Terminal): number {
  const isOne = answers.length === 1
  const found = answers.flatMap((answer) => {
    if ('error' in answer.found) return []
    const { titles, hits } = linesOf(answer.found, terminal)
    const prefixed = (line: Line): Line => (isOne ? line : [answer.folder, ...line])
    return [{ titles: titles.map(prefixed), hits: hits.map(prefixed) }]
  })
  const titles = interleaved(found.map((one) => one.titles))
  const hits = interleaved(found.map((one) => one.hits))
  const lines = [...titles.slice(0, MAX_HITS), ...hits.slice(0, MAX_HITS)]
  terminal.lines(lines)
  if (lines.length === 0 && found.length > 0)
    terminal.note('nothing-found', { words }, terminal.words('search.none'))
  for (const { found: one, folder } of answers) if ('error' in one) terminal.error(one.error, folder)
  return found.length === answers.length ? 0 : 1
}

/** Columns. */
type Line = readonly string[]

interface Lines {
  readonly titles: readonly Line[]
  readonly hits: readonly Line[]
}

function linesOf({ titles, hits }: Found, terminal: Terminal): Lines {
  return {
    titles: titles.map(({ recordingId, title }) => [recordingId, title, '-', '-', '-']),
    hits: hits.map(({ recordingId, title, startMs, speakerName, speakerNumber, snippet }) => {
      const speaker =
        speakerName ??
        (speakerNumber === null
          ? terminal.words('speaker.unknown')
          : terminal.words('speaker.numbered', { number: speakerNumber }))
      return [recordingId, title, shortTime(startMs), speaker, snippet]
    }),
  }
}
