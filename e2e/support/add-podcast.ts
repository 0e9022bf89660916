import { parolo } from './libraries.ts'
import { startPodcastServer } from './podcast-server.ts'

/** Adds a podcast of three episodes; one is downloaded, with chapters and the feed's transcript. */
export async function addPodcast(dataFolder: string): Promise<void> {
  const server = await startPodcastServer(3)
  try {
    await parolo(dataFolder, ['podcast', 'add', server.feed])
    const list = await parolo(dataFolder, ['podcast', 'list', 'Mending things'])
    const id = list.split('\t')[0] ?? ''
    await parolo(dataFolder, ['podcast', 'get', id, '--transcript'])
  } finally {
    await server.close()
  }
}
