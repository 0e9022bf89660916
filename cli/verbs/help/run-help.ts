import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { findHelp, type HelpSection, helpSections } from '#core/help/find-help'
import { helpFile, helpPages } from '#core/help/help-pages'
import { resourcesFolder } from '#studio/processes/resources-folder'
import type { Terminal } from '../../terminal/terminal.ts'

/** Prints the sections of the help with all `words`, or the list of pages if there are none. */
export async function runHelp(terminal: Terminal, words: string): Promise<number> {
  const sections = await readSections(terminal)
  if (words === '') {
    terminal.lines(
      helpPages.map((page) => [page, sections.find((section) => section.page === page)?.title ?? '']),
    )
    return 0
  }
  const found = findHelp(sections, words)
  if (found.length === 0) {
    terminal.note('help.none', { words }, terminal.words('help.none', { words }))
    return 1
  }
  terminal.lines(
    found.flatMap(({ title, heading, text }) => [
      heading === '' ? title : `${title} › ${heading}`,
      '',
      ...text.split('\n'),
      '',
    ]),
  )
  return 0
}

async function readSections({ language }: Terminal): Promise<HelpSection[]> {
  const docs = path.join(resourcesFolder(), '..', 'docs')
  const pages = helpPages.map(async (page) =>
    helpSections(page, await readFile(path.join(docs, helpFile(page, language)), 'utf8')),
  )
  return (await Promise.all(pages)).flat()
}
