import { Fault } from '#contracts/errors'

/** Codes of errors whose details come from the machine or programs, never from a transcript. */
const MACHINE = /^(?:disk|engine|ffmpeg|library|media|model)\./u
const LONGEST = 4_000

/**
 * The part of an error that may be logged: its kind, its stack frames, and its message without text written by a
 * person. Words of a transcript may appear in quotation marks (invalid JSON) or in an error's values.
 */
export function textForLog(error: unknown): string {
  return causesOf(error).map(oneForLog).join('\ncaused by ').slice(0, LONGEST)
}

function oneForLog(error: unknown): string {
  if (error instanceof Fault) {
    const detail = MACHINE.test(error.code) && error.detail !== undefined ? `\n${error.detail}` : ''
    return `${error.code} ${JSON.stringify(numbersOf(error.values))}${detail}${framesOf(error)}`
  }
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const code = (error as NodeJS.ErrnoException).code
  const kind = code === undefined ? error.name : `${error.name} ${code}`
  return `${kind}: ${withoutQuotations(error.message)}${framesOf(error)}`
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [error]
  for (let at = error; at instanceof Error && at.cause !== undefined && causes.length < 5;) {
    at = at.cause
    causes.push(at)
  }
  return causes
}

const numbersOf = (values: Fault['values']): Fault['values'] =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number'))

/** Any kind of quotation marks; an unclosed quotation extends to the end. */
const withoutQuotations = (text: string): string =>
  text.replace(/"(?:[^"]*"|[^"]*$)|'(?:[^']*'|[^']*$)|`(?:[^`]*`|[^`]*$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)/gsu, '…')

/** The stack frames; the lines before them repeat the message. */
function framesOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /u.test(line))
  return frames.map((frame) => `\n${frame}`).join('')
}
