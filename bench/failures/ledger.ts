/**
 * What the library must show for a word or recording: present, absent, or either if a program was killed
 * meanwhile.
 */
export type Expected = 'there' | 'gone' | 'either'

interface Entry {
  readonly recording: string
  expected: Expected
  /** Its sound is always kept: an interrupted one becomes a recording some time later. */
  readonly mayComeLater: boolean
}

/** What a backup contains for each token. */
export type Snapshot = ReadonlyMap<string, Expected>

/**
 * What was acknowledged by programs that were killed at random. A token is a word that occurs nowhere else: a
 * recording's title, or a word typed into it.
 */
export class Ledger {
  readonly #entries = new Map<string, Entry>()
  /**
   * Tokens whose deletion was attempted or acknowledged: once they are no longer shown, no byte of them may
   * remain.
   */
  readonly #erased = new Set<string>()
  /**
   * What programs attempted or did while a backup was being restored: whether before or after it is unknown.
   */
  readonly #meanwhile = new Set<string>()
  /**
   * A backup was being restored in this round; the replaced library is kept, including data that was deleted
   * from it.
   */
  #isRestoreTried = false

  tryToAdd(token: string, recording: string, mayComeLater = false): void {
    this.#entries.set(token, { recording, expected: 'either', mayComeLater })
    this.#meanwhile.add(token)
  }

  tryToRecord(token: string): void {
    this.tryToAdd(token, token, true)
  }

  didAdd(token: string): void {
    const entry = this.#entries.get(token)
    if (entry === undefined) throw new Error(`${token} was never tried`)
    this.#meanwhile.add(token)
    // Text typed into a recording that is being deleted may disappear with it.
    if (this.#entries.get(entry.recording)?.expected !== 'gone') entry.expected = 'there'
  }

  /** All tokens of a recording, including its own. */
  tokensOf(recording: string): string[] {
    return [...this.#entries].filter(([, entry]) => entry.recording === recording).map(([token]) => token)
  }

  tryToDelete(recording: string): void {
    for (const token of this.tokensOf(recording)) {
      this.#set(token, 'either')
      if (!this.#isRestoreTried) this.#erased.add(token)
      this.#meanwhile.add(token)
    }
  }

  didDelete(recording: string): void {
    for (const token of this.tokensOf(recording)) {
      this.#set(token, 'gone')
      this.#erased.add(token)
      this.#meanwhile.add(token)
    }
  }

  /** The current knowledge: what a backup begun now contains, except for changes while it is made. */
  snapshot(): Snapshot {
    return new Map([...this.#entries].map(([token, { expected }]) => [token, expected]))
  }

  /** What a backup contains: equal before and after it was made, or either. */
  static between(before: Snapshot, after: Snapshot): Snapshot {
    return new Map(
      [...after].map(([token, expected]) => [
        token,
        (before.get(token) ?? 'gone') === expected ? expected : 'either',
      ]),
    )
  }

  /** While a backup is being restored, the library may be in the old state or the backup's. */
  tryToRestore(backup: Snapshot): void {
    this.#meanwhile.clear()
    this.#isRestoreTried = true
    for (const [token, entry] of this.#entries) {
      // The program may have been killed before its deletion was stored.
      if (entry.expected === 'either') this.#erased.delete(token)
      if ((backup.get(token) ?? 'gone') !== entry.expected) this.#set(token, 'either')
    }
  }

  /** Whether it was restored is unknown; everything so far was done before or after it. */
  didNotRestore(): void {
    for (const token of this.#meanwhile) this.#set(token, 'either')
    this.#meanwhile.clear()
  }

  didRestore(backup: Snapshot): void {
    for (const token of this.#entries.keys()) {
      const expected = backup.get(token) ?? 'gone'
      this.#set(token, this.#meanwhile.has(token) ? 'either' : expected)
      // It was restored on purpose, or is in the replaced library, which is kept.
      this.#erased.delete(token)
    }
  }

  recordingsThere(): string[] {
    return [...this.#entries]
      .filter(([token, { recording, expected }]) => token === recording && expected === 'there')
      .map(([token]) => token)
  }

  erasedTokens(): string[] {
    return [...this.#erased]
  }

  /**
   * Sentences about differences from the library when opened afterwards. `fileWith`: a file that still
   * contains the token.
   */
  differences(found: ReadonlySet<string>, fileWith: (token: string) => string | null): string[] {
    const faults: string[] = []
    for (const [token, { recording, expected }] of this.#entries) {
      if (expected === 'there' && !found.has(token))
        faults.push(`${token} of ${recording} was acknowledged and is lost`)
      if (expected === 'gone' && found.has(token))
        faults.push(`${token} of ${recording} was deleted and is back`)
      const file = this.#erased.has(token) && !found.has(token) ? fileWith(token) : null
      if (file !== null) faults.push(`${token} of ${recording} was deleted and is still in ${file}`)
      // Either all of a recording or nothing.
      if (token !== recording && found.has(token) && !found.has(recording))
        faults.push(`${token} is there without its recording ${recording}`)
    }
    return faults
  }

  /** From now on the library must show what it showed here. */
  settle(found: ReadonlySet<string>): void {
    this.#isRestoreTried = false
    for (const [token, entry] of this.#entries) {
      if (entry.expected === 'either' && (found.has(token) || !entry.mayComeLater))
        this.#set(token, found.has(token) ? 'there' : 'gone')
      if (found.has(token)) this.#erased.delete(token)
      if (entry.expected === 'gone' && !this.#erased.has(token)) this.#entries.delete(token)
    }
  }

  #set(token: string, expected: Expected): void {
    const entry = this.#entries.get(token)
    if (entry !== undefined) entry.expected = expected
  }
}
