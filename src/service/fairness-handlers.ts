/** The fairness check in the window, with the limits it was made with. */
import { DEFAULT_FAIRNESS_SETTINGS } from '../analysis/fairness-settings.ts'
import type { Handlers } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import type { ServiceCore } from './service.ts'

export function fairnessHandlers(core: ServiceCore): Pick<Handlers, 'fairness.get'> {
  return {
    'fairness.get': async () => {
      const analysis = core.session().analysis()
      if (!analysis) throw new AppError('not-found', 'Nothing has been analysed yet. Import contributions first.')
      const { asOf, fairness, stability, method } = analysis.document
      const limit = (name: keyof typeof DEFAULT_FAIRNESS_SETTINGS) =>
        Number(method.settings[`fairness.${name}`] ?? DEFAULT_FAIRNESS_SETTINGS[name])
      return {
        asOf,
        comparisons: fairness,
        stability,
        groupLeast: limit('fairnessGroupLeast'),
        flaggedLeast: limit('fairnessFlaggedLeast'),
        ratioLine: limit('fairnessRatio'),
      }
    },
  }
}
