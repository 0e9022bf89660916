import { Fault } from '#contracts/errors'
import { otherKindOf } from '#core/formats/other-files'

const NO_RECORDING: ReadonlySet<string> = new Set(['media.unreadable', 'media.unsupported', 'media.no-audio'])

/**
 * The error of reading a file as a recording, or `format.other-kind` if its name says that it is a list, a table or a
 * text: such a file is not damaged.
 */
export function asOtherKind(error: unknown, file: string): unknown {
  const kind = otherKindOf(file)
  if (kind === null || !(error instanceof Fault) || !NO_RECORDING.has(error.code)) return error
  return new Fault('format.other-kind', { file, kind }, error.detail, error)
}
