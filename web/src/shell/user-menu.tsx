import { Button, Menu, Text, useMantineColorScheme } from '@mantine/core';
import {
  ArrowRightStartOnRectangleIcon,
  ChevronDownIcon,
  ComputerDesktopIcon,
  MoonIcon,
  SunIcon,
} from '@heroicons/react/24/outline';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { notifications } from '@mantine/notifications';
import { answered, api } from '../api/client';
import { asProblem } from '../api/problem';
import { useSignedIn } from '../session/session';

const schemes = [
  { value: 'light', label: 'Light', Icon: SunIcon },
  { value: 'dark', label: 'Dark', Icon: MoonIcon },
  { value: 'auto', label: 'Like the system', Icon: ComputerDesktopIcon },
] as const;

/** Who is signed in; light or dark; the way out. */
export function UserMenu() {
  const { user, organization } = useSignedIn();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const logOut = async () => {
    try {
      await answered(api.POST('/dashboard/logout'));
    } catch (error) {
      notifications.show({ color: 'red', message: asProblem(error).message });
      return;
    }
    queries.clear();
    void navigate('/login');
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          maw={220}
          rightSection={<ChevronDownIcon width={16} />}
        >
          <Text truncate size="sm" component="span">
            {organization.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="dimmed">{user.email}</Menu.Label>
        {schemes.map(({ value, label, Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon width={18} />}
            fw={colorScheme === value ? 600 : undefined}
            onClick={() => {
              setColorScheme(value);
            }}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<ArrowRightStartOnRectangleIcon width={18} />}
          onClick={() => void logOut()}
        >
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
