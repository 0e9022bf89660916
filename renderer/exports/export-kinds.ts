import type { ExportFormat, MediaRequest } from '#contracts/export-requests'
import type { CaptionNames } from '#core/captions/caption-names'
import { type CutListId, isCutListId } from '#core/cut/lists/cut-lists'
import {
  type CaptionedVideoId,
  captionedVideos,
  isCaptionedVideoId,
} from '#core/formats/edit-lists/captioned-videos'
import { formats, isFormatId } from '#core/formats/formats'
import { filmOutput, fittedOutput } from '#core/formats/output-options'
import { isSoundFileId, type SoundFileId, soundFiles } from '#core/formats/sounds/sound-files'
import type { ExportChoices } from './export-choices.ts'
import type { Exported } from './exported.ts'

/** What is exported, by the way in which it is made. */
export interface ExportKinds {
  readonly files: readonly ExportFormat[]
  readonly lists: readonly CutListId[]
  readonly films: readonly CaptionedVideoId[]
  readonly sounds: readonly SoundFileId[]
  /** Written by a job, with their sound. */
  readonly projects: readonly ExportFormat[]
}

export function exportKinds(
  wanted: readonly Exported[],
  hasSoundFile: (id: ExportFormat) => boolean,
): ExportKinds {
  const texts = wanted.filter(isFormatId)
  return {
    files: texts.filter((id) => !hasSoundFile(id)),
    lists: wanted.filter(isCutListId),
    films: wanted.filter(isCaptionedVideoId),
    sounds: wanted.filter(isSoundFileId),
    projects: texts.filter(hasSoundFile),
  }
}

export interface JobChoices {
  readonly transcriptId: string
  readonly fileName: (ending: string) => string
  readonly choices: ExportChoices
  readonly captions: {
    readonly captionNames: CaptionNames
    readonly translation: string | null
    readonly allLanguages: boolean
  }
  readonly isCut: boolean
}

/** The jobs that write what is not made at once, in the order of their kinds. */
export function jobRequests(
  { films, sounds, projects }: ExportKinds,
  { transcriptId, fileName, choices, captions, isCut }: JobChoices,
): readonly MediaRequest[] {
  const ofCut = isCut ? { cut: true } : {}
  return [
    ...films.map((film) => {
      const { offsetMs, captionBox, speakerColors } = fittedOutput(
        choices.output,
        filmOutput(film === 'burn'),
      )
      const options = {
        ...captions,
        offsetMs,
        captionBox,
        speakerColors,
        ...ofCut,
        allLanguages: captions.allLanguages && film !== 'burn',
      }
      return { transcriptId, film, fileName: fileName(captionedVideos[film].ending), options }
    }),
    ...sounds.map((sound) => ({
      transcriptId,
      sound,
      fileName: fileName(soundFiles[sound].ending),
      choices: choices.sound,
      ...ofCut,
    })),
    ...projects.map((id) => ({
      transcriptId,
      fileName: fileName(formats[id].extension),
      sound: 'mp3' as const,
      choices: { ...choices.sound, isMono: true },
      inProject: true as const,
      ...ofCut,
    })),
  ]
}
