import { isNoName } from './no-names.ts'
import { withoutShownName } from './shown-name.ts'

interface Voice {
  readonly name: string | null
  readonly text: string
}

interface NamedCue<OneVoice extends Voice> {
  readonly voices: readonly OneVoice[]
}

export interface NamesInText<Cue> {
  readonly cues: readonly Cue[]
  /** The names found, in order. */
  readonly names: readonly string[]
}

/** One to four words, of which the first has a capital. */
const nameBefore =
  /^(\p{Lu}[\p{L}\p{M}\p{N}'’.-]*(?: (?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{N}+|d[aeiu]|del|van|von|de la|le|la|of|the)){0,3}…?)[ \u00A0\u202F]?:[ \n]\s*\S/u
const longestName = 40
const endsSentence = /[.!?…][)\]"'’”»]*$/u

/**
 * Names that recur before a colon at the start of cues are their speakers, in a file without any: such files name
 * them in the text alone. A cue that continues a sentence is by the speaker of the one before.
 */
export function withNamesInText<OneVoice extends Voice, Cue extends NamedCue<OneVoice>>(
  cues: readonly Cue[],
): NamesInText<Cue> {
  const nothing = { cues, names: [] }
  if (cues.some(({ voices }) => voices.some(({ name }) => name !== null))) return nothing
  const counts = new Map<string, number>()
  for (const { voices } of cues) {
    const name = nameIn(voices[0]?.text ?? '')
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name))
  if (names.size === 0) return nothing
  let open: string | null = null
  const named = cues.map((cue): Cue => {
    const [voice, ...others] = cue.voices
    if (voice === undefined || others.length > 0) {
      open = null
      return cue
    }
    const found = nameIn(voice.text)
    const name = found !== null && names.has(found) ? found : open
    open = endsSentence.test(voice.text.trimEnd()) ? null : name
    return name === null ? cue : { ...cue, voices: [{ ...voice, name }] }
  })
  return { cues: named, names: [...names] }
}

function nameIn(text: string): string | null {
  const name = nameBefore.exec(text)?.[1] ?? null
  if (name === null || name.length > longestName || isNoName(name)) return null
  return withoutShownName({ name, text }).showsName ? name : null
}
