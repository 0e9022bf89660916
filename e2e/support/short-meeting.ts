import path from 'node:path'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { type ReferenceWord, spokenIn } from '../../cli/testing/speech.ts'
import { meetingPath } from './libraries.ts'

/** Seconds of the meeting that are left out; around them nobody speaks. */
const [FROM, TO] = [88, 158.7]

/**
 * The meeting without its middle, as `meeting-en.opus` in `folder`: a hundred seconds, enough to be caught at work on
 * them, and its first and last words.
 */
export async function shortMeeting(folder: string): Promise<string> {
  const file = path.join(folder, 'meeting-en.opus')
  const parts = `[0]atrim=0:${FROM}[a];[0]atrim=${TO}[b];[a][b]concat=n=2:v=0:a=1`
  await ffmpeg('-i', meetingPath, '-filter_complex', parts, '-ac', '1', '-c:a', 'libopus', file)
  return file
}

/** What is said in it. */
export async function wordsOfShortMeeting(): Promise<ReferenceWord[]> {
  const { words } = await spokenIn(meetingPath)
  return words.filter(({ startMs }) => startMs < FROM * 1000 || startMs >= TO * 1000)
}
