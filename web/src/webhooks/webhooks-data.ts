import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

export type Webhook = components['schemas']['WebhookDto'];
export type WebhookRequest = components['schemas']['CreateWebhookDto'];
export type Delivery = components['schemas']['DeliveryDto'];
/** A webhook with its secret. It lives in the state of the dialog that shows it and nowhere else. */
export type IssuedWebhook = components['schemas']['IssuedWebhookDto'];

const webhooksKey = ['webhooks'];
const soonMs = 2_000;

/** The webhooks of the account, newest first. */
export function useWebhooks(): UseQueryResult<Webhook[]> {
  return useQuery({
    queryKey: webhooksKey,
    queryFn: async () => (await answered(api.GET('/dashboard/webhooks'))).data,
    staleTime: 0,
  });
}

/** The newest deliveries of a webhook; asked for again while one is on its way. */
export function useDeliveries(webhookId: string): UseQueryResult<Delivery[]> {
  const params = { path: { id: webhookId } };
  return useQuery({
    queryKey: [...webhooksKey, webhookId],
    queryFn: async () =>
      (await answered(api.GET('/dashboard/webhooks/{id}/deliveries', { params }))).data,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? soonMs : false),
  });
}

/** Has the list of webhooks, and what was sent to them, read again. */
export function useReloadWebhooks(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: webhooksKey });
}

/** Whether a delivery is being sent or waits for seconds only. */
function isUnderWay({ status, next_attempt_at: next }: Delivery): boolean {
  return status === 'queued' && next !== null && Date.parse(next) - Date.now() < 10_000;
}
