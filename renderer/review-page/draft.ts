/** What a person wrote in the page so far; numbers are indexes of paragraphs, places and voices. */
export interface Draft {
  readonly reviewer: string | null
  readonly language: 'en' | 'fr' | null
  readonly texts: Readonly<Record<number, string>>
  readonly comments: Readonly<Record<number, string>>
  readonly right: readonly number[]
  readonly voices: Readonly<Record<number, string>>
}

/** Keeps a draft in the browser. */
export interface DraftStore {
  readonly draft: Draft
  /** Whether all changes are stored; false where a browser keeps nothing, or has no room. */
  readonly isKept: boolean
  /** Stored before it returns: a browser may end a page at any time. */
  readonly change: (changes: Partial<Draft>) => void
  readonly onChange: (listener: () => void) => void
  /** The same page in another window wrote something; called with the draft before. */
  readonly onOther: (listener: (before: Draft) => void) => void
}

/** Each text, comment, place and name has its own item: a key costs little, and two windows lose nothing of each other. */
export function createDraftStore(window: Window, review: string): DraftStore {
  const prefix = `parolo-review ${review} `
  const storage = storageOf(window)
  let items = read(storage, prefix)
  let draft = draftOf(items)
  const unstored = new Set<string>()
  const listeners: (() => void)[] = []
  const others: ((before: Draft) => void)[] = []
  const store = (name: string): void => {
    if (storage === null) return
    const value = items.get(name)
    try {
      if (value === undefined) storage.removeItem(prefix + name)
      else storage.setItem(prefix + name, JSON.stringify(value))
      unstored.delete(name)
    } catch (error) {
      // No room, or no right: the page says that it is not kept.
      unstored.add(name)
      console.warn(error)
    }
  }
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === null || !key.startsWith(prefix)) return
    const before = draft
    const name = key.slice(prefix.length)
    const value = newValue === null ? undefined : parsed(newValue)
    const changed = new Map(items)
    if (value === undefined) changed.delete(name)
    else changed.set(name, value)
    items = changed
    unstored.delete(name)
    draft = draftOf(items)
    for (const listener of others) listener(before)
  })
  return {
    get draft() {
      return draft
    },
    get isKept() {
      return storage !== null && unstored.size === 0
    },
    change(changes) {
      const before = items
      draft = { ...draft, ...changes }
      items = itemsOf(draft)
      const changed = [...new Set([...before.keys(), ...items.keys()])].filter(
        (name) => before.get(name) !== items.get(name),
      )
      for (const name of new Set([...unstored, ...changed])) store(name)
      for (const listener of listeners) listener()
    },
    onChange: (listener) => listeners.push(listener),
    onOther: (listener) => others.push(listener),
  }
}

type Items = ReadonlyMap<string, unknown>

const recordNames = ['texts', 'comments', 'voices'] as const

function itemsOf(draft: Draft): Map<string, unknown> {
  const items = new Map<string, unknown>()
  for (const name of ['reviewer', 'language'] as const) if (draft[name] !== null) items.set(name, draft[name])
  for (const name of recordNames)
    for (const [index, text] of Object.entries(draft[name])) items.set(`${name} ${index}`, text)
  for (const place of draft.right) items.set(`right ${place}`, true)
  return items
}

function draftOf(items: Items): Draft {
  const record = (name: string): Record<number, string> => {
    const own = [...items].filter(([item]) => item.startsWith(`${name} `))
    return Object.fromEntries(own.map(([item, value]) => [item.slice(name.length + 1), String(value)]))
  }
  const language = items.get('language')
  return {
    reviewer: items.has('reviewer') ? String(items.get('reviewer')) : null,
    language: language === 'en' || language === 'fr' ? language : null,
    texts: record('texts'),
    comments: record('comments'),
    right: Object.keys(record('right'))
      .map(Number)
      .toSorted((a, b) => a - b),
    voices: record('voices'),
  }
}

/** Null where a browser keeps nothing for files. */
function storageOf(window: Window): Storage | null {
  try {
    const { localStorage } = window
    localStorage.setItem('parolo-review', '')
    localStorage.removeItem('parolo-review')
    return localStorage
  } catch (error) {
    console.warn(error)
    return null
  }
}

function read(storage: Storage | null, prefix: string): Items {
  const items = new Map<string, unknown>()
  if (storage === null) return items
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index) ?? ''
    if (!key.startsWith(prefix)) continue
    const value = parsed(storage.getItem(key) ?? '')
    if (value !== undefined) items.set(key.slice(prefix.length), value)
  }
  return items
}

/** Undefined for what is cut off: only this page writes it. */
function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored)
  } catch (error) {
    console.warn(error)
    return undefined
  }
}
