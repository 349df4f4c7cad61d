import { Button, NavLink, Text } from '@mantine/core';
import {
  ArrowPathIcon,
  BoltIcon,
  BuildingOffice2Icon,
  DocumentMagnifyingGlassIcon,
  DocumentTextIcon,
  EnvelopeIcon,
  HashtagIcon,
  HomeIcon,
  KeyIcon,
  LifebuoyIcon,
  PlusIcon,
  ReceiptPercentIcon,
  ShieldCheckIcon,
  TagIcon,
  UsersIcon,
} from '@heroicons/react/24/outline';
import { type ComponentType, type SVGProps } from 'react';
import { Link, useLocation } from 'react-router';

interface Destination {
  readonly to: string;
  readonly label: string;
  readonly Icon: ComponentType<SVGProps<SVGSVGElement>>;
}

const work: readonly Destination[] = [
  { to: '/', label: 'Home', Icon: HomeIcon },
  { to: '/invoices', label: 'Invoices', Icon: DocumentTextIcon },
  { to: '/recurring', label: 'Recurring', Icon: ArrowPathIcon },
  { to: '/customers', label: 'Customers', Icon: UsersIcon },
  { to: '/items', label: 'Items', Icon: TagIcon },
  { to: '/e-invoice-check', label: 'E-invoice check', Icon: DocumentMagnifyingGlassIcon },
];
const settings: readonly Destination[] = [
  { to: '/settings/organization', label: 'Organization', Icon: BuildingOffice2Icon },
  { to: '/settings/number-series', label: 'Number Series', Icon: HashtagIcon },
  { to: '/settings/taxes', label: 'Taxes', Icon: ReceiptPercentIcon },
  { to: '/settings/e-mails', label: 'E-mails', Icon: EnvelopeIcon },
  { to: '/settings/api-keys', label: 'API Keys', Icon: KeyIcon },
  { to: '/settings/webhooks', label: 'Webhooks', Icon: BoltIcon },
  { to: '/settings/security', label: 'Security', Icon: ShieldCheckIcon },
];
const help: readonly Destination[] = [{ to: '/help', label: 'Help', Icon: LifebuoyIcon }];

/** Where one can go from everywhere. */
export function Navigation() {
  return (
    <>
      <Button
        component={Link}
        to="/invoices/new"
        leftSection={<PlusIcon width={18} />}
        mb="sm"
        style={{ flexShrink: 0 }}
      >
        New invoice
      </Button>
      <Destinations of={work} />
      <Text size="xs" fw={600} c="dimmed" mt="md" mb={4} px="sm" id="navigation-settings">
        Settings
      </Text>
      <Destinations of={settings} />
      <div style={{ marginTop: 'auto' }}>
        <Destinations of={help} />
      </div>
    </>
  );
}

function Destinations({ of }: { of: readonly Destination[] }) {
  const { pathname } = useLocation();
  return of.map(({ to, label, Icon }) => {
    const here = to === '/' ? pathname === '/' : pathname.startsWith(to);
    return (
      <NavLink
        key={to}
        component={Link}
        to={to}
        label={label}
        active={here}
        aria-current={here ? 'page' : undefined}
        color="finvo"
        variant="light"
        leftSection={<Icon width={20} />}
        styles={{ root: { borderRadius: 'var(--mantine-radius-md)' } }}
      />
    );
  });
}
