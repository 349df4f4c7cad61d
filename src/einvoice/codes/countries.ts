/** The forms of an invoice whose rules come with lists of their own. */
export type InvoiceSyntax = 'ubl' | 'cii';

/** What the lists of UBL and CII share: ISO 3166-1, 1A for Kosovo and XI for Northern Ireland. */
const shared: ReadonlySet<string> = new Set(
  `
    1A AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO
    BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK
    DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR
    GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM
    KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP
    MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL
    PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR ST SV
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
    VN VU WF WS XI YE YT ZA ZM ZW`
    .trim()
    .split(/\s+/),
);

/** CII still has the Netherlands Antilles where UBL has South Sudan. */
const only: Readonly<Record<InvoiceSyntax, string>> = { ubl: 'SS', cii: 'AN' };

/**
 * Whether an address may be in a country (BT-40, BT-55, BT-69, BT-80) by BR-CL-14 of EN 16931
 * 1.3.16 and Peppol BIS Billing 3.0.19; without a syntax, whether both forms allow it. Of the
 * countries Finvo knows, XK is in neither list (Kosovo is 1A there) and SS not in that of CII.
 * Greece is GR and Great Britain GB, never EL and UK; XI is a country of the list, for Northern
 * Ireland.
 */
export function isInvoiceCountry(code: string, syntax?: InvoiceSyntax): boolean {
  return shared.has(code) || (syntax !== undefined && only[syntax] === code);
}

/**
 * Whether the identifier of a taxpayer (BT-31, BT-48, BT-63) may begin with these two letters, by
 * BR-CO-09 of EN 16931 1.3.16: a country of BR-CL-14, or EL, which Greece uses (GR is allowed too).
 * XI is Northern Ireland beside GB; XK is not allowed. UBL's rule looks for the two characters
 * anywhere in its list, so that halves of two codes pass as well; here they do not.
 */
export function isVatPrefix(prefix: string, syntax?: InvoiceSyntax): boolean {
  return prefix === 'EL' || isInvoiceCountry(prefix, syntax);
}
