import { Fault } from '#contracts/errors'
import { interleaved } from '#core/find/interleaved'
import type { Studio } from '#studio/studio'
import { type Invocation, resolveFromCallerDir, texts } from '../arguments.ts'
import { shortClockTime } from '../clock-time.ts'
import type { Terminal } from '../terminal.ts'

const MOST_HITS = 200

export interface SearchCall {
  readonly invocation: Invocation
  readonly terminal: Terminal
  readonly dataFolder: string
  readonly openAt: (folder: string) => Promise<Studio>
}

/**
 * Prints the recordings and paragraphs that have all the words, best first. Of several libraries the best of each come
 * first, then the second best; each line then begins with its library.
 */
export async function runSearch({ invocation, terminal, dataFolder, openAt }: SearchCall): Promise<number> {
  const words = invocation.words.join(' ')
  if (words.trim() === '') throw new Fault('usage.missing-file', { verb: 'search' })
  const named = texts(invocation, 'data')
  const folders =
    named.length === 0 ? [dataFolder] : [...new Set(named.map((one) => resolveFromCallerDir(one)))]
  const found = await Promise.all(folders.map((folder) => searchOne(folder, words, terminal, openAt)))
  const prefixed = (lines: readonly string[], place: number): string[] =>
    folders.length === 1 ? [...lines] : lines.map((line) => `${folders[place]}\t${line}`)
  const titles = interleaved(found.map(({ titles: lines }, place) => prefixed(lines, place)))
  const hits = interleaved(found.map(({ hits: lines }, place) => prefixed(lines, place)))
  const lines = [...titles.slice(0, MOST_HITS), ...hits.slice(0, MOST_HITS)]
  if (lines.length === 0) terminal.note('nothing-found', { words }, terminal.words('search.none'))
  else terminal.result(`${lines.join('\n')}\n`)
  return 0
}

async function searchOne(
  folder: string,
  words: string,
  terminal: Terminal,
  openAt: SearchCall['openAt'],
): Promise<{ readonly titles: readonly string[]; readonly hits: readonly string[] }> {
  const studio = await openAt(folder)
  try {
    const titles = await studio.library.titlesWith(words, MOST_HITS)
    const hits = await studio.library.search(words, MOST_HITS)
    return {
      titles: titles.map(({ recordingId, title }) => `${recordingId}\t${title}\t-\t-\t-`),
      hits: hits.map(({ recordingId, title, startMs, speakerName, speakerNumber, snippet }) => {
        const speaker =
          speakerName ??
          (speakerNumber === null
            ? terminal.words('speaker.unknown')
            : terminal.words('speaker.numbered', { number: speakerNumber }))
        return `${recordingId}\t${title}\t${shortClockTime(startMs)}\t${speaker}\t${snippet}`
      }),
    }
  } finally {
    await studio.close()
  }
}
