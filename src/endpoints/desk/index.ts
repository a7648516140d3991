import type { Endpoint } from 'payload'

import type { ResolvedOptions } from '../../options.ts'
import { issueMoveEndpoints, pageEndpoints } from './deskTransitions.ts'
import { boardEndpoints } from './issueBoard.ts'
import { bulkEndpoints } from './issueBulk.ts'
import { flowSheetEndpoints } from './issueFlowSheet.ts'
import { historyEndpoints } from './issueHistory.ts'
import { preflightEndpoints } from './issuePreflight.ts'

export { deskMutations } from './deskMutations.ts'
export { pageEndpoints }

/** Everything of one issue over REST: board and layout, moves, preflight, history and manifests, flow sheet, and the archive's bulk path. */
export function issueEndpoints(options: ResolvedOptions): Endpoint[] {
  return [
    ...boardEndpoints(options),
    ...issueMoveEndpoints(options),
    ...preflightEndpoints(options),
    ...historyEndpoints(options),
    ...flowSheetEndpoints(options),
    ...bulkEndpoints(options),
  ]
}
