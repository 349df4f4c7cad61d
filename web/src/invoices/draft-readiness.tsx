import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type Fault } from '../api/problem';
import { eInvoiceFormat } from '../ui/e-invoice-formats';
import { RouteLink } from '../ui/link';
import { organizationField, UnmetRules } from '../ui/unmet-rules';
import { type Invoice } from './create-request';

/** What stands between a draft and the e-invoice that it is to be. */
export function DraftReadiness({ draft: { id, format } }: { draft: Invoice }) {
  const chosen = eInvoiceFormat(format);
  const { data } = useQuery({
    queryKey: ['invoice', id, 'readiness'],
    queryFn: () => {
      const params = { path: { id } };
      return answered(api.GET('/dashboard/invoices/{id}/e-invoice/readiness', { params }));
    },
    enabled: chosen !== undefined,
    // The organization may have got what was missing.
    staleTime: 0,
  });
  if (chosen === undefined || data === undefined || data.ready) return null;
  const lead = ({ pointer, message }: Fault) => (
    <RouteLink to={organizationField(pointer) ?? `/invoices/${id}/edit`} inherit underline="always">
      {message}
    </RouteLink>
  );
  return (
    <Alert
      color="yellow"
      variant="light"
      title={`Before this can be ${chosen.one}`}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <UnmetRules faults={data.errors} lead={lead} />
    </Alert>
  );
}
