/** Why a body is not kept, for the one who sent it. */
export type BodyFault =
  | { code: 'bodyShape'; params: { place: string } }
  | { code: 'bodyNode'; params: { type: string } }
  | { code: 'bodyLink'; params: { url: string } }
  | { code: 'bodyRelated'; params: { type: string } }

/** Ends the walk through a body at its first fault; it never leaves this room. */
export class BodyError extends Error {
  constructor(readonly fault: BodyFault) {
    super(fault.code)
  }
}
