// What rivals embed where FONTS=on: the fonts of Finvo that five scripts need, in the order of their use.
import { fileURLToPath } from 'node:url';

const packages = new URL('../../../node_modules/', import.meta.url);

export const isEmbedding = process.env.FONTS === 'on';

export const fonts = isEmbedding
  ? [
      ['Noto Sans', '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'],
      [
        'Noto Sans Arabic',
        '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
      ],
      ['Noto Sans Hans', '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf'],
    ].map(([family, file]) => ({ family, file: fileURLToPath(new URL(file, packages)) }))
  : [];
