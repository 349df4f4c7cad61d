import { type components } from '../api/schema';

type Schemas = components['schemas'];

interface State {
  readonly organization: Schemas['OrganizationDto'];
  /** Whether an invoice has its number; drafts do not count. */
  readonly hasIssued: boolean;
  readonly keys: readonly Schemas['KeyDto'][];
}

/** One step on the way to the first invoice that another program makes. */
export interface Step {
  readonly title: string;
  readonly why: string;
  readonly to: string;
  readonly done: boolean;
}

/** What a newcomer does, each ticked off by what the account holds. */
export function stepsOf({ organization, hasIssued, keys }: State): Step[] {
  const { address, tax_id: taxId } = organization;
  return [
    {
      title: 'Complete your organization',
      why: 'Your address or tax number belongs on every invoice.',
      to: '/settings/organization',
      done: Boolean(taxId) || Object.values(address ?? {}).some(Boolean),
    },
    {
      title: 'Create your first invoice',
      why: 'By hand, with the PDF beside you as you type.',
      to: '/invoices/new',
      done: hasIssued,
    },
    {
      title: 'Generate an API key',
      why: 'With it your own software makes invoices.',
      to: '/settings/api-keys',
      done: keys.length > 0,
    },
    {
      title: 'Make your first API call',
      why: 'One request, one PDF: copy the example and run it.',
      to: '/help/api-keys',
      done: keys.some(({ last_used_at: lastUsedAt }) => lastUsedAt !== null),
    },
  ];
}
