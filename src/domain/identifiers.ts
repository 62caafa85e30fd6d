/** Names of things, branded so that a person is never passed where a component is meant. */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** The HRIS key, or for somebody outside the HRIS export the smallest name they contribute under. */
export type PersonId = Branded<'PersonId'>
export type ComponentName = Branded<'ComponentName'>
export type WorkItemId = Branded<'WorkItemId'>
/** `1`, `2`, ... in the order the imports of a workspace were made. */
export type ImportId = Branded<'ImportId'>

export const personId = (text: string) => text as PersonId
export const componentName = (text: string) => text as ComponentName
export const workItemId = (text: string) => text as WorkItemId
export const importId = (text: string) => text as ImportId

/** Total order of text by code unit: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
