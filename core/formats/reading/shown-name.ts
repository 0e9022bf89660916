import type { TextSpan } from '../../captions/words/text-span.ts'

interface VoiceText {
  readonly name: string | null
  readonly text: string
  readonly italics?: readonly TextSpan[]
  readonly words?: readonly unknown[]
}

/** Whether the text began with the speaker's name, as captions show it. */
export type NamedVoice<Voice> = Voice & { readonly showsName: boolean }

/** A voice without the name of its speaker at the start of its text: captions put it there by a mark. */
export function withoutShownName<Voice extends VoiceText>(voice: Voice): NamedVoice<Voice> {
  const length = voice.name === null ? 0 : shownLength(voice.text, voice.name)
  if (length === 0) return { ...voice, showsName: false }
  const count = voice.text
    .slice(0, length)
    .split(/[ \t\n]+/u)
    .filter(Boolean).length
  const { italics = [], words } = voice
  return {
    ...voice,
    showsName: true,
    text: voice.text.slice(length),
    italics: italics.flatMap(({ from, to }) =>
      to <= length ? [] : [{ from: Math.max(0, from - length), to: to - length }],
    ),
    ...(words === undefined ? {} : { words: words.slice(count) }),
  }
}

/** Length of `Name: ` at the start of a text that goes on; captions shorten long names. 0 if it is not there. */
function shownLength(text: string, name: string): number {
  const found = /^([^\n:]*?)[ \u00A0\u202F]?:[ \n](?=\s*\S)/u.exec(text)
  const shown = found?.[1] ?? ''
  const isName =
    shown === name || (shown.endsWith('…') && shown.length > 1 && name.startsWith(shown.slice(0, -1)))
  return isName ? (found?.[0].length ?? 0) : 0
}
