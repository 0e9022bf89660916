import { chromium } from 'playwright'
import { chromiumPath } from '../../scripts/find-browser.mjs'
import { NothingToMeasure } from '../sections/section.ts'

/** A cue in a browser's `<track>`; times in ms. */
export interface TrackCue {
  readonly id: string
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  readonly align: string
  readonly line: number | 'auto'
  readonly snapToLines: boolean
  readonly position: number | 'auto'
  readonly size: number
  readonly vertical: string
}

/** The cues of WebVTT texts in Chromium; null for a text that it rejects. */
export async function chromiumCues(texts: readonly Uint8Array[]): Promise<(readonly TrackCue[] | null)[]> {
  const executablePath = chromiumPath()
  if (executablePath === undefined)
    throw new NothingToMeasure('no Chromium is on this system (PAROLO_CHROMIUM)')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const all: (readonly TrackCue[] | null)[] = []
    for (const text of texts) {
      const address = `data:text/vtt;base64,${Buffer.from(text).toString('base64')}`
      all.push(await page.evaluate(cuesInPage, address))
    }
    return all
  } finally {
    await browser.close()
  }
}

/** Runs in the page. */
function cuesInPage(address: string): Promise<TrackCue[] | null> {
  const video = document.createElement('video')
  const track = document.createElement('track')
  video.append(track)
  document.body.replaceChildren(video)
  return new Promise((resolve) => {
    track.addEventListener('error', () => resolve(null))
    track.addEventListener('load', () => {
      const cues = [...(track.track.cues ?? [])] as VTTCue[]
      resolve(
        cues.map((cue) => ({
          id: cue.id,
          startMs: Math.round(cue.startTime * 1_000),
          endMs: Math.round(cue.endTime * 1_000),
          text: cue.text,
          align: cue.align,
          line: cue.line,
          snapToLines: cue.snapToLines,
          position: cue.position,
          size: cue.size,
          vertical: cue.vertical,
        })),
      )
    })
    track.src = address
    track.track.mode = 'hidden'
  })
}
