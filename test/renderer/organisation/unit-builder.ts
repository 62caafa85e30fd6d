/** A unit of which nothing is known but what a test says. */
import type { Bound, Unit } from '../../../renderer/organisation/answers.ts'

export const unitNamed = (unit: string, figures: Partial<Unit> = {}): Unit => ({
  unit,
  people: 10,
  coordinationRatio: null,
  coordinators: null,
  crafters: null,
  governance: null,
  managers: null,
  managerToCrafter: null,
  span: null,
  layers: null,
  workToMeeting: null,
  loadBearingHours: null,
  optionalHours: null,
  untoldHours: null,
  bound: null,
  roleCompression: null,
  promotionSignal: null,
  ...figures,
})

export const boundBy = (verdict: Bound['verdict']): Bound => ({
  verdict,
  elasticity: null,
  elasticityInterval: null,
  elasticityOfPeers: null,
  months: 0,
  waitingShare: null,
  handoffsPerItem: null,
  items: 0,
  finishedPerHead: null,
  finishedPerHeadOfPeers: null,
  peerUnits: 0,
  evidence: [],
  against: [],
  missing: [],
})
