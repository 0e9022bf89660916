import { frameOfTimecode, timecode } from '../../frames/timecode.ts'
import { cutFrames, onOneLine } from './cut-clips.ts'
import type { CutList, CutListFile, ListedCut } from './cut-list.ts'

/** Numbers of events have three digits. */
const MOST_EVENTS = 999
const TITLE_LENGTH = 70

/**
 * Edit decision lists (CMX 3600) of what is kept: cuts of picture and sound (`B`), without a video of sound (`A`), in the
 * time of the recording and of the cut. Several files if there are over 999: the time of the cut goes on in the next.
 */
export const cutEdl: CutList<'cut-edl'> = {
  id: 'cut-edl',
  label: { en: 'EDL (CMX 3600)', fr: 'EDL (CMX 3600)' },
  purpose: {
    en: 'The cut in nearly every editing program; no fades',
    fr: 'La coupe dans presque tous les logiciels de montage\u202F; sans fondus',
  },
  ending: '.cut.edl',
  mediaType: 'text/plain',
  countsFrames: true,
  write: writeEdl,
}

function writeEdl(cut: ListedCut): CutListFile[] {
  const { rate, clips } = cutFrames(cut)
  // There is no timecode after 23:59:59: it goes on from 0.
  const day = frameOfTimecode('23:59:59:99', rate) + 1
  const code = (frame: number): string => timecode(frame % day, rate)
  const track = cut.video === null ? 'A' : 'B'
  const name = onOneLine(cut.media.split('/').at(-1) ?? '')
  const parts = Math.max(1, Math.ceil(clips.length / MOST_EVENTS))
  return Array.from({ length: parts }, (_, part) => {
    const number = parts === 1 ? '' : ` ${part + 1}/${parts}`
    const title = `${Array.from(onOneLine(cut.title))
      .slice(0, TITLE_LENGTH - number.length)
      .join('')}${number}`
    const events = clips
      .slice(part * MOST_EVENTS, (part + 1) * MOST_EVENTS)
      .map(({ from, to, at }, index) => {
        const times = [from, to, at, at + to - from].map(code).join(' ')
        return `${String(index + 1).padStart(3, '0')}  AX       ${track}     C        ${times}\n* FROM CLIP NAME: ${name}\n`
      })
    return {
      ending: part === 0 ? '.cut.edl' : `.${part + 1}.cut.edl`,
      text: `TITLE: ${title || 'cut'}\nFCM: ${rate.drops ? '' : 'NON-'}DROP FRAME\n\n${events.join('')}`,
    }
  })
}
