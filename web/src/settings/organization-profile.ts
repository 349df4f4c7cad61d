import { hashKey, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { sessionKey } from '../session/session';

/** The profile as it is put; fields that nobody filled in are left out. */
export type Profile = components['schemas']['PutOrganizationDto'];
type Organization = components['schemas']['OrganizationDto'];

const organizationKey = ['organization'];
const draftKey = ['organization-draft'];

/** The stored profile with the path of the logo. */
export function useOrganization(): UseQueryResult<Organization> {
  return useQuery({
    queryKey: organizationKey,
    queryFn: () => answered(api.GET('/dashboard/organization')),
    // What is being edited must not change below the hands.
    refetchOnWindowFocus: false,
  });
}

/** Takes over what the server has stored, also for the name in the header. */
export function useStoredOrganization(): (organization?: Organization) => Promise<void> {
  const queries = useQueryClient();
  return async (organization) => {
    if (organization) queries.setQueryData(organizationKey, organization);
    else await queries.invalidateQueries({ queryKey: organizationKey });
    await queries.invalidateQueries({ queryKey: sessionKey });
  };
}

/** Keeps unsaved changes while other screens are looked at; they end with the page or a log-out. */
export function useDraft(): { read: () => Profile | undefined; keep: (draft?: Profile) => void } {
  const queries = useQueryClient();
  return {
    read: () => queries.getQueryData<Profile>(draftKey),
    keep: (draft) => {
      queries.setQueryDefaults(draftKey, { gcTime: Infinity });
      if (draft) queries.setQueryData(draftKey, draft);
      else queries.removeQueries({ queryKey: draftKey });
    },
  };
}

/** The profile under edit: without the logo, which has a path of its own, and without what is empty. */
export function profileOf({ logo_url: _logo, ...profile }: Organization): Profile {
  return filled(profile) as Profile;
}

function filled(part: object): object {
  if (Array.isArray(part)) return part as object;
  const entries = Object.entries(part).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Object ? filled(value) : value,
  ]);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== null && !(value instanceof Object && isEmpty(value))),
  ) as object;
}

function isEmpty(part: object): boolean {
  return Object.keys(part).length === 0;
}

/** Whether two profiles say the same, in whatever order. */
export function sameProfile(one: Profile, other: Profile): boolean {
  return hashKey([one]) === hashKey([other]);
}
