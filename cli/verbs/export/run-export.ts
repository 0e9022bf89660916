import { Fault } from '#contracts/errors'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { readPreferences } from '#studio/preferences'
import { exportedName } from '#studio/export/exported-name'
import { refuseNewRedactions } from '#studio/export/newest-redactions'
import { dateOfRecording } from '#studio/export/recording-date'
import { transcriptSheet } from '#studio/sheet/transcript-sheet'
import { documentOfSound } from '#studio/export/recording-document'
import { filmOfCut, filmOfTrim } from '#studio/export/film-of-cut'
import type { Studio } from '#studio/studio'
import { hasTranscript, namedRecording, openDocument } from '../../library/named-recording.ts'
import { type Invocation, isOn } from '../../options/arguments.ts'
import { outFolder } from '../../options/out-folder.ts'
import { readExportFormats } from '../../options/format-option.ts'
import { readOutputOptions } from '../../options/output-options.ts'
import {
  allLanguagesOption,
  cutByPreset,
  presetOption,
  translationOption,
  readCaptionNames,
} from '../../options/preset-option.ts'
import { readingOptions, withReading } from '../../options/reading-options.ts'
import { readSoundChoices } from '../../options/sound-options.ts'
import { convertToVideo } from '../../results/convert-video.ts'
import { documentOfCut } from '../../results/document-of-cut.ts'
import { checkWholeText, readMinutes } from '../../results/minutes.ts'
import { soundForMinutes, soundForPages } from '../../results/page-sound.ts'
import { realFile } from '../../results/real-file.ts'
import { outputPath, printResult, shownPath, translatedName, writeResults } from '../../results/results.ts'
import { writeCutLists } from '../../results/write-cut-lists.ts'
import { writeSound } from '../../results/write-sound.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Exports the transcript of a recording in other formats, as films with its captions, and its sound. */
export async function runExport(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const toStdout = isOn(invocation, 'stdout')
  const { formats, films, sounds, lists } = readExportFormats(invocation, toStdout)
  const isOfSound = sounds.length > 0 || !formats.includes('qdpx')
  const soundChoices = readSoundChoices(invocation, isOfSound ? sounds : ['mp3'], [
    ...formats,
    ...films,
    ...lists,
  ])
  const preset = await presetOption(invocation)
  const output = readOutputOptions(invocation, formats, films.length > 0)
  const allLanguages = allLanguagesOption(invocation, [...formats, ...films])
  const given = readCaptionNames(invocation, preset)
  const reading = readingOptions(invocation)
  checkWholeText(invocation, formats)
  const recording = await namedRecording(studio, invocation)
  const { path: media, fileName: file } = recording
  const folder = outFolder(invocation)
  const overwrite = isOn(invocation, 'overwrite')
  const of = { currentOf: recording.id }
  const beforeMoved = await refuseNewRedactions(studio.library, of, file)
  const name = await exportedName(studio.library, recording)
  const place = {
    folder,
    overwrite,
    inputs: new Set([await realFile(media)]),
    written: new Set<string>(),
    signal,
    beforeMoved,
  }
  const isSoundAlone = sounds.length > 0 && formats.length + films.length + lists.length === 0
  if (isSoundAlone && !isOn(invocation, 'cut') && !(await hasTranscript(studio, recording))) {
    const document = await documentOfSound(studio.library, null, recording.id)
    const plan = { ...place, name, transcriptVersion: 0 }
    for (const id of sounds) await writeSound(studio, terminal, document, id, soundChoices, plan)
    return 0
  }
  // A `.parolo.json` is written as it was given.
  const isTitled = !formats.includes('json')
  const { document: stored, facts } = await openDocument(studio, recording, { isTitled })
  const whole = withReading(stored, reading)
  const ofCut = isOn(invocation, 'cut')
    ? await documentOfCut(studio, terminal, facts.id, recording.title)
    : null
  const isCut = ofCut !== null
  const cannotBeEmpty = sounds.length + films.length + lists.length > 0
  if (isCut && cannotBeEmpty && ofCut.cut.kept.spans.length === 0)
    throw new Fault('cut.nothing', { title: recording.title })
  const document = isCut ? withReading(ofCut.document, reading) : whole
  // As on the page.
  const { captionNames: preferred } = await readPreferences(studio.library)
  const names = { captionNames: given.captionNames ?? captionNamesOf(document.transcript, preferred) }
  const translation = translationOption(invocation, document)
  const minutes = await readMinutes(invocation, studio, formats, document)
  const ofSounds = { file, signal }
  const sound = isCut ? () => Promise.resolve(null) : soundForPages(studio, terminal, document, ofSounds)
  const ofAround = isCut ? { cut: { kept: ofCut.cut.kept, silences: ofCut.silences } } : {}
  const soundAround = soundForMinutes(studio, terminal, document, { ...ofSounds, ...ofAround })
  const sheet = () => transcriptSheet(studio, stored)
  if (toStdout) {
    await printResult(terminal, formats[0] === 'json' ? whole : document, formats[0] ?? 'srt', {
      name,
      preset,
      output,
      translation,
      ...names,
      ...minutes,
      sound,
      soundAround,
      sheet,
      beforeMoved,
    })
    return 0
  }
  const plan = {
    folder,
    name,
    ...names,
    ...minutes,
    sound,
    soundAround,
    sheet,
    preset,
    output,
    translation,
    firstPage: isOn(invocation, 'first-page') ? await dateOfRecording(studio.library, recording) : null,
    locale: terminal.locale,
    overwrite,
    beforeMoved,
    settingsKey: facts.settingsKey,
    transcriptVersion: facts.version,
  }
  // With its sound a project is written as files of sound are.
  const isProject =
    formats.includes('qdpx') && output.sound !== false && recording.bytes > 0 && translation === undefined
  const texts = isProject ? formats.filter((format) => format !== 'qdpx') : formats
  const others = isCut ? texts.filter((format) => format !== 'json') : texts
  await writeResults(studio, terminal, document, { ...plan, formats: others })
  if (isCut && others.length < texts.length) {
    await writeResults(studio, terminal, whole, { ...plan, formats: ['json'] })
    const json = shownPath(outputPath(folder, translatedName(name, translation), 'json'))
    terminal.note('whole', { file: json, format: 'json' }, terminal.words('cut.json', { file: json }))
  }
  if (isCut) {
    const ofLists = { ...plan, document: ofCut.document, recordingId: recording.id, media }
    await writeCutLists(studio, terminal, ofCut.cut, lists, ofLists)
  }
  const cut = cutByPreset(document, preset, translation)
  for (const id of films) {
    const ofMedia = { ...place, source: media, file, media, name: translatedName(name, translation) }
    const ofFilm = isCut
      ? await filmOfCut(studio, stored, { kept: ofCut.cut.kept, document: ofCut.document }, signal)
      : await filmOfTrim(studio, stored, id, signal)
    const run = ofFilm === null ? ofMedia : { ...ofMedia, cut: ofFilm }
    const choices = { ...names, ...cut.options, ...cut.inLanguages, allLanguages, output }
    await convertToVideo(terminal, cut.document, id, choices, run)
  }
  const ofSound = { ...place, name, transcriptVersion: facts.version }
  const soundPlan = isCut ? { ...ofSound, cut: { kept: ofCut.cut.kept, document: ofCut.document } } : ofSound
  for (const id of sounds) await writeSound(studio, terminal, stored, id, soundChoices, soundPlan)
  if (isProject) {
    const choices = { ...soundChoices, isMono: true }
    await writeSound(studio, terminal, whole, 'mp3', choices, { ...soundPlan, inProject: true })
  }
  return 0
}
