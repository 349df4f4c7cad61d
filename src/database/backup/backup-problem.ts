/** A backup or a restore cannot be made; the message tells the operator why, and nothing was changed. */
export class BackupProblem extends Error {}
