import type { ProgramLanguage } from '../messages/messages.ts'
import { parseInline } from './inline.ts'
import type { Block, Figures, HowItWorksText } from './page-text.ts'
import { sourceIds, sources } from './sources.ts'

/** The pages as a document for docs/how-it-works; places in the program are named without a link. */
export function howItWorksMarkdown(page: HowItWorksText, language: ProgramLanguage): string {
  const lines = [`# ${page.title}`, '', page.intro, '']
  for (const { title, blocks } of page.sections) {
    lines.push(`## ${title}`, '')
    for (const block of blocks) lines.push(...blockLines(block), ...(block.kind === 'cost' ? [] : ['']))
  }
  lines.push(`## ${page.sources}`, '')
  for (const id of sourceIds) {
    const { name, title, address, sample } = sources[id]
    lines.push(
      `- ${name}${colon(language)} [${title}](${address}). ${page.sample}${colon(language)} ${sample[language]}.`,
    )
  }
  return `${lines.join('\n')}\n`
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [inline(block.text)]
    case 'quote':
      return [`> ${inline(block.text)}`]
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`)
    case 'steps':
      return block.steps.map(({ title, text }, index) => `${index + 1}. **${title}.** ${inline(text)}`)
    case 'figures':
      return figureLines(block.figures)
    // Only known on a computer that has measured it.
    case 'cost':
      return []
  }
}

function figureLines({ caption, rows, from }: Figures): string[] {
  return [
    `| ${caption} | / 100 |`,
    '| --- | ---: |',
    ...rows.map(({ label, of100 }) => `| ${label} | ${of100} |`),
    '',
    inline(from),
  ]
}

function inline(text: string): string {
  return parseInline(text)
    .map((part) => {
      switch (part.kind) {
        case 'text':
        case 'link':
          return part.text
        case 'term':
          return `**${part.text}**`
        case 'source':
          return `([${sources[part.id].name}](${sources[part.id].address}))`
      }
    })
    .join('')
}

const colon = (language: ProgramLanguage): string => (language === 'fr' ? '\u00A0:' : ':')
