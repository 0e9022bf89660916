import { Fault } from '#contracts/errors'

/** Faults whose technical text comes of machines and programs, never of a transcript. */
const MACHINE = /^(?:disk|engine|ffmpeg|library|media|model)\./u
const LONGEST = 4_000

/**
 * What the log may hold of an error: its kind, its place in the program, and of its message what is no text of a
 * person's. Words of a transcript may stand in quotation marks (JSON that cannot be read) or in a fault's values.
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

/** In whatever marks; one that is not closed goes to the end. */
const withoutQuotations = (text: string): string =>
  text.replace(/"(?:[^"]*"|[^"]*$)|'(?:[^']*'|[^']*$)|`(?:[^`]*`|[^`]*$)|“[^”]*(?:”|$)|«[^»]*(?:»|$)/gsu, '…')

/** Where it happened; the lines before them repeat the message. */
function framesOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /u.test(line))
  return frames.map((frame) => `\n${frame}`).join('')
}
