import { Button, Group, Menu, Text } from '@mantine/core';
import { EllipsisHorizontalIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { Question } from '../ui/question';
import { useSubmit } from '../ui/use-submit';
import { type Schedule, useReloadSchedules } from './schedules-data';

type Asked = 'end' | 'delete';

/** What one can do with a schedule. */
export function ScheduleActions({ schedule }: { schedule: Schedule }) {
  const { id, status } = schedule;
  const params = { path: { id } };
  const [asked, ask] = useState<Asked>();
  const reload = useReloadSchedules();
  const form = useJsonForm({});
  const turn = useSubmit(form, async () => {
    await answered(
      status === 'paused'
        ? api.POST('/dashboard/schedules/{id}/resume', { params })
        : api.POST('/dashboard/schedules/{id}/pause', { params }),
    );
    await reload();
  });
  const open = status !== 'ended';
  return (
    <Group gap="xs">
      {open && (
        <>
          <Button loading={turn.busy} onClick={turn.submit}>
            {status === 'paused' ? 'Resume' : 'Pause'}
          </Button>
          <Button variant="default" component={Link} to={`/recurring/${id}/edit`}>
            Edit
          </Button>
        </>
      )}
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button variant="default" px="sm" aria-label="More actions">
            <EllipsisHorizontalIcon width={20} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {open && (
            <Menu.Item
              onClick={() => {
                ask('end');
              }}
            >
              End
            </Menu.Item>
          )}
          <Menu.Item
            c="var(--mantine-color-error)"
            onClick={() => {
              ask('delete');
            }}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ProblemAlert problem={form.problem} />
      <EndOrDelete
        schedule={schedule}
        asked={asked}
        close={() => {
          ask(undefined);
        }}
      />
    </Group>
  );
}

/** Asks before a schedule ends for good, or goes. */
function EndOrDelete(props: { schedule: Schedule; asked: Asked | undefined; close: () => void }) {
  const { schedule, asked, close } = props;
  const params = { path: { id: schedule.id } };
  const reload = useReloadSchedules();
  const navigate = useNavigate();
  const end = async () => {
    await answered(api.POST('/dashboard/schedules/{id}/end', { params }));
    close();
    await reload();
  };
  const remove = async () => {
    await answered(api.DELETE('/dashboard/schedules/{id}', { params }));
    await navigate('/recurring');
    await reload();
  };
  return (
    <>
      <Dialog opened={asked === 'end'} onClose={close} title="End the schedule">
        <Question action="End" work={end} close={close}>
          <Text>It issues no invoice any more and cannot begin again.</Text>
        </Question>
      </Dialog>
      <Dialog opened={asked === 'delete'} onClose={close} title="Delete the schedule">
        <Question action="Delete" work={remove} close={close}>
          <Text>
            It issues no invoice any more, and this page goes. The invoices that it has made stay.
          </Text>
        </Question>
      </Dialog>
    </>
  );
}
