import { type ProgramLanguage, say } from '../../messages/messages.ts'

/** Placeholders within a line. */
export const linePlaceholders = ['title', 'date', 'place', 'length', 'file'] as const
export type LinePlaceholder = (typeof linePlaceholders)[number]

/** Placeholders on a line of their own, in the order of the default template. */
export const blockPlaceholders = ['people', 'decisions', 'actions', 'passages', 'text'] as const
export type BlockPlaceholder = (typeof blockPlaceholders)[number]

/** UTF-16 units: more than any template needs. */
export const MAX_TEMPLATE_LENGTH = 20_000

/** A line of a template; the first three kinds still contain placeholders. */
export type TemplateLine =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'block'; readonly placeholder: BlockPlaceholder }

/** The default template in a language. */
export function usualTemplate(language: ProgramLanguage): string {
  const sections = blockPlaceholders.map((name) => `## ${say(language, `minutes.${name}`)}\n{${name}}\n`)
  return ['# {title}\n{date}\n{place}\n', ...sections].join('\n')
}

const languages: readonly ProgramLanguage[] = ['en', 'fr']

/**
 * A heading as a template has it; one of the usual headings is in the language of the text, also if the template was
 * written in another one.
 */
export function headingIn(language: string, text: string): string {
  const spoken = languages.find((each) => each === language)
  if (spoken === undefined) return text
  const name = blockPlaceholders.find((each) =>
    languages.some((other) => say(other, `minutes.${each}`) === text.trim()),
  )
  return name === undefined ? text : say(spoken, `minutes.${name}`)
}

/** The lines of a template: `#` to `###` are headings, `-` a list item; empty lines are dropped. */
export function templateLines(template: string): TemplateLine[] {
  return template
    .toWellFormed()
    .split(/\r\n|[\n\r]/u)
    .flatMap((raw): TemplateLine[] => {
      const line = raw.trim()
      if (line === '') return []
      const heading = /^(#{1,3})\s+(.+)$/u.exec(line)
      if (heading !== null) {
        return [{ kind: 'heading', level: levelOf(heading[1] ?? ''), text: heading[2] ?? '' }]
      }
      const item = /^[-*]\s+(.+)$/u.exec(line)
      if (item !== null) return [{ kind: 'item', text: item[1] ?? '' }]
      const placeholder = blockPlaceholders.find((name) => line === `{${name}}`)
      return [placeholder === undefined ? { kind: 'line', text: line } : { kind: 'block', placeholder }]
    })
}

const levelOf = (signs: string): 1 | 2 | 3 => (signs.length === 1 ? 1 : signs.length === 2 ? 2 : 3)

/**
 * A line with values in place of its placeholders; null if it has placeholders and all of them are empty.
 * Unknown placeholders stay as written.
 */
export function filledLine(text: string, values: Readonly<Record<LinePlaceholder, string>>): string | null {
  let found = 0
  let filled = 0
  const shown = text.replaceAll(/\{([a-z]+)\}/gu, (written, name: string) => {
    const known = linePlaceholders.find((each) => each === name)
    if (known === undefined) return written
    found++
    if (values[known] !== '') filled++
    return values[known]
  })
  return found > 0 && filled === 0 ? null : shown.trim()
}
