import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 collect when the heap has grown by half, not by three times, since it last did. An import lets go of each
 * page after it, so the live heap stays at some 75 MB however many pages there are; how much garbage stands beside
 * it is V8's choice, and grows with the time it is given. For a process that only imports.
 */
export function steadyHeap(): void {
  setFlagsFromString('--heap-growing-percent=50')
}
