/** Files that the program was opened with, until there is a page that takes them. */
export class FileInbox {
  readonly #waiting: string[] = []
  #send: ((files: readonly string[]) => void) | null = null

  put(files: readonly string[]): void {
    if (files.length === 0) return
    if (this.#send === null) this.#waiting.push(...files)
    else this.#send(files)
  }

  /** A page has loaded: it gets what waited and what comes. */
  opened(send: (files: readonly string[]) => void): void {
    this.#send = send
    this.put(this.#waiting.splice(0))
  }

  /** The page loads again or is gone. */
  closed(): void {
    this.#send = null
  }
}
