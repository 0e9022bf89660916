import { messageGroup } from '../message-group.ts'

export const captions = messageGroup({}, {})
