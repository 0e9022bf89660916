/** Older ones were never found: nothing was recorded, or another library has it. */
const MAX_KEPT = 20

/** Values in this browser's storage, each for a running recording by its id: the page or program may be closed before they are used. */
export class StoredByRecording<Value> {
  readonly #key: string

  constructor(key: string) {
    this.#key = key
  }

  get runningIds(): readonly string[] {
    return Object.keys(this.#read())
  }

  of(runningId: string): Value | undefined {
    return this.#read()[runningId]
  }

  set(runningId: string, value: Value): void {
    const { [runningId]: _before, ...others } = this.#read()
    const kept = Object.entries(others).slice(1 - MAX_KEPT)
    this.#write({ ...Object.fromEntries(kept), [runningId]: value })
  }

  forget(runningId: string): void {
    const { [runningId]: gone, ...rest } = this.#read()
    if (gone !== undefined) this.#write(rest)
  }

  #read(): Readonly<Record<string, Value>> {
    const text = window.localStorage.getItem(this.#key)
    return text === null ? {} : (JSON.parse(text) as Record<string, Value>)
  }

  #write(all: Readonly<Record<string, Value>>): void {
    window.localStorage.setItem(this.#key, JSON.stringify(all))
  }
}
