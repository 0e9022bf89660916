import { elementsNamed, type XmlElement } from '../reading/xml-tree.ts'

interface ElementRule {
  /** Elements in their order; `?`: at most one, `*`: any number, `+`: at least one. */
  readonly children: readonly string[]
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

const rule = (children: string, required: string, optional = ''): ElementRule => ({
  children: children.split(' ').filter(Boolean),
  required: required.split(' ').filter(Boolean),
  optional: optional.split(' ').filter(Boolean),
})
const by = 'creatingUser creationDateTime modifyingUser modifiedDateTime'
const selection = 'Description? Coding* NoteRef*'
const textSource = 'Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*'

/** The elements of a project, as the standard describes them (REFI-QDA 1.5, 5.3), without those that are never written. */
const rules: Readonly<Record<string, ElementRule>> = {
  Project: rule(
    'Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*',
    'name',
    'origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath',
  ),
  Users: rule('User+', ''),
  User: rule('', 'guid', 'name id'),
  CodeBook: rule('Codes', ''),
  Codes: rule('Code+', ''),
  Code: rule('Description? NoteRef* Code*', 'guid name isCodable', 'color'),
  // Sources of any kind in any order.
  Sources: rule('TextSource* AudioSource*', ''),
  TextSource: rule(textSource, 'guid', `name richTextPath plainTextPath ${by}`),
  PlainTextSelection: rule(selection, 'guid startPosition endPosition', `name ${by}`),
  AudioSource: rule(
    'Description? Transcript* AudioSelection* Coding* NoteRef* VariableValue*',
    'guid',
    `name path currentPath ${by}`,
  ),
  Transcript: rule(
    'Description? PlainTextContent? SyncPoint* TranscriptSelection* NoteRef*',
    'guid',
    `name richTextPath plainTextPath ${by}`,
  ),
  SyncPoint: rule('', 'guid', 'timeStamp position'),
  TranscriptSelection: rule(selection, 'guid', `name fromSyncPoint toSyncPoint ${by}`),
  Coding: rule('CodeRef NoteRef*', 'guid', 'creatingUser creationDateTime'),
  CodeRef: rule('', 'targetGUID'),
  NoteRef: rule('', 'targetGUID'),
  Notes: rule('Note+', ''),
  Note: rule(textSource, 'guid', `name richTextPath plainTextPath ${by}`),
  PlainTextContent: rule('', ''),
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
const guids = /^(?:guid|targetGUID|creatingUserGUID|creatingUser|fromSyncPoint|toSyncPoint)$/u
const integers = /^(?:startPosition|endPosition|timeStamp|position)$/u

/** Where a project breaks the rules of the standard: elements, attributes, references. */
export function brokenRefiRules(project: XmlElement): string[] {
  const broken: string[] = []
  const known = new Map<string, string>()
  const visit = (element: XmlElement): void => {
    const { name, attributes } = element
    const own = rules[name]
    if (own === undefined) {
      broken.push(`unknown element ${name}`)
      return
    }
    for (const each of own.required) if (!(each in attributes)) broken.push(`${name} lacks ${each}`)
    for (const [each, value] of Object.entries(attributes)) {
      if (each === 'xmlns') continue
      if (![...own.required, ...own.optional].includes(each)) broken.push(`${name} has ${each}`)
      if (guids.test(each) && !GUID.test(value)) broken.push(`${each} ${value}`)
      if (integers.test(each) && !/^\d+$/u.test(value)) broken.push(`${each} ${value}`)
      if (each === 'guid') {
        if (known.has(value)) broken.push(`${name} has the guid of ${known.get(value)}`)
        known.set(value, name)
      }
    }
    const children = element.children.filter((child) => typeof child !== 'string')
    const order = children.map((child) => child.name).join(' ')
    const pattern = own.children.map((each) => {
      const bare = each.replace(/[?*+]$/u, '')
      return `(?:${bare} )${/[?*+]$/u.exec(each)?.[0] ?? ''}`
    })
    if (!new RegExp(`^${pattern.join('')}$`, 'u').test(order === '' ? '' : `${order} `))
      broken.push(`${name} contains ${order}`)
    for (const child of children) visit(child)
  }
  visit(project)
  const refer = (attribute: string, target: string, of: string): void => {
    for (const { attributes } of elementsNamed(project, of)) {
      const value = attributes[attribute]
      if (value !== undefined && known.get(value) !== target) broken.push(`${of} names no ${target}`)
    }
  }
  refer('targetGUID', 'Code', 'CodeRef')
  refer('targetGUID', 'Note', 'NoteRef')
  refer('fromSyncPoint', 'SyncPoint', 'TranscriptSelection')
  refer('toSyncPoint', 'SyncPoint', 'TranscriptSelection')
  for (const of of Object.keys(rules)) refer('creatingUser', 'User', of)
  return broken
}
