import { THREE_HOURS } from '../../e2e/support/synthetic-transcript.ts'
import { cutTypingRow, measureCutTyping } from '../editor/measure-cut-typing.ts'
import { measurePaste, pasteRows } from '../editor/measure-paste.ts'
import { measureTyping, typingRows } from '../editor/measure-typing.ts'
import { inLongMeeting, meetingLines, openCutMeeting, openLongMeeting } from '../editor/long-meeting.ts'
import { table } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const CUTS = 5_000

/** The editor's figures that show the effect of a change to text handling; four minutes. */
export function measureTypingPage({ say }: BenchContext): Promise<string> {
  return inLongMeeting(
    async (page) => {
      await openLongMeeting(page)
      say('keys')
      const typing = await measureTyping(page, meetingLines())
      say('keys with cuts')
      const ofCuts = await measureCutTyping(page, await openCutMeeting(page))
      await page.bringToFront()
      say('a paste')
      const paste = await measurePaste(page)
      return [
        'The real page in Chromium without a GPU, over the local web host: 3 h, 100,000 words, 2,500 paragraphs, 40',
        'speakers. Keys are typed in turns of one run. Work: of the page’s main thread, with drawing.',
        '',
        table(
          ['what', 'measured', 'aim at most', ''],
          [...typingRows(typing), cutTypingRow(ofCuts, CUTS), ...pasteRows(paste)],
        ),
      ].join('\n')
    },
    THREE_HOURS,
    CUTS,
  )
}
