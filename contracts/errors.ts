import type { ErrorCode } from '#core/messages/errors/all-errors'
import type { MessageValues } from '#core/messages/messages'

export type { ErrorCode } from '#core/messages/errors/all-errors'

export type FaultValues = MessageValues

/** An error with a code, thrown where the cause is known; its message is added on transfer (describe-fault.ts). */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: ErrorCode
  /** Values for the message: file names, sizes, languages, times. */
  readonly values: FaultValues
  /** Technical detail: ffmpeg's last lines, the tail of stderr. */
  readonly detail: string | undefined

  constructor(code: ErrorCode, values: FaultValues = {}, detail?: string, cause?: unknown) {
    super(
      `${code} ${JSON.stringify(values)}${detail ? `\n${detail}` : ''}`,
      cause === undefined ? {} : { cause },
    )
    this.code = code
    this.values = values
    this.detail = detail
  }
}

/** The form in which every error is transferred. */
export interface WireError {
  readonly code: ErrorCode
  readonly message: string
  readonly remedy?: string
  readonly detail?: string
}
