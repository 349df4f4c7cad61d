import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { asProblem } from '../api/problem';
import { faultText } from '../ui/json-form';

/** The number that the next invoice would get with the format as it is typed. */
export function NextNumber({ format }: { format: string }) {
  const [settled] = useDebouncedValue(format, 300);
  const { data, error } = useQuery({
    queryKey: ['next-number', settled],
    queryFn: ({ signal }) => {
      const params = { query: { number_format: settled } };
      return answered(api.GET('/dashboard/next-number', { params, signal }));
    },
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Text size="sm" c="dimmed" role="status" mih="1.55em">
      {settled === ''
        ? null
        : error === null
          ? data && (
              <>
                Next number: <strong>{data.invoice_number}</strong>
              </>
            )
          : whatIsWrong(error)}
    </Text>
  );
}

function whatIsWrong(error: Error): string {
  const { faults, message } = asProblem(error);
  return faults[0] ? `No number yet: ${faultText(faults[0])}` : message;
}
