import { givenName } from '../transcript/speaker-names.ts'
import type { Speaker } from '../transcript/transcript.ts'
import type { CaptionRules } from './caption-rules.ts'

export { type CaptionNames, captionNames } from '../transcript/caption-settings.ts'

/** French puts a no-break space before the colon. */
export const nameColon = (language: string): string => (language === 'fr' ? '\u00A0:' : ':')

/** `Name:` by speaker, for named speakers only; a name takes at most half a line. */
export function namePrefixes(
  speakers: readonly Speaker[],
  rules: Pick<CaptionRules, 'maxCharactersPerLine'>,
  language: string,
): Map<string | null, string> {
  const prefixes = new Map<string | null, string>()
  const longest = Math.floor(rules.maxCharactersPerLine / 2)
  const colon = nameColon(language)
  const room = longest - colon.length
  for (const speaker of speakers) {
    const name = givenName(speaker)
    if (name !== null)
      prefixes.set(speaker.id, (name.length <= room ? name : shortened(name, room - 1)) + colon)
  }
  return prefixes
}

function shortened(name: string, length: number): string {
  let short = ''
  for (const character of name) {
    if (short.length + character.length > length) break
    short += character
  }
  return `${short.trimEnd()}…`
}
