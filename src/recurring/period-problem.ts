import { type ProblemBody, problemOf } from '../common/errors/problem.js';

/** Faults of one period that are kept; a thousand lines may have a thousand each. */
const faultsMax = 50;

/** What is kept of an error because of which a period has no invoice. */
export function periodProblem(error: unknown, scheduleId: string): ProblemBody {
  const problem = problemOf(error, scheduleId);
  return { ...problem, ...(problem.errors && { errors: problem.errors.slice(0, faultsMax) }) };
}
