import { captionPageRows, measureCaptionPage } from '../captions/caption-page.ts'
import { inLongMeeting } from '../editor/long-meeting.ts'
import { table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

/** About 5,000 captions. */
const SIZE = { words: 57_500, paragraphs: 1_400, speakers: 8, durationMs: 6.2 * 3_600_000 }

/** How soon the captions of a long recording are there, and how quick a key is in one of them. */
export function measureCaptionsPage({ say }: BenchContext): Promise<string> {
  return inLongMeeting(async (page) => {
    say('captions')
    const figures = await measureCaptionPage(page)
    return [
      'The real page in Chromium without a GPU, over the local web host: 6.2 h, 57,500 words, 8 speakers, no pause of 3 s. Keys are typed',
      'in turns of one run. Work: of the page’s main thread, with drawing.',
      '',
      table(['what', 'measured', 'aim at most', ''], captionPageRows(figures)),
    ].join('\n')
  }, SIZE)
}
