import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { conversationEn, conversationFr } from './speech.ts'
import { ffmpeg } from './ffmpeg.ts'
import { decodesOf, mustExit, type ParoloResult, type ProgressLine, runParolo } from './run-parolo.ts'
import { savedDecodes } from './saved-decodes.ts'
import { makeTestHome, type TestHome } from './test-home.ts'

/** Long enough to interrupt it at any of its steps; two people speak, then two others slowly in another language. */
const TALK = '[0]atrim=0:14[english];[1]atrim=0:13,atempo=0.7[french];[english][french]concat=n=2:v=0:a=1'
const output = 'talk.parolo.json'

/** A command and its uninterrupted run, which every interrupted one must equal. */
export interface Undisturbed {
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly text: string
  readonly decodes: number
  readonly result: ParoloResult
}

/** Makes the sound of `TALK` in a folder. */
export async function makeTalk(folder: string): Promise<string> {
  const talk = path.join(folder, 'talk.opus')
  // The model is unsure of slow French taken for English, so that part gets a second pass.
  await ffmpeg('-i', conversationEn, '-i', conversationFr, '-filter_complex', TALK, '-ac', '1', talk)
  return talk
}

/** Runs a command on that sound in its own library. */
export async function undisturbed(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Undisturbed> {
  const place = await makeTestHome()
  const result = await runParolo(words, { ...place, environment })
  mustExit(result, 0)
  const made = { words, environment, text: await textIn(place), decodes: savedDecodes(place.home), result }
  await place.remove()
  return made
}

/** The result of such a command in a place. */
export const textIn = (place: TestHome): Promise<string> => readFile(path.join(place.folder, output), 'utf8')

/** Matches a line that reports this progress of a step. */
export const reached = (step: string, fraction: number) => (line: ProgressLine) =>
  line.type === 'progress' && line.step === step && Number(line.fraction) >= fraction

/** Starts the same command again. `decoded`: number of decodes saved before plus those of this run. */
export async function goOn(
  place: TestHome,
  { words, environment, decodes }: Undisturbed,
): Promise<{ readonly lost: number; readonly decoded: number; readonly text: string }> {
  const saved = savedDecodes(place.home)
  if (saved === 0 || saved >= decodes)
    throw new Error(`interrupted at the wrong time: ${saved} decodes saved`)
  const result = await runParolo(words, { ...place, environment })
  mustExit(result, 0)
  const { decoded, failed } = decodesOf(result)
  return { lost: failed, decoded: saved + decoded, text: await textIn(place) }
}

/** Result of `goOn` if nothing was lost or done twice. */
export const whole = ({ decodes, text }: Undisturbed) => ({ lost: 0, decoded: decodes, text })
