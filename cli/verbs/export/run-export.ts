import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { readPreferences } from '#studio/preferences'
import { exportedName } from '#studio/export/exported-name'
import { recordingDate } from '#studio/export/recording-date'
import { transcriptSheet } from '#studio/sheet/transcript-sheet'
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
import { checkWholeText, readMinutes } from '../../results/minutes.ts'
import { soundForPages } from '../../results/page-sound.ts'
import { realFile } from '../../results/real-file.ts'
import { printResult, translatedName, writeResults } from '../../results/results.ts'
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
  const { formats, films, sounds } = readExportFormats(invocation, toStdout)
  const soundChoices = readSoundChoices(invocation, sounds, [...formats, ...films])
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
  const document = withReading(stored, reading)
  // As on the page.
  const { captionNames: preferred } = await readPreferences(studio.library)
  const names = { captionNames: given.captionNames ?? captionNamesOf(document.transcript, preferred) }
  const translation = translationOption(invocation, document)
  const name = exportedName(recording)
  const minutes = await readMinutes(invocation, studio, formats, document)
  const sound = soundForPages(studio, terminal, document, { file: recording.fileName, signal })
  const sheet = () => transcriptSheet(studio, stored)
  if (toStdout) {
    await printResult(terminal, document, formats[0] ?? 'srt', {
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
  await writeResults(studio, terminal, document, {
    formats,
    folder,
    name,
    ...names,
    ...minutes,
    sound,
    sheet,
    preset,
    output,
    translation,
    firstPage: isOn(invocation, 'first-page') ? recordingDate(recording) : null,
    locale: terminal.locale,
    overwrite,
    settingsKey: facts.settingsKey,
    transcriptVersion: facts.version,
  })
  const { path: media, fileName: file } = recording
  const inputs = new Set([await realFile(media)])
  const cut = cutByPreset(document, preset, translation)
  const place = { folder, overwrite, inputs, written: new Set<string>(), signal }
  for (const id of films) {
    const run = { ...place, source: media, file, media, name: translatedName(name, translation) }
    const choices = { ...names, ...cut.options, ...cut.inLanguages, allLanguages, output }
    await convertToVideo(terminal, cut.document, id, choices, run)
  }
  const ofSound = { ...place, name, transcriptVersion: facts.version }
  for (const id of sounds) await writeSound(studio, terminal, stored, id, soundChoices, ofSound)
  return 0
}
