import { z } from 'zod'
import { libraryCalls } from './calls/libraries.ts'
import { errorCodes } from './error-codes.ts'
import type { ErrorCode } from './errors.ts'

/**
 * Messages between a program and the child process that accesses one drive for it. Each request has a number
 * and gets one `done` or `failed` with that number; `progress` may precede it.
 */
const number = z.number().int().nonnegative()
const path = z.string()
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

export const DriveRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('facts'), path, followsLinks: z.boolean() }),
  /** Facts of the paths below the folder, without following links; null for a missing one. */
  z.object({ kind: z.literal('facts-below'), path, names: z.array(z.string()) }),
  z.object({ kind: z.literal('list'), path }),
  z.object({ kind: z.literal('real-path'), path }),
  /** `length` bytes from `start`, fewer at the end of the file. */
  z.object({ kind: z.literal('read'), path, start: number, length: number }),
  z.object({ kind: z.literal('hash'), path }),
  /**
   * Writes from byte `start` of the file, which is created or truncated for 0; `isNew`: fails if it already
   * exists.
   */
  z.object({ kind: z.literal('write'), path, start: number, bytes, isNew: z.boolean() }),
  /** Copies to a file that is created or replaced. */
  z.object({ kind: z.literal('copy'), path, to: path }),
  z.object({ kind: z.literal('rename'), path, to: path }),
  z.object({ kind: z.literal('link'), path, to: path }),
  /** Removes a file or an empty folder; a missing one is no error. */
  z.object({ kind: z.literal('remove'), path }),
  z.object({ kind: z.literal('make-folder'), path }),
  z.object({ kind: z.literal('free-space'), path }),
  z.object({ kind: z.literal('library-version'), path }),
  z.object({ kind: z.literal('search-library'), path, words: z.string(), limit: number }),
])
export type DriveRequest = z.infer<typeof DriveRequest>
export type DriveRequestKind = DriveRequest['kind']

const kind = z.enum(['file', 'folder', 'link', 'other'])
/** Size in bytes, times in ms since 1970, inode. */
const facts = z.object({
  kind,
  bytes: z.number(),
  mtimeMs: z.number(),
  ctimeMs: z.number(),
  inode: z.number(),
})
export type FileFacts = z.infer<typeof facts>
const entry = z.object({ name: z.string(), kind })
export type FolderEntry = z.infer<typeof entry>
const block = z.object({ bytes, facts })
export type FileBlock = z.infer<typeof block>

/** The result for each kind of request. */
export const driveResults = {
  facts,
  'facts-below': z.array(facts.nullable()),
  list: z.array(entry),
  'real-path': z.string(),
  read: block,
  hash: z.string(),
  write: z.null(),
  copy: z.null(),
  rename: z.null(),
  link: z.null(),
  remove: z.null(),
  'make-folder': z.null(),
  'free-space': z.number(),
  'library-version': z.number(),
  'search-library': libraryCalls.search.out,
} as const satisfies Record<DriveRequestKind, z.ZodType>
export type DriveResult<Kind extends DriveRequestKind> = z.infer<(typeof driveResults)[Kind]>

export const ToDrive = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('do'), number, request: DriveRequest }),
  /** Cancels a request whose answer is no longer needed. */
  z.object({ kind: z.literal('cancel'), number }),
])
export type ToDrive = z.infer<typeof ToDrive>

/** `code`: the system's (`ENOENT`), or a fault's, with its values. */
const error = z.object({
  message: z.string(),
  code: z.string().optional(),
  fault: z
    .object({
      code: z.custom<ErrorCode>((code) => (errorCodes as readonly unknown[]).includes(code)),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.object({ timeMs: z.number() })])),
      detail: z.string().optional(),
    })
    .optional(),
})
export type DriveError = z.infer<typeof error>

export const FromDrive = z.discriminatedUnion('kind', [
  /** The first message. */
  z.object({ kind: z.literal('ready') }),
  /** Bytes read or written so far, or files examined: shows that the drive responds. */
  z.object({ kind: z.literal('progress'), number, bytes: z.number() }),
  z.object({ kind: z.literal('done'), number, result: z.unknown() }),
  z.object({ kind: z.literal('failed'), number, error }),
])
export type FromDrive = z.infer<typeof FromDrive>
