const LONGEST = 4_000
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * A link that is safe to store, show and publish; '' if invalid. Only http, https and mailto are allowed:
 * other schemes run code or open files. Absolute, without spaces and control characters, which programs parse
 * differently.
 */
export function webLink(text: string): string {
  const given = text.trim()
  if (given === '' || given.length > LONGEST || /[\p{Cc}\s"<>\\^`{|}]/u.test(given)) return ''
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(given)?.[0].toLowerCase() ?? ''
  if (!SCHEMES.has(scheme)) return ''
  const rest = given.slice(scheme.length)
  const isWhole = scheme === 'mailto:' ? /^[^@\s]+@[^@\s]+$/u.test(rest) : /^\/\/[^/?#]/u.test(rest)
  return isWhole ? given : ''
}
