import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

/** Goes to the log-in once the session has ended, with a word about why; nothing of the person stays in memory. */
export function useLeave(): (message: string) => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (message) => {
    queries.clear();
    notifications.show({ message, autoClose: 10_000 });
    void navigate('/login', { replace: true });
  };
}
