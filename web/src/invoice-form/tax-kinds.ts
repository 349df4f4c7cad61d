import { type TaxValues } from './invoice-values';

/** What kind of tax it is, in words; what is sent is a category of EN 16931, or that it is compound. */
export const taxKinds = [
  { value: '', label: 'Usual' },
  { value: 'compound', label: 'On top of the other taxes' },
  { value: 'E', label: 'Exempt' },
  { value: 'AE', label: 'Reverse charge' },
  { value: 'K', label: 'Supply within the EU' },
  { value: 'G', label: 'Export' },
  { value: 'O', label: 'Outside the scope of tax' },
  { value: 'L', label: 'Canary Islands' },
  { value: 'M', label: 'Ceuta and Melilla' },
] as const;

const exemptKinds: readonly string[] = ['E', 'AE', 'K', 'G', 'O'];

/** Whether nothing is charged for a reason that is printed. */
export function isExempt(kind: string): boolean {
  return exemptKinds.includes(kind);
}

/** The kind of a tax. */
export function kindOf({ category = '', compound, exemption_reason: reason }: TaxValues): string {
  if (compound === true) return 'compound';
  if (category === 'S' || category === 'Z') return '';
  return category === '' && reason !== undefined ? 'E' : category;
}

/** The same tax as one of another kind: without what the former kind alone had. */
export function ofKind(
  { name, rate, exemption_reason: reason }: TaxValues,
  kind: string,
): TaxValues {
  const exempt = isExempt(kind);
  const shown = exempt ? '0' : rate;
  return {
    ...(name !== undefined && { name }),
    ...(shown !== undefined && { rate: shown }),
    ...(kind === 'compound' ? { compound: true } : kind !== '' && { category: kind }),
    ...(exempt && reason !== undefined && { exemption_reason: reason }),
  };
}
