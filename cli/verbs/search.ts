import { Fault } from '#contracts/errors'
import type { Studio } from '#studio/studio'
import type { Invocation } from '../arguments.ts'
import { shortClockTime } from '../clock-time.ts'
import type { Terminal } from '../terminal.ts'

const MOST_HITS = 200

export async function runSearch(studio: Studio, terminal: Terminal, invocation: Invocation): Promise<number> {
  const words = invocation.words.join(' ')
  if (words.trim() === '') throw new Fault('usage.missing-file', { verb: 'search' })
  const titles = await studio.library.titlesWith(words, MOST_HITS)
  const hits = await studio.library.search(words, MOST_HITS)
  if (titles.length + hits.length === 0) {
    terminal.note('nothing-found', { words }, terminal.words('search.none'))
  }
  for (const { recordingId, title } of titles) terminal.result(`${recordingId}\t${title}\t-\t-\t-\n`)
  for (const hit of hits) {
    const speaker =
      hit.speakerName ??
      (hit.speakerNumber === null
        ? terminal.words('speaker.unknown')
        : terminal.words('speaker.numbered', { number: hit.speakerNumber }))
    terminal.result(
      `${hit.recordingId}\t${hit.title}\t${shortClockTime(hit.startMs)}\t${speaker}\t${hit.snippet}\n`,
    )
  }
  return 0
}
