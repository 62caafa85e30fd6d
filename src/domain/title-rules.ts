/** Titles, or parts of them, that an organisation reads otherwise than their words say. */
export interface TitleRules {
  readonly coordinating: readonly string[]
  readonly individual: readonly string[]
}

export const NO_TITLE_RULES: TitleRules = { coordinating: [], individual: [] }
