import type { WrongStart } from '#core/formats/file-frames'
import { Fault } from './errors.ts'

/** The error of a start timecode that no file can begin with, for pages and the command line. */
export const startFault = ({ kind, values }: WrongStart): Fault =>
  new Fault(kind === 'form' ? 'usage.no-timecode' : 'usage.no-frame', values)
