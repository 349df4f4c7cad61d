import { isLanguage, type Language, languages } from './languages.js';

/** Tags that people write for a language under another name here. */
const otherTags: Readonly<Record<string, Language>> = { no: 'nb', nn: 'nb', sh: 'sr-Latn' };

/** The language that another spelling most likely meant: "de_DE", "zh-TW", "no", "German" or "Deutsch". */
export function nearestLanguage(written: string): Language | undefined {
  return nearestTag(written.trim().replaceAll('_', '-')) ?? namedLanguage(written.trim());
}

function nearestTag(written: string): Language | undefined {
  try {
    const { language, script, region } = new Intl.Locale(written).maximize();
    const candidates = [
      new Intl.Locale(written).toString(),
      `${language}-${script ?? ''}-${region ?? ''}`,
      `${language}-${region ?? ''}`,
      `${language}-${script ?? ''}`,
      language,
      otherTags[language],
    ];
    return candidates.find((tag): tag is Language => tag !== undefined && isLanguage(tag));
  } catch {
    return undefined;
  }
}

/** By its name in English or in itself. */
function namedLanguage(name: string): Language | undefined {
  const wanted = name.toLowerCase();
  return languages.find((tag) =>
    ['en', tag].some(
      (inLanguage) =>
        new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag)?.toLowerCase() === wanted,
    ),
  );
}
