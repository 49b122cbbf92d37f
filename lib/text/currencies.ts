/** The currencies in use, ISO 4217 list one as of January 2026; what funds mostly write comes first. */
export const currencyCodes =
  `USD CNY EUR HKD SGD GBP JPY AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
  CHF CLP COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG HUF IDR ILS INR IQD IRR ISK
  JMD JOD KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
  NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SHP SLE SOS SRD SSP STN SVC SYP SZL
  THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(
    /\s+/,
  );

/** "CNY" → "CNY · Chinese Yuan" in the reader's language. `also`: codes to have in it, though they are in use no more. */
export function currencyOptions(
  locale: string,
  also: readonly string[] = [],
): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "currency", fallback: "code" });
  return [...new Set([...also, ...currencyCodes])].map((value) => {
    const name = names.of(value) ?? value;
    return { value, label: name === value ? value : `${value} · ${name}` };
  });
}

const signs: readonly [written: RegExp, codes: readonly string[]][] = [
  [/^[¥￥]/, ["CNY", "JPY"]],
  [/^hk\$|港元|港币/, ["HKD"]],
  [/^s\$/, ["SGD"]],
  [/^us\$|美元|美金/, ["USD"]],
  [/^\$/, ["USD", "AUD", "CAD", "HKD", "SGD", "TWD"]],
  [/^€|欧元/, ["EUR"]],
  [/^£|英镑/, ["GBP"]],
  [/日元/, ["JPY"]],
  [/人民币|rmb|元$/, ["CNY"]],
];

/** The currency that an amount names as it is typed: `chosen` where it may be meant ("$5m" with HKD chosen), null when it names none. */
export function currencyTyped(text: string, chosen: string): string | null {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  const named = /^[a-z]{3}(?=\s*\d)|(?<=[\d\s])[a-z]{3}$/.exec(typed)?.[0].toUpperCase();
  if (named && currencyCodes.includes(named)) return named;
  const codes = signs.find(([written]) => written.test(typed))?.[1];
  return codes === undefined ? null : codes.includes(chosen) ? chosen : (codes[0] ?? null);
}
