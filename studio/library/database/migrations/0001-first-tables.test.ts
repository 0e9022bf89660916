import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

describe('migrations', () => {
  it('rise by one', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
  })
})

describe('0001', () => {
  it('makes every table in an empty database', () => {
    const database = new Database(':memory:')
    migrate(database, migrations.slice(0, 1))
    expect(versionOf(database)).toBe(1)
    const names = database
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '%search\\_%' ESCAPE '\\'",
      )
      .all()
      .map((row) => row.name)
      .filter((name) => !name.startsWith('sqlite_'))
    expect(names.toSorted()).toEqual([
      'chunks',
      'current_transcripts',
      'edits',
      'events',
      'jobs',
      'leases',
      'marks',
      'models',
      'outputs',
      'paragraph_search',
      'paragraphs',
      'recordings',
      'settings',
      'speakers',
      'tracks',
      'transcripts',
      'turns',
    ])
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('does nothing a second time', () => {
    const database = new Database(':memory:')
    migrate(database, migrations)
    migrate(database, migrations)
    expect(versionOf(database)).toBe(migrations.length)
  })
})
