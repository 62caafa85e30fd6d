/** Units in the window: a page of what the document says of them. */
import type { Output } from '../contract/contract.ts'
import { UNITS_PAGE } from '../contract/organisation.ts'
import type { DocumentHead } from './document-blocks.ts'

const UNIT_FIGURES = new Set(['modes', 'coordination', 'what_binds_a_unit', 'role_compression', 'promotion_signal', 'reporting_lines'])

export function organisationAnswer({ asOf, window, units, scope, quality }: DocumentHead, page: number): Output<'organisation.get'> {
  return {
    asOf,
    window,
    total: units.length,
    units: units.slice(page * UNITS_PAGE, (page + 1) * UNITS_PAGE),
    unitsLeftOut: scope.unitsLeftOut,
    quality: quality.filter(({ figure }) => UNIT_FIGURES.has(figure)),
  }
}
