import { messageGroup } from '../message-group.ts'

export const shell = messageGroup({}, {})
