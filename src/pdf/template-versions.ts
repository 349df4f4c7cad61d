/** The layouts that Finvo brings along. */
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

/** Whether Finvo brings a layout of this name along. */
export function isTemplateName(name: string): name is TemplateName {
  return (templateNames as readonly string[]).includes(name);
}

/** The version of a layout of the operator, with that of all files in its folder: `own:letter@0123456789ab`. */
export function ownVersion(name: string, folderVersion: string): string {
  return `own:${name}@${folderVersion}`;
}

/** What {@link ownVersion} was made of; nothing for a layout that Finvo brings along. */
export function ownTemplateOf(
  version: string,
): { name: string; folderVersion: string } | undefined {
  const [, name, folderVersion] = /^own:([^@]+)@(.+)$/.exec(version) ?? [];
  return name === undefined || folderVersion === undefined ? undefined : { name, folderVersion };
}

/** The layout of a version, such as "clean" of "clean-1" and "letter" of "own:letter@0123456789ab". */
export function templateNameOf(version: string): string {
  const own = ownTemplateOf(version)?.name;
  return own ?? templateNames.find((name) => version.startsWith(`${name}-`)) ?? usualTemplate;
}
