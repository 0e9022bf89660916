import { type ProgramLanguage, say } from '#core/messages/messages'
import { type ErrorCode, Fault, type WireError } from './errors.ts'

/** Converts an error to a message for transfer. Anything but a Fault is a bug: `internal`. */
export function describeFault(error: unknown, language: ProgramLanguage): WireError {
  const fault = error instanceof Fault ? error : internal(error)
  const key = `error.${fault.code}` as const
  return {
    code: fault.code,
    message: say(language, key, fault.values),
    remedy: say(language, `${key}.remedy`, fault.values),
    ...(fault.detail === undefined ? {} : { detail: fault.detail }),
  }
}

function internal(error: unknown): { code: ErrorCode; values: Fault['values']; detail: string | undefined } {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'internal', values: {}, detail }
}
