/** An invented organisation: systems, people, and who is an author of which artifact. Made once from a fixed seed. */

export interface FakePerson {
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly orgUnit: string
  readonly employed: boolean
}

export interface FakeSystem {
  readonly component: string
  readonly criticality: number
  readonly criticalityAssumed: boolean
  readonly ownerUnit: string | null
  /** Per artifact, the indexes of its authors; empty when no change is known. */
  readonly authors: readonly (readonly number[])[]
  readonly contributions: number
}

const NAMES =
  'Amara Okafor|Anders Lindqvist|Beatriz Moura|Chen Wei|Daniela Rossi|Elif Yıldız|Farid Haddad|Grace Adeyemi|Hiroshi Tanaka|Ines Carvalho|Jonas Weber|Katarzyna Nowak|Lê Minh|Marta Díaz|Noor Rahman|Oskar Jansson|Priya Raman|Quentin Moreau|Rosa Jiménez|Samuel Boateng|Tomáš Novák|Uma Krishnan|Viktor Hansen|Wanjiru Kamau|Ximena Torres|Yusuf Demir|Zoë Van den Berg|Aleksander Wójcik|Bethlehem Tesfaye|Caoimhe Byrne|Dmitri Volkov|Esperanza Ruiz|Freya Sørensen|Gustavo Lima|Hana Kovář|Ibrahim Sesay'.split(
    '|',
  )
const UNITS = [
  'Product/Payments/Ledger',
  'Product/Payments/Edge',
  'Platform/Identity',
  'Platform/Data',
  'Product/Discovery',
  'Platform/Runtime',
]
const TITLES = ['Software engineer', 'Senior engineer', 'Staff engineer', 'Engineering manager', 'Data engineer', 'Product designer']
const SYSTEMS =
  'ledger|settlement-batch|identity-provider|payments-edge|fraud-rules|search-index|customer-portal|billing|notification-hub|data-warehouse|feature-flags|deploy-pipeline|audit-trail|pricing-engine|recommendations|design-system|mobile-app|admin-console|tax-calculator|document-store|rate-limiter|session-cache|experiment-platform|support-tools|partner-api|invoice-renderer|event-bus|schema-registry|risk-model|onboarding-flow|localisation|secrets-vault|metrics-gateway|shipping-labels|loyalty|subscriptions|checkout|refunds|catalogue|image-service|warehouse-sync|email-templates|legal-archive|status-page|hardware-lab|old-intranet'.split(
    '|',
  )

/** Mulberry32: small, seeded, the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const PEOPLE: readonly FakePerson[] = NAMES.map((name, index) => ({
  personId: `E${10041 + index * 7}`,
  name,
  title: TITLES[(index * 5) % TITLES.length] ?? '',
  orgUnit: UNITS[index % UNITS.length] ?? '',
  employed: index % 9 !== 8,
}))

export const SYSTEM_LIST: readonly FakeSystem[] = SYSTEMS.map((component, index) => {
  const random = seeded(index + 11)
  const artifacts = 20 + Math.floor(random() * 380)
  // Some systems were led by somebody who has left.
  const drawn = Math.floor(random() * PEOPLE.length)
  const lead = index % 13 === 5 ? 8 + 9 * (index % 4) : drawn
  const pick = () => Math.floor(random() * PEOPLE.length)
  const team = [lead, (lead + 5) % PEOPLE.length, (lead + 11) % PEOPLE.length, pick(), pick()]
  const loneliness = index % 4 === 0 || index % 13 === 5 ? 0.86 : index % 7 === 2 ? 0.68 : 0.34
  const unknown = index >= SYSTEMS.length - 3
  const authors = Array.from({ length: unknown ? 0 : artifacts }, () => {
    const first = random() < loneliness ? lead : (team[1 + Math.floor(random() * 4)] ?? lead)
    return random() < 0.22 ? [...new Set([first, team[1 + Math.floor(random() * 4)] ?? lead])] : [first]
  })
  return {
    component,
    criticality: unknown ? 3 : [5, 4, 3, 4, 2, 3, 5, 1][index % 8]!,
    criticalityAssumed: unknown || index % 11 === 10,
    ownerUnit: index % 13 === 12 ? null : (UNITS[index % UNITS.length] ?? null),
    authors,
    contributions: unknown ? index % 2 : artifacts * 9 + Math.floor(random() * 900),
  }
})
