/** The layouts that can be chosen. */
export const templateNames = ['clean', 'classic', 'compact'] as const;
export type TemplateName = (typeof templateNames)[number];

/** Where a logo stands: `start` is left, and right on pages that run from right to left. */
export const logoPositions = ['start', 'center', 'end'] as const;
export type LogoPosition = (typeof logoPositions)[number];

/** What an invoice looks like where nobody has chosen. */
export const usualTemplate: TemplateName = 'clean';
export const usualLogoPosition: LogoPosition = 'start';

const currentVersions: Readonly<Record<TemplateName, string>> = {
  clean: 'clean-2',
  classic: 'classic-1',
  compact: 'compact-1',
};

/** The version of a layout that new documents are made with: a file of `templates/` without its ending. */
export function currentVersion(name: TemplateName): string {
  return currentVersions[name];
}

/** The layout of a version, such as "clean" of "clean-1". */
export function templateNameOf(version: string): TemplateName {
  return templateNames.find((name) => version.startsWith(`${name}-`)) ?? usualTemplate;
}
