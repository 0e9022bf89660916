import { messageGroup } from '../message-group.ts'

export const web = messageGroup({}, {})
