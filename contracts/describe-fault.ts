import { type ProgramLanguage, say } from '#core/messages/messages'
import { type ErrorCode, Fault, type WireError } from './errors.ts'

/**
 * Converts an error to a message for transfer. Anything but a Fault is a bug: `internal`.
 * @param reader commands of the terminal are only named to who reads there
 */
export function describeFault(
  error: unknown,
  language: ProgramLanguage,
  reader: 'page' | 'terminal' = 'page',
): WireError {
  const fault = error instanceof Fault ? error : internal(error)
  const key = `error.${fault.code}${reader === 'page' ? '.on-page' : ''}` as const
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
