import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { CaptionedVideoId } from '#core/formats/edit-lists/captioned-videos'
import type { DocumentWithExtras } from '#core/formats/format'
import { lossWords } from '#core/formats/loss-words'
import { afterVideoStart } from '#core/formats/video-start'
import {
  captionedVideoName,
  type CaptionedVideo,
  makeCaptionedVideo,
  type VideoChoices,
} from '#studio/export/captioned-video'
import { diskFault } from '#studio/faults/disk-fault'
import { mediaOfName } from '#studio/imports/media-of-name'
import { probe } from '#studio/sound/probe'
import type { Terminal } from '../terminal/terminal.ts'
import { realFile } from './real-file.ts'
import { shownPath } from './results.ts'

export interface VideoPlan {
  /** Path of the captions, as the user named it. */
  readonly source: string
  readonly file: string
  readonly media: string | undefined
  /** Its times count from the first frame of the film. */
  readonly countsFrames?: boolean
  readonly folder: string
  readonly name: string
  readonly overwrite: boolean
  /** Real paths of inputs, which are never overwritten, and of files written by this run. */
  readonly inputs: ReadonlySet<string>
  readonly written: Set<string>
  readonly signal: AbortSignal
}

/** Writes a recording with a document's captions as a film; throws if it could not be written. */
export async function convertToVideo(
  terminal: Terminal,
  document: DocumentWithExtras,
  id: CaptionedVideoId,
  options: VideoChoices,
  plan: VideoPlan,
): Promise<void> {
  const { source, file, signal } = plan
  const beside = { folder: path.dirname(source), fileName: path.basename(source) }
  const media = plan.media ?? (await mediaOfName(beside, true))
  if (media === undefined) throw new Fault('video.no-media', { file })
  const output = path.join(plan.folder, captionedVideoName(plan.name, id))
  const real = await realFile(output)
  if (plan.inputs.has(real) || real === (await realFile(media))) {
    throw new Fault('output.is-input', { file: output })
  }
  if (plan.written.has(real)) throw new Fault('output.is-written', { file: output })
  if (!plan.overwrite && (await isThere(output))) throw new Fault('output.exists', { file: output })
  const placed = plan.countsFrames === true ? await afterFirstFrame(document, media, signal) : document
  terminal.startFile()
  const onProgress = (fraction: number): void => terminal.videoProgress(output, fraction)
  const made = await makeCaptionedVideo(placed, id, { media, output }, options, { signal, onProgress })
  plan.written.add(real)
  reportVideo(terminal, output, id, made)
}

async function afterFirstFrame(
  document: DocumentWithExtras,
  media: string,
  signal: AbortSignal,
): Promise<DocumentWithExtras> {
  const { frames } = await probe(media, { signal }).catch((error: unknown) => {
    // A picture alone begins the film.
    if (error instanceof Fault && error.code === 'media.no-audio') return { frames: null }
    throw error
  })
  return frames === null ? document : afterVideoStart(document, frames)
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw diskFault(error, file)
    },
  )
}

function reportVideo(
  terminal: Terminal,
  file: string,
  id: CaptionedVideoId,
  { losses, leftOut }: CaptionedVideo,
): void {
  const lines = [terminal.words('result.written', { file: shownPath(file) })]
  const lost = lossWords(losses, id === 'burn' ? 'ass' : 'srt', terminal.language)
  if (lost !== null) lines.push(lost)
  if (leftOut.length > 0) {
    const container = id === 'mkv' ? 'Matroska' : 'MP4'
    lines.push(terminal.words('video.left-out', { container, codecs: leftOut.join(', ') }))
  }
  terminal.note('written', { file, format: id, losses, leftOut }, lines.join('\n  '))
}
