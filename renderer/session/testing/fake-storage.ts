/** A Storage in memory; `full` makes every write fail, as a full localStorage does. */
export function fakeStorage(): Storage & { full: boolean } {
  const items = new Map<string, string>()
  return {
    full: false,
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem(name, value) {
      if (this.full) throw new DOMException('full', 'QuotaExceededError')
      items.set(name, value)
    },
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  }
}
