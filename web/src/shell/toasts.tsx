import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** Short messages about what has just happened; a chunk of its own, as nothing happens at first. */
export default function Toasts() {
  return <Notifications position="top-right" limit={3} />;
}
