import { type ProgramLanguage, say } from '../messages/messages.ts'
import type { SheetWords } from './sheet-words.ts'

/** A sheet as plain text, line by line; sections are separated by empty lines. */
export function sheetLines(words: SheetWords, language: ProgramLanguage): string[] {
  const { heading, about, facts, models, openSource, run } = words
  const line = (label: string, value: string): string => say(language, 'sheet.line', { label, value })
  return [
    heading,
    about,
    '',
    ...facts.map(({ label, value, detail }) => line(label, detail === '' ? value : `${value} (${detail})`)),
    ...(models.length === 0 ? [] : ['', say(language, 'sheet.models')]),
    ...models.flatMap(({ name, role, licence, maker, data, openness, points, hashes }) => [
      line(role, name),
      `  ${line(say(language, 'sheet.model.licence'), `${licence}, ${maker}`)}`,
      `  ${line(say(language, 'sheet.model.data'), data)}`,
      `  ${line(say(language, 'sheet.model.openness'), openness)}`,
      ...(points === '' ? [] : [`    ${points}`]),
      ...hashes.map((hash) => `  ${line('SHA-256', hash)}`),
    ]),
    ...(openSource === '' ? [] : [openSource]),
    '',
    say(language, 'sheet.run'),
    ...run.map(({ label, value }) => line(label, value)),
  ]
}
