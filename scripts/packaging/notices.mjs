// The text of all licenses of the packages in a packaged program.

/**
 * @param {import('./packages-inside.mjs').InsidePackage[]} packages
 * @returns {string} equal texts are listed once, below the names of all packages with them
 * @throws {Error} names the packages that do not state their license
 */
export function licenseTexts(packages) {
  const silent = packages.filter(({ license, texts }) => license === '' && texts.length === 0)
  if (silent.length > 0) {
    throw new Error(`No license is known of ${silent.map(({ name }) => name).join(', ')}`)
  }
  const byText = new Map()
  for (const one of packages) {
    const text = one.texts.join('\n\n')
    byText.set(text, [
      ...(byText.get(text) ?? []),
      `${[one.name, one.version].filter(Boolean).join(' ')} (${one.license || 'see below'})`,
    ])
  }
  const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text || WITHOUT_TEXT}\n`)
  return [HEAD, ...parts].join(`\n${'-'.repeat(80)}\n\n`)
}

const HEAD = 'The packages that are part of this program, with their licenses.\n'
const WITHOUT_TEXT = 'The package names this license and brings no text of it.'
