/** What one kind of run found. */
export interface Section {
  /** Stands in the file once: a new run of a kind takes the old one's place. */
  readonly title: string
  readonly body: string
}

const PREAMBLE = `# Measurements

Written by \`npm run bench\` (\`-- --peers\` for the other programs). Each section tells when, where and on which commit
it was made; a later run of the same kind takes its place. What is counted and how: bench/README.md.
`

/**
 * The file's text with a section put in: in its old place, or else where `order` (titles) has it.
 * @param text what stands there now, '' for nothing
 */
export function withSection(text: string, section: Section, order: readonly string[]): string {
  const sections = new Map(readSections(text).map(({ title, body }) => [title, body]))
  sections.set(section.title, section.body.trim())
  const rank = (title: string): number => (order.includes(title) ? order.indexOf(title) : order.length)
  const sorted = [...sections].sort(([a], [b]) => rank(a) - rank(b))
  return [PREAMBLE, ...sorted.map(([title, body]) => `## ${title}\n\n${body}\n`)].join('\n')
}

function readSections(text: string): Section[] {
  return text
    .split(/^## /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      return { title: part.slice(0, end).trim(), body: part.slice(end).trim() }
    })
}
