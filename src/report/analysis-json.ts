/** `analysis.json`: the analysis itself, as it is. */
import type { AnalysisDocument } from '../contract/analysis.ts'

/** The document's numbers are rounded and its lists in order already, so the same analysis gives the same bytes. */
export const analysisJson = (document: AnalysisDocument) => `${JSON.stringify(document)}\n`
