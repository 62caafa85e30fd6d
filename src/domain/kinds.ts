/** What kinds of contribution there are, which mode of work each is, and what each weighs. */
export const WORK_MODES = ['build', 'enable', 'decide', 'coordinate', 'govern'] as const
export type WorkMode = (typeof WORK_MODES)[number]

export interface ContributionKind {
  readonly mode: WorkMode
  /** Typical hours of one piece of work of this kind; used where no hours are recorded. */
  readonly weightHours: number
  /** Whether it changes an artifact, and so makes somebody know it. Reviews, decisions and meetings do not. */
  readonly changesArtifact: boolean
}

const kind = (mode: WorkMode, weightHours: number, changesArtifact = false): ContributionKind => ({ mode, weightHours, changesArtifact })

export const DEFAULT_KINDS: Readonly<Record<string, ContributionKind>> = {
  commit: kind('build', 2, true),
  pull_request: kind('build', 4, true),
  feature: kind('build', 12, true),
  fix: kind('build', 3, true),
  release: kind('build', 3, true),
  incident_fix: kind('build', 4, true),
  prototype: kind('build', 8, true),
  review: kind('enable', 1),
  mentoring: kind('enable', 1),
  documentation: kind('enable', 3, true),
  tooling: kind('enable', 6, true),
  template: kind('enable', 4, true),
  framework: kind('enable', 8, true),
  architecture: kind('enable', 6, true),
  agent_config: kind('enable', 3, true),
  agent_brief: kind('enable', 2, true),
  agent_eval: kind('enable', 3, true),
  onboarding: kind('enable', 3),
  product_decision: kind('decide', 2),
  design_decision: kind('decide', 3),
  decomposition: kind('decide', 3),
  design_review: kind('decide', 2),
  meeting: kind('coordinate', 1),
  status_report: kind('coordinate', 1),
  planning: kind('coordinate', 2),
  alignment: kind('coordinate', 1),
  approval: kind('coordinate', 0.5),
  ticket_grooming: kind('coordinate', 1),
  audit: kind('govern', 6),
  compliance_review: kind('govern', 3),
  security_review: kind('govern', 3),
  certification: kind('govern', 6),
}
