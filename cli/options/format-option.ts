import { Fault } from '#contracts/errors'
import {
  type CaptionedVideoId,
  captionedVideoIds,
  isCaptionedVideoId,
} from '#core/formats/edit-lists/captioned-videos'
import { type FormatId, formatIds, formats, isFormatId } from '#core/formats/formats'
import { type Invocation, text } from './arguments.ts'

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
 * The requested formats, including films with captions, without duplicates. Throws the faults of
 * `readFormats`.
 */
export function readFormatsAndFilms(invocation: Invocation, toStdout: boolean): FormatsAndFilms {
  const asked = (text(invocation, 'format') ?? '').split(',').map((format) => format.trim())
  const films = captionedVideoIds.filter((id) => asked.includes(id))
  if (films.length === 0) return { formats: readFormats(invocation, toStdout), films }
  if (toStdout) {
    throw new Fault('usage.bad-option', { option: `--stdout --format ${films[0]}`, verb: invocation.verb })
  }
  const others = asked.filter((format) => !isCaptionedVideoId(format))
  return { formats: [...new Set(others.map((format) => knownFormat<never>(format, [])))], films }
}

interface FormatsAndFilms {
  readonly formats: readonly FormatId[]
  readonly films: readonly CaptionedVideoId[]
}

/** A format, or one of `more`, which only some commands accept. Throws `format.unknown`. */
export function knownFormat<More extends string>(format: string, more: readonly More[]): FormatId | More {
  if (isFormatId(format)) return format
  const found = more.find((each) => each === format)
  if (found !== undefined) return found
  throw new Fault('format.unknown', { format, known: [...formatIds, ...more].join(', ') })
}
