import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { howItWorks } from './how-it-works.ts'
import { parseInline } from './inline.ts'
import { howItWorksMarkdown } from './markdown.ts'
import { ownFigures } from './own-figures.ts'
import { sectionIds, stepIds, type Block } from './page-text.ts'
import { sourceIds, sources } from './sources.ts'

const root = new URL('../../', import.meta.url)

/** All texts of a block, with their markup. */
const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'text':
    case 'quote':
      return [block.text]
    case 'list':
      return [...block.items]
    case 'steps':
      return block.steps.map(({ text }) => text)
    case 'figures':
      return [block.figures.from]
    case 'cost':
      return []
  }
}
const marks = (block: Block) =>
  textsOf(block)
    .flatMap(parseInline)
    .flatMap((part) => (part.kind === 'source' ? [part.id] : part.kind === 'link' ? [part.to] : []))

describe.each(['en', 'fr'] as const)('the pages in %s', (language) => {
  const page = howItWorks[language]

  it('have every section and every step, in order', () => {
    expect(page.sections.map(({ id }) => id)).toEqual(sectionIds)
    const steps = page.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'steps' ? block.steps : [])),
    )
    expect(steps.map(({ id }) => id)).toEqual(stepIds)
  })

  it('name each source of the list', () => {
    const named = page.sections.flatMap(({ blocks }) => blocks.flatMap(marks))
    expect([...new Set(named)].filter((mark) => !mark.startsWith('/')).sort()).toEqual([...sourceIds].sort())
  })

  it('are what docs/how-it-works has (npx vitest -u writes it)', async () => {
    const file = new URL(`docs/how-it-works/${language}.md`, root)
    await expect(howItWorksMarkdown(page, language)).toMatchFileSnapshot(file.pathname)
  })
})

it('both languages say the same: blocks, figures, sources, and links', () => {
  const shape = (language: 'en' | 'fr') =>
    howItWorks[language].sections.map(({ id, blocks }) => [
      id,
      blocks.map((block) => ({
        kind: block.kind,
        items: block.kind === 'list' ? block.items.length : 0,
        figures: block.kind === 'figures' ? block.figures.rows.map(({ of100 }) => of100) : [],
        marks: marks(block),
      })),
    ])
  expect(shape('fr')).toEqual(shape('en'))
})

it('the figures that we measured are those of bench/RESULTS.md', async () => {
  const results = await readFile(new URL('bench/RESULTS.md', root), 'utf8')
  for (const [kind, { of100, words }] of Object.entries(ownFigures)) {
    const row = new RegExp(`^\\| ${kind} +\\| +\\d+ \\| +(\\d+) \\| +(\\d+) = `, 'mu').exec(results)
    expect(row, `no row ${kind}`).not.toBeNull()
    expect({ kind, words, of100 }).toEqual({
      kind,
      words: Number(row?.[1]),
      of100: Math.round((Number(row?.[2]) / Number(row?.[1])) * 100),
    })
  }
})

it('every source has an address and says what was looked at', () => {
  for (const id of sourceIds) {
    expect(sources[id].address).toMatch(/^https:\/\/\S+$/u)
    expect(sources[id].sample.en.length).toBeGreaterThan(10)
    expect(sources[id].sample.fr.length).toBeGreaterThan(10)
  }
})
