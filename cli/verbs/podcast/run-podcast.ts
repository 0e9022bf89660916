import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import { diskFault } from '#studio/faults/disk-fault'
import { looksLikeAddress } from '#studio/network/address'
import { type AddedPodcasts, addPodcast, addPodcastFile, refreshPodcast } from '#studio/podcasts/podcasts'
import { MAX_FEED_BYTES } from '#studio/podcasts/read-feed-bytes'
import type { Studio } from '#studio/studio'
import { resolveFromCallerDir, type Invocation } from '../../options/arguments.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { getEpisode } from '../downloads/get-episode.ts'
import { listPodcasts } from './list-podcasts.ts'

/**
 * Adds, lists, refreshes and removes podcasts, and downloads their episodes. Fetches nothing unless
 * requested.
 */
export async function runPodcast(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  const [action = 'list', ...targets] = invocation.words
  switch (action) {
    case 'list':
      return listPodcasts(studio, terminal, invocation, targets.join(' '))
    case 'refresh':
      return refresh(studio, terminal, targets.join(' '), signal)
    case 'add':
      return forEach(terminal, needed(targets, 'add'), signal, (target) =>
        add(studio, terminal, target, signal),
      )
    case 'get':
      return forEach(terminal, needed(targets, 'get'), signal, (target) =>
        getEpisode(studio, terminal, target, {
          withTranscript: invocation.options['transcript'] === true,
          signal,
        }),
      )
    case 'remove': {
      const { id, title } = await studio.library.podcast(needed(targets, 'remove').join(' '))
      await studio.library.removePodcast(id)
      terminal.note('podcast-removed', { id, title }, terminal.words('podcast.removed', { title }))
      return 0
    }
    default:
      throw new Fault('usage.bad-option', { option: action, verb: 'podcast' })
  }
}

const partsOf = ({ library }: Studio) => ({ library, askedBy: 'command' as const })

function needed(targets: readonly string[], action: string): readonly string[] {
  if (targets.length === 0) throw new Fault('usage.missing-file', { verb: `podcast ${action}` })
  return targets
}

/** Continues after a failure; returns the exit code. */
async function forEach(
  terminal: Terminal,
  targets: readonly string[],
  signal: AbortSignal,
  work: (target: string) => Promise<number>,
): Promise<number> {
  let failed = 0
  for (const target of targets) {
    try {
      failed += await work(target)
    } catch (error) {
      if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
      failed++
      terminal.error(error, targets.length > 1 ? target : undefined)
    }
  }
  return failed > 0 ? 1 : 0
}

async function add(studio: Studio, terminal: Terminal, target: string, signal: AbortSignal): Promise<number> {
  const parts = partsOf(studio)
  const file = looksLikeAddress(target) ? null : await readFeedFile(resolveFromCallerDir(target))
  const added =
    file === null ? await addPodcast(parts, target, signal) : await addPodcastFile(parts, file, signal)
  return report(studio, terminal, added)
}

/** Null if there is no such file: then the name is an address without a scheme. */
async function readFeedFile(file: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  try {
    const { size } = await stat(file)
    const name = path.basename(file)
    if (size > MAX_FEED_BYTES) throw new Fault('podcast.not-a-feed', { from: name }, `${size} bytes`)
    return { name, bytes: await readFile(file) }
  } catch (error) {
    if (error instanceof Fault) throw error
    const name = path.basename(file)
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw diskFault(error, file)
    // `feed.xml` is more likely a file than a host.
    if (/\.(?:xml|rss|atom|opml)$/iu.test(name) && !/[/\\]/u.test(path.relative(process.cwd(), file)))
      throw new Fault('media.not-found', { file: name }, undefined, error)
    return null
  }
}

/** Returns the number of failures. */
async function report(studio: Studio, terminal: Terminal, { added, failed }: AddedPodcasts): Promise<number> {
  for (const { id, isNew, newEpisodes } of added) {
    const { title, episodes, remarks } = await studio.library.podcast(id)
    const line = isNew
      ? terminal.words('podcast.added', { id, title, episodes })
      : terminal.words('podcast.read-again', { title, count: newEpisodes })
    terminal.note(
      isNew ? 'podcast-added' : 'podcast-read',
      { id, title, episodes, newEpisodes, remarks },
      line,
    )
    for (const remark of remarks)
      terminal.note('remark', { id, remark }, `  ${terminal.words(`podcast.remark.${remark}`)}`)
  }
  for (const { address, error } of failed) terminal.error(error, address)
  return failed.length
}

/** One podcast, or all that have an address. */
async function refresh(
  studio: Studio,
  terminal: Terminal,
  reference: string,
  signal: AbortSignal,
): Promise<number> {
  const { library } = studio
  const wanted =
    reference === ''
      ? (await library.podcasts()).filter(({ address }) => address !== null)
      : [await library.podcast(reference)]
  const titles = new Map(wanted.map(({ id, title }) => [id, title]))
  return forEach(terminal, [...titles.keys()], signal, async (id) => {
    const title = titles.get(id) ?? id
    const put = await refreshPodcast(partsOf(studio), id, signal)
    if (put !== null) return report(studio, terminal, { added: [put], failed: [] })
    terminal.note('podcast-unchanged', { id, title }, terminal.words('podcast.unchanged', { title }))
    return 0
  })
}
