/** What the window shows of the open workspace at all times. */
import type { Output } from '../contract/contract.ts'
import type { JobState } from './job-desk.ts'
import type { Session } from './session.ts'

export function workspaceState(session: Session, job: JobState | null): NonNullable<Output<'workspace.current'>> {
  const { workspace } = session
  const { directory, name, sample } = workspace.info()
  const live = workspace.imports().filter(record => !record.undone)
  const rowsOf = (kind: string) => live.filter(record => record.kind === kind).reduce((sum, record) => sum + record.accepted, 0)
  const analysis = session.analysis()
  const stated = workspace.purpose()
  return {
    name,
    location: directory,
    sample,
    purpose: stated && { purpose: stated.purpose, legalBasis: stated.legalBasis, noticeDate: stated.noticeDate },
    counts: {
      liveImports: live.length,
      people: analysis ? analysis.document.identity.peopleInHris + analysis.document.identity.peopleOutside : rowsOf('people'),
      contributions: rowsOf('contributions'),
      components: analysis?.document.components.length ?? rowsOf('components'),
    },
    analysis: { status: session.analysisStatus(), asOf: analysis?.document.asOf ?? null },
    scope: session.scope(),
    job,
    notices: [...session.notices],
  }
}
