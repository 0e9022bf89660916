import { findAll, FindRefused } from '#core/find/find-replace'
import { type FromSearcher, searchedParagraphs, type SearchRequest } from './expression-messages.ts'

const send = (message: FromSearcher): void => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  try {
    const hits = findAll({ paragraphs: searchedParagraphs(data.texts) }, data.query, data.choices)
    send({ kind: 'found', hits })
  } catch (error) {
    if (!(error instanceof FindRefused)) throw error
    send({ kind: 'refused', reason: error.reason })
  }
})
send({ kind: 'ready' })
