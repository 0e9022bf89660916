import { captionPageRows, measureCaptionPage } from '../captions/caption-page.ts'
import { inLongMeeting } from '../editor/long-meeting.ts'
import { table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

/** About 5,000 captions. */
const SIZE = { words: 42_000, paragraphs: 1_000, speakers: 8, durationMs: 4.5 * 3_600_000 }

/** How soon the captions of a long recording are there, and how quick a key is in one of them. */
export function measureCaptionsPage({ say }: BenchContext): Promise<string> {
  return inLongMeeting(async (page) => {
    say('captions')
    const figures = await measureCaptionPage(page)
    return [
      'The real page in Chromium without a GPU, over the local web host: 4.5 h, 42,000 words, 8 speakers. Keys are typed',
      'in turns of one run. Work: of the page’s main thread, with drawing.',
      '',
      table(['what', 'measured', 'aim at most', ''], captionPageRows(figures)),
    ].join('\n')
  }, SIZE)
}
