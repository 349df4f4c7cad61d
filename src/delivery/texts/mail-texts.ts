import { type LabelLanguage } from '../../common/i18n/languages.js';
import { af } from './af.js';
import { ar } from './ar.js';
import { bg } from './bg.js';
import { bn } from './bn.js';
import { bs } from './bs.js';
import { ca } from './ca.js';
import { cs } from './cs.js';
import { cy } from './cy.js';
import { da } from './da.js';
import { de } from './de.js';
import { el } from './el.js';
import { en } from './en.js';
import { es } from './es.js';
import { et } from './et.js';
import { eu } from './eu.js';
import { fa } from './fa.js';
import { fi } from './fi.js';
import { fil } from './fil.js';
import { fr } from './fr.js';
import { ga } from './ga.js';
import { gl } from './gl.js';
import { gu } from './gu.js';
import { he } from './he.js';
import { hi } from './hi.js';
import { hr } from './hr.js';
import { hu } from './hu.js';
import { hy } from './hy.js';
import { id } from './id.js';
import { is } from './is.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { ka } from './ka.js';
import { ko } from './ko.js';
import { lb } from './lb.js';
import { lt } from './lt.js';
import { lv } from './lv.js';
import { mk } from './mk.js';
import { mr } from './mr.js';
import { ms } from './ms.js';
import { mt } from './mt.js';
import { nb } from './nb.js';
import { nl } from './nl.js';
import { pa } from './pa.js';
import { pl } from './pl.js';
import { ptBR } from './pt-BR.js';
import { pt } from './pt.js';
import { ro } from './ro.js';
import { ru } from './ru.js';
import { sk } from './sk.js';
import { sl } from './sl.js';
import { sq } from './sq.js';
import { srCyrl } from './sr-Cyrl.js';
import { srLatn } from './sr-Latn.js';
import { sv } from './sv.js';
import { sw } from './sw.js';
import { ta } from './ta.js';
import { te } from './te.js';
import { th } from './th.js';
import { tr } from './tr.js';
import { uk } from './uk.js';
import { ur } from './ur.js';
import { vi } from './vi.js';
import { zhHans } from './zh-Hans.js';
import { zhHant } from './zh-Hant.js';
import { type MailTexts } from './mail-text.js';

/** What mails say in each language where an account has no words of its own; the tables of labels know the rest. */
export const mailTexts: Readonly<Record<LabelLanguage, MailTexts>> = {
  af,
  ar,
  bg,
  bn,
  bs,
  ca,
  cs,
  cy,
  da,
  de,
  el,
  en,
  es,
  et,
  eu,
  fa,
  fi,
  fil,
  fr,
  'fr-CA': fr,
  ga,
  gl,
  gu,
  he,
  hi,
  hr,
  hu,
  hy,
  id,
  is,
  it,
  ja,
  ka,
  ko,
  lb,
  lt,
  lv,
  mk,
  mr,
  ms,
  mt,
  nb,
  nl,
  pa,
  pl,
  pt,
  'pt-BR': ptBR,
  ro,
  ru,
  sk,
  sl,
  sq,
  'sr-Cyrl': srCyrl,
  'sr-Latn': srLatn,
  sv,
  sw,
  ta,
  te,
  th,
  tr,
  uk,
  ur,
  vi,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};
