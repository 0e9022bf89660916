import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { rememberedVoices } from './0026-remembered-voices.ts'
import { migrations } from './migrations.ts'

it('what is remembered of a voice goes with its recordings, and the voice with the last of them', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, rememberedVoices.version - 1))
  const addRecording = (id: string) =>
    database
      .prepare(
        `INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
          VALUES (?, ?, ?, 'a.mp4', 'a', 10, 1.5, 2, 1)`,
      )
      .run(id, id, `/${id}.mp4`)
  addRecording('r1')
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, rememberedVoices.version))
  expect(versionOf(database)).toBe(rememberedVoices.version)
  expect(rows('recordings')).toEqual(before)
  expect(rows('remembered_voices')).toEqual([])

  addRecording('r2')
  database.exec("INSERT INTO remembered_voices VALUES ('v1', 'Ann', 1), ('v2', 'Ben', 1)")
  const addPart = database.prepare(
    "INSERT INTO remembered_voice_parts VALUES (?, ?, 'sha', x'00', 12.5, 0, ?, 1)",
  )
  expect(() => addPart.run('v1', 'r1', 0)).toThrow('CHECK constraint')
  expect(() => addPart.run('v1', 'none', 10)).toThrow('FOREIGN KEY')
  addPart.run('v1', 'r1', 10)
  addPart.run('v1', 'r2', 10)
  addPart.run('v2', 'r1', 10)
  database.exec("INSERT INTO declined_voices VALUES ('r2', 'v1', 0, 5), ('r2', 'v2', 0, 5)")
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('remembered_voices')).toMatchObject([{ id: 'v1' }])
  expect(rows('remembered_voice_parts')).toMatchObject([{ voice_id: 'v1', recording_id: 'r2' }])
  expect(rows('declined_voices')).toMatchObject([{ voice_id: 'v1' }])
  database.exec('DELETE FROM remembered_voices')
  expect([rows('remembered_voice_parts'), rows('declined_voices')]).toEqual([[], []])
})
