import { CallFailed } from '../../rpc/call-failed.ts'

/** The studio could not be reached. */
export const isLost = (error: unknown): boolean => isCode(error, 'connection.lost')

/** The studio no longer writes the recording. */
export const isOver = (error: unknown): boolean =>
  isCode(error, 'recorder.unknown') || isCode(error, 'recorder.stopped')

const isCode = (error: unknown, code: CallFailed['error']['code']): boolean =>
  error instanceof CallFailed && error.error.code === code
