/** The audit chain in the window: what was done, newest first, and whether the chain still holds. */
import type { Handlers, Output } from '../contract/contract.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { ServiceCore } from './service.ts'

export function auditHandlers(core: ServiceCore): Pick<Handlers, 'audit.list'> {
  return {
    'audit.list': async ({ page }) => {
      const { workspace } = core.session()
      const { intact, firstBroken, entries } = workspace.verifyAudit()
      return { total: entries, rows: workspace.audit(page).map(shownEntry), intact, firstBroken }
    },
  }
}

const shownEntry = ({ sequence, at, kind, detail, hash }: AuditEntry): Output<'audit.list'>['rows'][number] => ({
  sequence,
  at,
  kind,
  detail: { ...detail },
  hash,
})

/** Kinds whose details name no person: of every other one, the details are left out where people are not shown. */
const NAMELESS: ReadonlySet<string> = new Set(['workspace_created', 'setting', 'settings', 'scope', 'restored'])

export const withoutNamedDetails = (page: Output<'audit.list'>): Output<'audit.list'> => ({
  ...page,
  rows: page.rows.map(entry => (NAMELESS.has(entry.kind) ? entry : { ...entry, detail: null })),
})
