import {
  captionPageRows,
  measureCaptionPage,
  measurePauseless,
  pauselessRows,
} from '../captions/caption-page.ts'
import { inLongMeeting } from '../editor/long-meeting.ts'
import { table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

/** About 5,000 captions; nobody speaks for some seconds every few minutes, as in films and meetings. */
const SIZE = { words: 57_500, paragraphs: 1_400, speakers: 8, durationMs: 6.2 * 3_600_000, pauseEvery: 20 }
const PAUSELESS = { ...SIZE, pauseEvery: Infinity }
const HEAD = ['what', 'measured', 'aim at most', '']

/** How soon the captions of a long recording are shown, and how fast a key is in one of them. */
export async function measureCaptionsPage({ say }: BenchContext): Promise<string> {
  say('captions')
  const figures = await inLongMeeting((page) => measureCaptionPage(page), SIZE)
  say('without any pause')
  const pauseless = await inLongMeeting((page) => measurePauseless(page), PAUSELESS)
  return [
    'The real page in Chromium without a GPU, over the local web host: 6.2 h, 57,500 words, 8 speakers, 5 s of silence',
    'every 5 minutes. Keys are typed in turns of one run. Work: of the page’s main thread, with drawing.',
    '',
    table(HEAD, captionPageRows(figures)),
    '',
    'The same words without any pause, where captions are computed as one part:',
    '',
    table(HEAD, pauselessRows(pauseless)),
  ].join('\n')
}
