import { en, type MessageKey } from '#core/messages/en'
import { fr } from '#core/messages/fr'

/** What a name begins with in either language of the program: its message up to the first value. */
export function eitherLanguage(key: MessageKey): RegExp {
  const beginnings = [en, fr].map((catalog) => catalog[key].replace(/\{.*$/su, '').trimEnd())
  const escaped = beginnings.map((text) =>
    // In accessible names every space is a plain one.
    text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replaceAll(/\s/gu, String.raw`\s`),
  )
  return new RegExp(`^(?:${escaped.join('|')})`, 'u')
}
