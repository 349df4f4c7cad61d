import { Grid, Skeleton } from '@mantine/core';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { OrganizationForm } from './organization-form';
import { useOrganization } from './organization-profile';

export default function Organization() {
  const { data, error, refetch } = useOrganization();
  return (
    <Page title="Organization">
      {data ? (
        <OrganizationForm organization={data} />
      ) : error === null ? (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Skeleton h={1400} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <Skeleton style={{ aspectRatio: '210 / 297' }} h="auto" />
          </Grid.Col>
        </Grid>
      ) : (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
    </Page>
  );
}
