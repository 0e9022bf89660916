import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type LoudnessCurve, loudnessOfPeaks } from '#core/cut/loudness'
import { possibleFillers } from '#core/cut/possible-fillers'
import { PeakMeter } from '#core/sound/peaks'
import type { TimeSpan } from '#core/transcript/time-span'
import { field, readRecordings, readTable } from '../evaldata/recordings.ts'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import { readResult, runParolo } from '../measure/parolo.ts'
import { percent, table } from '../report/table.ts'

const FILLER = /^(?:u+m+|u+h+|e+r+m?|m+|h+m+|mm-hmm|uh-huh)$/iu

/**
 * What is offered as a possible “um” in meetings whose words and fillers have times by hand: how many of those that the
 * recognizer left out, and how many offers are something else.
 */
export async function offeredFillersReport(evaldata: string, folder: string): Promise<string> {
  const meetings = readRecordings(evaldata).filter(({ name }) => name.startsWith('der/ami/'))
  const out = path.join(folder, 'meetings')
  await runParolo(
    meetings.map((meeting) => meeting.path),
    { data: path.join(out, 'library'), out, language: 'en' },
  )
  let [fillers, leftOut, found, offers, right, seconds] = [0, 0, 0, 0, 0, 0]
  for (const meeting of meetings) {
    const spoken = readTable(meeting.path.replace(/\.wav$/u, '.words.tsv'))
      .filter((row) => FILLER.test(field(row, 'word')))
      .map((row): TimeSpan => ({
        startMs: 1_000 * Number(field(row, 'start')),
        endMs: 1_000 * Number(field(row, 'end')),
      }))
    const { transcript } = await readResult(meeting.path, out)
    const words = transcript.paragraphs.flatMap((paragraph) => paragraph.words)
    const missing = spoken.filter(
      (filler) =>
        !words.some((word) => FILLER.test(word.text.replace(/[.,]/gu, '')) && overlap(word, filler)),
    )
    const offered = possibleFillers(transcript, await loudnessOf(meeting.path, path.join(out, 'meeting.pcm')))
    fillers += spoken.length
    leftOut += missing.length
    found += missing.filter((filler) => offered.some((offer) => overlap(offer, filler))).length
    offers += offered.length
    right += offered.filter((offer) => spoken.some((filler) => overlap(offer, filler))).length
    seconds += meeting.seconds
  }
  return [
    `Possible “um”s in ${meetings.length} meetings, ${Math.round(seconds)} s, whose ${fillers} fillers have times by hand:`,
    '',
    table(
      ['what', 'some', 'of', 'share'],
      [
        ['fillers that the recognizer left out, offered', found, leftOut, percent(found / leftOut)],
        ['offers that are a filler', right, offers, percent(right / offers)],
      ],
    ),
  ].join('\n')
}

const overlap = (one: TimeSpan, other: TimeSpan): boolean =>
  one.startMs < other.endMs && other.startMs < one.endMs

async function loudnessOf(file: string, pcm: string): Promise<LoudnessCurve> {
  await decodeToPcm(file, pcm)
  const bytes = await readFile(pcm)
  const meter = new PeakMeter()
  meter.push(new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1))
  return loudnessOfPeaks(meter.finish())
}
