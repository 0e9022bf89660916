import { Fault } from '#contracts/errors'

/** Members of real archives of models number a few dozen. */
export const MAX_MEMBERS = 10_000

/**
 * The parts of a member's path, without a leading `./`. Throws `model.archive-unsafe` for a path that leads
 * out of the destination folder on any system.
 */
export function memberParts(archive: string, name: string): string[] {
  const parts = name
    .split('/')
    .filter((part, index, all) => part !== '.' && (part !== '' || index === 0 || index < all.length - 1))
  const isUnsafe =
    name.startsWith('/') ||
    /^[a-z]:/iu.test(name) ||
    /[\\\0]/u.test(name) ||
    parts.includes('..') ||
    (parts.includes('') && name !== '')
  if (isUnsafe) throw unsafeMember(archive, name)
  return parts
}

/** A link, a device, or a path that leads elsewhere: the whole archive is rejected. */
export function unsafeMember(archive: string, name: string): Fault {
  return new Fault('model.archive-unsafe', { file: archive, member: name.slice(0, 200) })
}

export function damagedArchive(archive: string, cause: unknown): Fault {
  if (cause instanceof Fault) return cause
  const detail = cause instanceof Error ? cause.message : String(cause)
  return new Fault('model.archive-damaged', { file: archive }, detail, cause)
}

/** Files that a model may consist of: weights, tokens, and all files of a tokenizer's folder. */
const MODEL_FILE = /\.(onnx|ort|data|weights)$|_data$|tokens\.txt$/iu
const TOKENIZER_FOLDER = /^(tokenizer|qwen)/iu
const DEEPEST = 3

/**
 * Whether to unpack a file. `members`: the names that belong to the model, in the archive's own folder or at
 * its top; null: all files that may belong to one.
 */
export function isWanted(parts: readonly string[], members: readonly string[] | null): boolean {
  const name = parts.at(-1) ?? ''
  if (members !== null) return parts.length <= 2 && members.includes(name)
  if (parts.length > DEEPEST) return false
  return MODEL_FILE.test(name) || TOKENIZER_FOLDER.test(parts.at(-2) ?? '')
}
