// `npm run dev`: server and dashboard, both built again whenever their files change; one address for both.
import { spawn } from 'node:child_process';

const watchers = [
  ['npx', ['vite', 'build', '--watch', '--config', 'web/vite.config.js', '--logLevel', 'warn']],
  ['npx', ['nest', 'start', '--watch']],
].map(([command, args]) =>
  spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }),
);

for (const watcher of watchers) {
  watcher.once('exit', () => {
    for (const other of watchers) other.kill();
  });
}
