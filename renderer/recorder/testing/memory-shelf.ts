import type { BlockStorage, KeptAbout, KeptBlock, SoundShelf } from '../sending/kept-block.ts'

export interface MemoryStorage extends BlockStorage {
  readonly files: Map<number, readonly KeptBlock[]>
}

/** The storage of a browser, in memory. */
export function memoryStorage(onDelete: () => void = () => undefined, onRelease = onDelete): MemoryStorage {
  const files = new Map<number, readonly KeptBlock[]>()
  let last = 0
  let about: KeptAbout | null = null
  return {
    files,
    store: (blocks) => {
      last += 1
      files.set(last, blocks)
      return Promise.resolve(last)
    },
    read: (file) => Promise.resolve(files.get(file) ?? []),
    remove: (file) => {
      files.delete(file)
      return Promise.resolve()
    },
    list: () => Promise.resolve([...files.keys()]),
    describe: (next) => {
      about = structuredClone(next)
      return Promise.resolve()
    },
    about: () => Promise.resolve(about),
    delete: () => {
      files.clear()
      onDelete()
      return Promise.resolve()
    },
    release: onRelease,
  }
}

/** What a browser keeps from one page to the next: a closed page releases everything it held. */
export function memoryShelf(): SoundShelf & { pageIsGone: () => void; readonly count: number } {
  const all = new Set<MemoryStorage>()
  const held = new Set<MemoryStorage>()
  return {
    get count() {
      return all.size
    },
    pageIsGone: () => held.clear(),
    create: () => {
      const storage: MemoryStorage = memoryStorage(
        () => all.delete(storage),
        () => held.delete(storage),
      )
      all.add(storage)
      held.add(storage)
      return Promise.resolve(storage)
    },
    takeLeft: () => {
      const left = [...all].filter((storage) => !held.has(storage))
      for (const storage of left) held.add(storage)
      return Promise.resolve(left)
    },
  }
}
