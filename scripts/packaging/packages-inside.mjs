// The packages that a packaged program actually contains, with their licenses: those in its node_modules and
// those built into the page.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** @typedef {{ name: string, version: string, license: string, texts: string[] }} InsidePackage */

/** Names of files with a license or a notice that must be passed on. */
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice|ofl)(?:[.-].*)?$/iu
const MIT = /Permission is hereby granted, free of charge, to any person obtaining a copy/u
/** `## name - version (license)`, as Vite writes them. */
const PAGE_HEAD = /^## (\S+) - (\S+) \((.+)\)$/gmu

/**
 * @param {string} folder a node_modules folder; nested ones are searched too
 * @returns {InsidePackage[]} by name and version, without duplicates
 */
export function packagesIn(folder) {
  const found = new Map()
  for (const place of packageFolders(folder)) {
    const about = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'))
    const { name, version } = about
    const texts = readdirSync(place)
      .filter((file) => LICENSE_FILE.test(file))
      .toSorted()
      .map((file) => readFileSync(path.join(place, file), 'utf8').trim())
    found.set(`${name} ${version}`, { name, version, license: licenseOf(about, texts), texts })
  }
  return inOrder([...found.values()])
}

/** As the package states it, in the old form too; else by its text. */
function licenseOf({ license, licenses }, texts) {
  const stated = license ?? licenses?.[0]?.type
  return stated ?? (texts.some((text) => MIT.test(text)) ? 'MIT' : '')
}

/**
 * @param {string} text what Vite writes about the packages that it built into the page
 * @returns {InsidePackage[]}
 */
export function packagesOfPage(text) {
  const heads = [...text.matchAll(PAGE_HEAD)]
  return inOrder(
    heads.map(({ 0: head, 1: name, 2: version, 3: license, index }, at) => {
      const body = text.slice(index + head.length, heads[at + 1]?.index).trim()
      return { name, version, license, texts: body === '' ? [] : [body] }
    }),
  )
}

/** @param {InsidePackage[]} lists @returns {InsidePackage[]} each name and version only once */
export function joined(...lists) {
  const all = new Map()
  for (const one of lists.flat()) {
    const key = `${one.name} ${one.version}`
    const before = all.get(key)
    if (before === undefined || before.texts.length === 0) all.set(key, one)
  }
  return inOrder([...all.values()])
}

/** @param {string} folder @returns {string[]} */
function packageFolders(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name }) => {
      const place = path.join(folder, name)
      if (name.startsWith('@')) return packageFolders(place)
      const own = existsSync(path.join(place, 'package.json')) ? [place] : []
      return [...own, ...packageFolders(path.join(place, 'node_modules'))]
    })
}

/** By code unit, so that the order is the same on every machine. */
function inOrder(packages) {
  const key = ({ name, version }) => `${name} ${version}`
  return packages.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
