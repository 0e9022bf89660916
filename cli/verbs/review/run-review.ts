import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { programLanguage, say } from '#core/messages/messages'
import { byteSize } from '#core/notation/sizes'
import { shortTime } from '#core/notation/clock'
import { speakerNames } from '#core/transcript/speaker-names'
import type { Transcript } from '#core/transcript/transcript'
import { reviewSounds } from '#core/review/review-sound'
import { exportedName } from '#studio/export/exported-name'
import { transcriptDocument } from '#studio/export/transcript-document'
import { withNewestRedactions } from '#studio/export/newest-redactions'
import { makeReviewPage } from '#studio/review/make-review-page'
import { reviewFacts } from '#studio/review/review-facts'
import type { Studio } from '#studio/studio'
import { chosenTranscript, namedRecording } from '../../library/named-recording.ts'
import { choice, type Invocation, isOn, resolveFromCallerDir, text } from '../../options/arguments.ts'
import { newOutput } from '../../results/new-output.ts'
import { realFile } from '../../results/real-file.ts'
import { shownPath } from '../../results/results.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Writes a review page of a recording's transcript; says how large it will be before it is made. */
export async function runReview(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const reviewSound = choice(invocation, 'sound', reviewSounds, 'all')
  const language = choice(invocation, 'page-language', ['en', 'fr'], terminal.language)
  const recording = await namedRecording(studio, invocation)
  const { id: transcriptId } = await chosenTranscript(studio, recording)
  const speaker = text(invocation, 'speaker')
  const { transcript } = await transcriptDocument(studio.library, transcriptId)
  const speakerId = speaker === undefined ? null : speakerNamed(transcript, speaker, recording.title)
  const facts = await reviewFacts(studio, { transcriptId, speakerId }, signal)
  const isSilent = reviewSound === 'none' || facts.lost !== null || facts.seconds[reviewSound] === 0
  if (facts.lost !== null && facts.lost !== 'none' && reviewSound !== 'none')
    terminal.note('no-sound', { lost: facts.lost }, terminal.words(`review.sound.${lostWords[facts.lost]}`))
  const bytes = facts.bytes[isSilent ? 'none' : reviewSound]
  if (bytes === null) throw new Fault('review.sound-too-long', { title: recording.title })
  const seconds = reviewSound === 'none' || isSilent ? 0 : facts.seconds[reviewSound]
  const values = { size: byteSize(bytes, terminal.locale), length: shortTime(seconds * 1_000) }
  const words = terminal.words(isSilent ? 'review.size.silent' : 'review.size', values)
  terminal.note('size', { bytes, seconds, places: facts.places }, words)
  terminal.startFile()
  const wanted = {
    transcriptId,
    reviewSound: isSilent ? ('none' as const) : reviewSound,
    speakerId,
    reviewer: text(invocation, 'for') ?? '',
    language,
    review: randomUUID(),
  }
  const { output, written } = await withNewestRedactions(
    studio.library,
    { transcriptId },
    async (beforeMoved) => {
      // Named after the title as it leaves the library, in which words may be redacted meanwhile.
      const target = await targetOf(text(invocation, 'out'), await exportedName(studio.library, recording))
      const plan = {
        folder: path.dirname(target),
        overwrite: isOn(invocation, 'overwrite'),
        inputs: new Set([await realFile(recording.path)]),
        written: new Set<string>(),
      }
      const { output: file } = await newOutput(plan, path.basename(target))
      const bytesWritten = await makeReviewPage(studio, wanted, file, {
        signal,
        beforeMoved,
        onProgress: (fraction) => terminal.soundFileProgress(file, fraction),
      })
      return { output: file, written: bytesWritten }
    },
  )
  const line = terminal.words('result.written', { file: shownPath(output) })
  terminal.note('written', { file: output, bytes: written }, line)
  return 0
}

const lostWords = { 'media.moved': 'missing', 'sound.deleted': 'deleted' } as const

/** A file, or `NAME.html` in a folder that exists. */
async function targetOf(typed: string | undefined, name: string): Promise<string> {
  const given = resolveFromCallerDir(typed ?? '.')
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  return isFolder ? path.join(given, `${name}.html`) : given
}

/** By name, or by the number that unnamed ones have. Fault `review.no-speaker`. */
function speakerNamed({ speakers, language }: Transcript, typed: string, title: string): string {
  const label = (number: number): string => say(programLanguage(language), 'speaker.numbered', { number })
  const names = [...speakerNames(speakers, label)]
  const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase()
  const found = names.find(([, name]) => plain(name) === plain(typed))
  if (found !== undefined) return found[0]
  throw new Fault('review.no-speaker', {
    name: typed,
    title,
    known: names.map(([, name]) => name).join(', '),
  })
}
