import { type ProgramLanguage, say } from '#core/messages/messages'
import type { SheetWords } from '#core/sheet/sheet-words'
import { LEADING, looks, paragraph } from './looks.ts'
import type { Line, StyledText } from './pdf-lines.ts'
import type { Block } from './pdf-pages.ts'

type SetLines = (texts: readonly StyledText[], indent?: number) => Line[]

/** A last page: how the transcript was made. */
export function sheetBlocks(
  set: SetLines,
  { heading, about, facts, models, openSource, run }: SheetWords,
  language: ProgramLanguage,
): Block[] {
  const title = (text: string): Block => ({
    tag: 'H2',
    lines: set([{ ...looks.heading, text }]),
    lineHeight: looks.heading.size * LEADING,
    spaceBefore: 24,
    keepsNext: true,
  })
  const small = (text: string, spaceBefore: number): Block => ({
    ...paragraph('facts', spaceBefore),
    lines: set([{ ...looks.facts, text }]),
  })
  const line = (label: string, value: string): string => say(language, 'sheet.line', { label, value })
  const row = (label: string, value: string): Block => ({
    ...paragraph('speech', 4),
    lines: set([{ ...looks.speech, text: line(label, value) }]),
  })
  return [
    { ...title(heading), startsPage: true, bookmark: heading, holdsBookmarks: true },
    small(about, 4),
    ...facts.map(({ label, value, detail }) => row(label, detail === '' ? value : `${value} (${detail})`)),
    ...(models.length === 0 ? [] : [title(say(language, 'sheet.models'))]),
    ...models.flatMap(({ name, role, licence, maker, data, openness, points, hashes }) => [
      {
        ...paragraph('name', 8),
        lines: set([{ ...looks.name, text: line(role, name) }]),
        keepsNext: true,
      },
      small(line(say(language, 'sheet.model.licence'), `${licence}, ${maker}`), 1),
      small(line(say(language, 'sheet.model.data'), data), 1),
      small(line(say(language, 'sheet.model.openness'), openness), 1),
      ...(points === '' ? [] : [small(points, 1)]),
      ...hashes.map((hash) => small(line('SHA-256', hash), 1)),
    ]),
    ...(openSource === '' ? [] : [small(openSource, 8)]),
    title(say(language, 'sheet.run')),
    ...run.map(({ label, value }) => row(label, value)),
  ]
}
