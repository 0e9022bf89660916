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
import type { FilmCut } from '#studio/sound/captioned/write-cut-film'
import { mediaOfName } from '#studio/imports/media-of-name'
import { probe } from '#studio/sound/probe'
import type { Terminal } from '../terminal/terminal.ts'
import { newOutput, type OutputPlan } from './new-output.ts'
import { realFile } from './real-file.ts'
import { shownPath } from './results.ts'

export interface VideoPlan extends OutputPlan {
  /** Path of the captions, as the user named it. */
  readonly source: string
  readonly file: string
  readonly media: string | undefined
  /** Its times count from the first frame of the film. */
  readonly countsFrames?: boolean
  readonly name: string
  readonly signal: AbortSignal
  /** Where the document is one of the library. */
  readonly beforeMoved?: () => Promise<void>
  /** What is kept of the film, where the document is that of its cut. */
  readonly cut?: FilmCut
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
  const inputs = new Set([...plan.inputs, await realFile(media)])
  const { output, real } = await newOutput({ ...plan, inputs }, captionedVideoName(plan.name, id))
  const placed = plan.countsFrames === true ? await afterFirstFrame(document, media, signal) : document
  terminal.startFile()
  const onProgress = (fraction: number): void => terminal.videoProgress(output, fraction)
  const made = await makeCaptionedVideo(placed, id, { media, output }, options, {
    signal,
    beforeMoved: plan.beforeMoved,
    onProgress,
    ...(plan.cut === undefined ? {} : { cut: plan.cut }),
  })
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
