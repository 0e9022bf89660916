import { Fault } from '#contracts/errors'
import { type CutListId, cutListIds } from '#core/cut/lists/cut-lists'
import { type CaptionedVideoId, captionedVideoIds } from '#core/formats/edit-lists/captioned-videos'
import { type FormatId, formatIds, formats, isFormatId } from '#core/formats/formats'
import { type SoundFileId, soundFileIds } from '#core/formats/sounds/sound-files'
import { type Invocation, isOn, text } from './arguments.ts'

/**
 * The requested formats without duplicates. Throws `format.unknown`; `usage.bad-option` for a binary one when
 * writing to stdout.
 */
export function readFormats(invocation: Invocation, toStdout: boolean): readonly FormatId[] {
  const given = text(invocation, 'format')
  if (given === undefined) return toStdout ? ['srt'] : ['srt', 'vtt']
  const asked = given.split(',').map((format) => knownFormat<never>(format.trim(), []))
  const binary = asked.find((format) => formats[format].write === undefined)
  if (toStdout && binary !== undefined) {
    throw new Fault('usage.bad-option', { option: `--stdout --format ${binary}`, verb: invocation.verb })
  }
  return [...new Set(asked)]
}

/**
 * The requested formats of an export, with films with captions, files of sound and lists of the cut, without duplicates.
 * Throws the faults of `readFormats`; `format.needs-cut` for a list without `--cut`.
 */
export function readExportFormats(invocation: Invocation, toStdout: boolean): ExportFormats {
  const asked = (text(invocation, 'format') ?? '').split(',').map((format) => format.trim())
  const films = captionedVideoIds.filter((id) => asked.includes(id))
  const sounds = soundFileIds.filter((id) => asked.includes(id))
  const lists = cutListIds.filter((id) => asked.includes(id))
  const others = [...films, ...sounds, ...lists]
  const [first] = others
  if (first === undefined && text(invocation, 'format') === undefined)
    return { formats: readFormats(invocation, toStdout), films, sounds, lists }
  if (toStdout && first !== undefined)
    throw new Fault('usage.bad-option', { option: `--stdout --format ${first}`, verb: invocation.verb })
  if (lists.length > 0 && !isOn(invocation, 'cut'))
    throw new Fault('format.needs-cut', { formats: lists.join(', ') })
  const known = asked.map((format) =>
    knownFormat(format, [...captionedVideoIds, ...soundFileIds, ...cutListIds]),
  )
  if (toStdout) return { formats: readFormats(invocation, toStdout), films, sounds, lists }
  return { formats: [...new Set(known.filter((id) => isFormatId(id)))], films, sounds, lists }
}

interface ExportFormats {
  readonly formats: readonly FormatId[]
  readonly films: readonly CaptionedVideoId[]
  readonly sounds: readonly SoundFileId[]
  /** Of the cut. */
  readonly lists: readonly CutListId[]
}

/** A format, or one of `more`, which only some commands accept. Throws `format.unknown`. */
export function knownFormat<More extends string>(format: string, more: readonly More[]): FormatId | More {
  if (isFormatId(format)) return format
  const found = more.find((each) => each === format)
  if (found !== undefined) return found
  throw new Fault('format.unknown', { format, known: [...formatIds, ...more].join(', ') })
}
