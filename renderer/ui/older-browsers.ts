/** The built-ins to complete; tests pass their own. */
export interface BuiltIns {
  readonly lists: object
  readonly maps: object
  readonly promises: object
  readonly texts: object
}

type List = readonly unknown[]

const listMethods = {
  toSorted(this: List, compare?: (a: unknown, b: unknown) => number): unknown[] {
    return [...this].sort(compare)
  },
  toReversed(this: List): unknown[] {
    return [...this].reverse()
  },
  toSpliced(this: List, ...change: readonly [number, number, ...unknown[]]): unknown[] {
    const list = [...this]
    list.splice(...change)
    return list
  },
  with(this: List, index: number, value: unknown): unknown[] {
    const place = index < 0 ? this.length + index : index
    if (place < 0 || place >= this.length) throw new RangeError(`no place ${index} in the list`)
    const list = [...this]
    list[place] = value
    return list
  },
}

const mapFunctions = {
  groupBy(
    items: Iterable<unknown>,
    keyOf: (item: unknown, index: number) => unknown,
  ): Map<unknown, unknown[]> {
    const groups = new Map<unknown, unknown[]>()
    let index = 0
    for (const item of items) {
      const key = keyOf(item, index)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
      index += 1
    }
    return groups
  },
}

const promiseFunctions = {
  withResolvers(): PromiseWithResolvers<unknown> {
    let resolve: (value: unknown) => void = () => undefined
    let reject: (reason?: unknown) => void = () => undefined
    const promise = new Promise((resolved, rejected) => {
      resolve = resolved
      reject = rejected
    })
    return { promise, resolve, reject }
  },
}

const textMethods = {
  toWellFormed(this: string): string {
    return this.replace(/\p{Surrogate}/gu, '\uFFFD')
  },
}

/** Adds what the page uses and browsers before Chromium 119 (October 2023) lack; existing functions are kept. */
export function completeOlderBrowser({ lists, maps, promises, texts }: BuiltIns): void {
  add(lists, listMethods)
  add(maps, mapFunctions)
  add(promises, promiseFunctions)
  add(texts, textMethods)
}

function add(target: object, missing: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(missing)) {
    if (name in target) continue
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false })
  }
}

// Runs before any other module of the page: this one is imported first.
completeOlderBrowser({ lists: Array.prototype, maps: Map, promises: Promise, texts: String.prototype })
