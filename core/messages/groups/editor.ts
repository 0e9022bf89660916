import { messageGroup } from '../message-group.ts'

export const editor = messageGroup({}, {})
