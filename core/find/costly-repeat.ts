/**
 * The part of a regular expression that may take exponential time on a text that almost matches, or null: an
 * unbounded repeat around another (`(a+)+`), around alternatives of which two may begin alike (`(a|ab)*`), or around
 * a group with a back-reference (`\1`). A running search cannot be stopped, so such an expression is rejected in
 * advance. May reject harmless expressions.
 */
export function costlyRepeat(source: string): string | null {
  const open: Group[] = [{ from: 0, repeats: false, refers: false, alternatives: [0] }]
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]
    const group = open.at(-1)
    if (group === undefined) return null
    let closed: Group | null = null
    if (character === '\\') {
      group.refers ||= /^(?:[1-9]|k<)/u.test(source.slice(at + 1))
      at = endOfEscape(source, at)
    } else if (character === '[') at = endOfClass(source, at)
    else if (character === '(') {
      const from = at
      at += /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/u.exec(source.slice(at))?.[0].length ?? 1
      open.push({ from, repeats: false, refers: false, alternatives: [at] })
      at -= 1
      continue
    } else if (character === '|') {
      group.alternatives.push(at + 1)
      continue
    } else if (character === ')') closed = open.pop() ?? null

    const repeat = /^(?:[*+]|\{\d+,\})\??/u.exec(source.slice(at + 1))?.[0]
    const times = /^\{\d+(?:,\d+)?\}/u.exec(source.slice(at + 1))?.[0]
    if (closed !== null && repeat !== undefined && isCostly(source, closed, at)) {
      return source.slice(closed.from, at + 1 + repeat.length)
    }
    if (closed?.repeats === true && times !== undefined) {
      return source.slice(closed.from, at + 1 + times.length)
    }
    const outer = open.at(-1)
    if (outer === undefined) return null
    if (closed !== null) {
      outer.repeats ||= closed.repeats
      outer.refers ||= closed.refers
    }
    if (repeat !== undefined) {
      outer.repeats = true
      at += repeat.length
    }
  }
  return null
}

interface Group {
  readonly from: number
  /** Whether something inside is repeated without bound. */
  repeats: boolean
  refers: boolean
  /** Where each alternative begins. */
  readonly alternatives: number[]
}

function isCostly(source: string, group: Group, end: number): boolean {
  if (group.repeats || group.refers) return true
  if (group.alternatives.length === 1) return false
  const firsts = group.alternatives.map((from) => source.slice(from, Math.min(end, from + 1)).toLowerCase())
  // Only plain letters, digits and spaces are certain to differ.
  return firsts.some((first) => !/^[\p{L}\p{N} ]$/u.test(first)) || new Set(firsts).size < firsts.length
}

function endOfEscape(source: string, at: number): number {
  const whole =
    /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|c[A-Za-z]|\d+|.)/su.exec(
      source.slice(at),
    )
  return at + (whole?.[0].length ?? 1) - 1
}

function endOfClass(source: string, at: number): number {
  for (let end = at + 1; end < source.length; end += 1) {
    if (source[end] === '\\') end += 1
    else if (source[end] === ']') return end
  }
  return source.length
}
