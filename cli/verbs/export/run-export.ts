import { Fault } from '#contracts/errors'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { readPreferences } from '#studio/preferences'
import { exportedName } from '#studio/export/exported-name'
import { dateOfRecording } from '#studio/export/recording-date'
import { transcriptSheet } from '#studio/sheet/transcript-sheet'
import { filmOfCut } from '#studio/export/film-of-cut'
import type { Studio } from '#studio/studio'
import { namedRecording, openDocument } from '../../library/named-recording.ts'
import { type Invocation, isOn, resolveFromCallerDir, text } from '../../options/arguments.ts'
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
import { soundForPages } from '../../results/page-sound.ts'
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
  const soundChoices = readSoundChoices(invocation, sounds, [...formats, ...films, ...lists])
  const preset = await presetOption(invocation)
  const output = readOutputOptions(invocation, formats, films.length > 0)
  const allLanguages = allLanguagesOption(invocation, [...formats, ...films])
  const given = readCaptionNames(invocation, preset)
  const reading = readingOptions(invocation)
  checkWholeText(invocation, formats)
  const recording = await namedRecording(studio, invocation)
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
  const name = exportedName(recording)
  const minutes = await readMinutes(invocation, studio, formats, document)
  const sound = isCut
    ? () => Promise.resolve(null)
    : soundForPages(studio, terminal, document, { file: recording.fileName, signal })
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
      sheet,
    })
    return 0
  }
  const folder = resolveFromCallerDir(text(invocation, 'out') ?? '.')
  const overwrite = isOn(invocation, 'overwrite')
  const plan = {
    folder,
    name,
    ...names,
    ...minutes,
    sound,
    sheet,
    preset,
    output,
    translation,
    firstPage: isOn(invocation, 'first-page') ? await dateOfRecording(studio.library, recording) : null,
    locale: terminal.locale,
    overwrite,
    settingsKey: facts.settingsKey,
    transcriptVersion: facts.version,
  }
  const others = isCut ? formats.filter((format) => format !== 'json') : formats
  await writeResults(studio, terminal, document, { ...plan, formats: others })
  if (isCut && others.length < formats.length) {
    await writeResults(studio, terminal, whole, { ...plan, formats: ['json'] })
    const file = shownPath(outputPath(folder, translatedName(name, translation), 'json'))
    terminal.note('whole', { file, format: 'json' }, terminal.words('cut.json', { file }))
  }
  const { path: media, fileName: file } = recording
  if (isCut) {
    const ofLists = { ...plan, document: ofCut.document, recordingId: recording.id, media }
    await writeCutLists(studio, terminal, ofCut.cut, lists, ofLists)
  }
  const inputs = new Set([await realFile(media)])
  const cut = cutByPreset(document, preset, translation)
  const place = { folder, overwrite, inputs, written: new Set<string>(), signal }
  for (const id of films) {
    const ofMedia = { ...place, source: media, file, media, name: translatedName(name, translation) }
    const ofFilm = isCut
      ? { cut: await filmOfCut(studio, stored, { kept: ofCut.cut.kept, document: ofCut.document }, signal) }
      : {}
    const run = { ...ofMedia, ...ofFilm }
    const choices = { ...names, ...cut.options, ...cut.inLanguages, allLanguages, output }
    await convertToVideo(terminal, cut.document, id, choices, run)
  }
  const ofSound = { ...place, name, transcriptVersion: facts.version }
  const soundPlan = isCut ? { ...ofSound, cut: { kept: ofCut.cut.kept, document: ofCut.document } } : ofSound
  for (const id of sounds) await writeSound(studio, terminal, stored, id, soundChoices, soundPlan)
  return 0
}
