/** What a contribution is called as evidence. */
import type { SegmentColumnsByName } from '../store/segment.ts'

/** The id its file gave a contribution, else its fingerprint. */
export function contributionIdAt(
  { id, fingerprint }: Pick<SegmentColumnsByName<'contributions'>, 'id' | 'fingerprint'>,
  row: number,
): string {
  return id.at(row) ?? [0, 1, 2, 3].map(word => fingerprint[row * 4 + word]!.toString(16).padStart(8, '0')).join('')
}
