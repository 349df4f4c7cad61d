// The floor as a process of its own: `DATABASE_URL=… node bench/floor/main.js` says where it listens.
import { startFloor } from './server.js';

const floor = await startFloor(process.env.DATABASE_URL, Number(process.env.PORT ?? 0));
console.log(`Listening on ${floor.url}`);
process.once('SIGTERM', () => void floor.close());
