import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { paragraphText } from '#core/transcript/transcript'
import { openLibrary } from '#studio/library/open'
import { median } from '../editor/statistics.ts'

/** Milliseconds per call, median of several including the first. */
export interface LibraryTimes {
  readonly recordings: number
  readonly times: Readonly<Record<string, number>>
  /** Memory of this process, in bytes. */
  readonly rssBytes: number
}

const CALLS = 5
const PAGE = 60

/** The most frequent calls of the page and the command line. */
export async function measureLibraryTimes(folder: string, recordings: number): Promise<LibraryTimes> {
  const times: Record<string, number> = {}
  const startedAt = performance.now()
  const library = await openLibrary(folder)
  times['open the library'] = performance.now() - startedAt
  const time = async (name: string, ask: (run: number) => Promise<unknown>): Promise<void> => {
    const took: number[] = []
    for (let run = 0; run < CALLS; run += 1) {
      const from = performance.now()
      await ask(run)
      took.push(performance.now() - from)
    }
    times[name] = median(took)
  }
  try {
    const newest = { filter: 'all', sort: 'newest', tag: null } as const
    const page = async (choice: Parameters<typeof library.listedRecordings>[0]) =>
      library.cardsOf(await library.listedRecordings(choice, PAGE))
    const ids = await library.listedRecordings(newest, PAGE)
    await time('first page of the list', () => page(newest))
    await time('first page, to check', () => page({ ...newest, filter: 'to-check' }))
    await time('first page, by title', () => page({ ...newest, sort: 'title' }))
    await time('first page, longest first', () => page({ ...newest, sort: 'longest' }))
    await time('first page, least checked first', () => page({ ...newest, sort: 'least-checked' }))
    await time('counts of the list', () => library.recordingCounts())
    await time('1,000 lines of parolo list', () => library.recordingLines({ limit: 1_000 }))
    await time('search: a common word', () => library.search('the', PAGE))
    await time('search: a rare word', () => library.search('lustater', PAGE))
    await time('search: two words', () => library.search('lustater the', PAGE))
    await time('search: a speaker', () => library.search('Person 1', PAGE))
    await time('search: a speaker and a word', () => library.search('Person 3 can', PAGE))
    await time('search: titles', () => library.titlesWith('Meeting 77', PAGE))
    await time('open one recording', async (run) => {
      const { transcript } = await library.card(ids[run] ?? '')
      return library.transcript(transcript?.id ?? '')
    })
    const { transcript: card } = await library.card(ids[0] ?? '')
    const transcript = await library.transcript(card?.id ?? '')
    const [paragraph] = transcript.paragraphs
    const edits: number[] = []
    for (let run = 0; run < CALLS; run += 1) {
      if (paragraph === undefined) throw new Error('the recording has no text')
      const text = `${paragraphText(paragraph)} ${run}`
      const id = `e${performance.now()}`
      const edit = replaceTextEdit(await library.transcript(transcript.id), {
        id,
        paragraphId: paragraph.id,
        text,
      })
      const { length } = await library.edits(transcript.id)
      const from = performance.now()
      await library.applyEdits(transcript.id, [edit], { baseNumber: length })
      edits.push(performance.now() - from)
    }
    times['an edit'] = median(edits)
    return { recordings, times, rssBytes: process.memoryUsage.rss() }
  } finally {
    await library.close()
  }
}
