// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { listedComments } from '#core/comments/listed-comments'
import { beginComment, createCommentStore } from '../../comments/comment-store.ts'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { commentedSpans } from './use-comments-in-text.ts'

it('the text marks runs of words with the same comments, across paragraphs', () => {
  const session = fakeSession(conversation)
  const comments = createCommentStore()
  for (const [from, to, text] of [
    ['p1.9', 'p2.1', 'a'],
    ['p2.1', 'p2.2', 'b'],
  ] as const) {
    beginComment(comments, session, from, to, text)
  }
  beginComment(comments, session, 'p3.0', 'p3.0')
  const { transcript } = session.state
  expect([...commentedSpans(transcript.paragraphs, listedComments(transcript))]).toEqual([
    ['p1', [{ fromWordId: 'p1.9', toWordId: 'p1.10', texts: ['a'] }]],
    [
      'p2',
      [
        { fromWordId: 'p2.0', toWordId: 'p2.0', texts: ['a'] },
        { fromWordId: 'p2.1', toWordId: 'p2.1', texts: ['a', 'b'] },
        { fromWordId: 'p2.2', toWordId: 'p2.2', texts: ['b'] },
      ],
    ],
  ])
})
