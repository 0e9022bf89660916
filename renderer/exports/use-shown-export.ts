import { useState } from 'react'
import type { ExportFormat, ExportOptions } from '#contracts/export-requests'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useMoments } from '../moments/use-moments.ts'
import { useExportedSound } from '../rpc/export-queries.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { optionsOf } from './export-choices.ts'
import { useCaptionNames } from '../captions/cues/use-caption-names.ts'
import { useTranslationLanguages } from '../captions/translations/shown-translation.ts'
import { useCutList } from './use-cut-list.ts'
import { exportKinds } from './export-kinds.ts'
import { isCaptionedVideoId } from '#core/formats/edit-lists/captioned-videos'
import { wrongStartIn } from '#core/formats/file-frames'
import { formats as allFormats, isFormatId } from '#core/formats/formats'
import { isCutListId } from '#core/cut/lists/cut-lists'
import { isSoundFileId } from '#core/formats/sounds/sound-files'
import { exportGroups, filmsOf, listsOf, soundsOf } from './exported.ts'
import { ALL_LANGUAGES } from './translation-choice.tsx'
import { useExportedCut } from './use-exported-cut.ts'
import { useExportChoices } from './use-export-choices.ts'
import { type ExportPlace, useKeptFormats } from './use-kept-formats.ts'
import { useTicked } from './use-ticked.ts'
import { useMadeExport } from './use-made-export.ts'

/** What is chosen in the dialog of exports, what follows from it, and the file of the format that is shown. */
export function useShownExport(session: TranscriptSession, recording: OpenRecording, place: ExportPlace) {
  const moments = useMoments(recording.id)
  const exported = useExportedCut(session, recording)
  const lists = exported.isCut ? listsOf(recording) : []
  const others = { films: filmsOf(recording), sounds: soundsOf(recording), lists }
  // A caption file without a recording has no minutes, unless somebody marked moments.
  const withMinutes = recording.bytes > 0 || moments.length > 0
  const offered = exportGroups(others, withMinutes).flatMap(({ ids }) => ids)
  const [first, keepFormats] = useKeptFormats(place, offered)
  const { shown: lastShown, show, ticked: tickedOnes, tick } = useTicked(first)
  // Without a cut there are no lists of it.
  const shown = offered.includes(lastShown) ? lastShown : 'srt'
  const isGone = tickedOnes.size > 0 && !offered.some((id) => tickedOnes.has(id))
  const ticked = isGone ? new Set([shown]) : tickedOnes
  const [choices, setChoices] = useExportChoices()
  const [inLanguage, setInLanguage] = useState<string | null>(null)
  const languages = useTranslationLanguages(session)
  // Another window may have removed it.
  const translation = inLanguage !== null && languages.includes(inLanguage) ? inLanguage : null
  const [isOffsetWrong, setOffsetWrong] = useState(false)
  const captionNames = useCaptionNames(session)
  const film = isCaptionedVideoId(shown) ? shown : null
  const sound = isSoundFileId(shown) ? shown : null
  const list = isCutListId(shown) ? shown : null
  const isProject = isFormatId(shown) && allFormats[shown].output.soundFile
  const soundFacts = useExportedSound(session.transcriptId, sound !== null || isProject, exported.key)
  // A video has the captions of an SRT file; a file of sound has no text.
  const format = isFormatId(shown) ? shown : 'srt'
  const allLanguages = languages.length > 0 && inLanguage === ALL_LANGUAGES
  const hasTracks = film !== null && film !== 'burn'
  const { minutesTemplate } = usePreferences()
  const isMinutes = allFormats[format].choices.minutes === true
  const wanted = offered.filter((id) => ticked.has(id))
  // With its sound a project is written by a job.
  const hasSoundFile = (id: ExportFormat): boolean =>
    allFormats[id].output.soundFile &&
    choices.output.sound &&
    translation === null &&
    others.sounds.length > 0
  const kinds = exportKinds(wanted, hasSoundFile)
  const isText = film === null && sound === null && list === null
  const hasStart = isText && allFormats[format].output.startTimecode !== null
  const counting = isText ? [format, ...kinds.files] : kinds.files
  const wrongStart = wrongStartIn(counting, choices.output, session.state.transcript)
  // While the start is wrong the preview begins at 0, and nothing can be saved.
  const asked =
    wrongStart === null ? choices : { ...choices, output: { ...choices.output, startTimecode: null } }
  const optionsFor = (id: ExportFormat): ExportOptions => ({
    ...optionsOf(id, asked, captionNames, translation),
    ...(allFormats[id].choices.minutes === true ? { minutesTemplate } : {}),
  })
  const options = optionsFor(format)
  const basis = isMinutes || allFormats[format].choices.chapters === true ? JSON.stringify(moments) : ''
  const hasCut = exported.isCut && exported.cut.cuts.length > 0
  const { made, isFresh, error } = useMadeExport(session, format, options, exported.key, basis)
  const madeList = useCutList(session, list, exported.key, choices.output)
  return {
    exported,
    others,
    withMinutes,
    keepFormats,
    shown,
    show,
    ticked,
    tick,
    choices,
    setChoices,
    languages,
    translation,
    allLanguages,
    setInLanguage,
    isOffsetWrong,
    setOffsetWrong,
    film,
    sound,
    list,
    soundFacts,
    format,
    hasTracks,
    isMinutes,
    wanted,
    kinds,
    isText,
    hasStart,
    wrongStart,
    captionNames,
    optionsFor,
    options,
    hasCut,
    made,
    isFresh,
    error,
    madeList,
  }
}

export type ShownExport = ReturnType<typeof useShownExport>
