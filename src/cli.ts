import 'reflect-metadata';
import { adminCommand } from './admin-command.js';

const { succeeded, said } = await adminCommand(process.argv.slice(2), process.env);
if (succeeded) {
  console.log(said);
} else {
  console.error(said);
  process.exitCode = 1;
}
