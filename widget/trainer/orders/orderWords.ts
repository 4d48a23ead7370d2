// Patterns for RE2 on texts in lower case and without accents.

const NOT_BOUGHT = [
  // English, which platforms' own codes are in, too
  "cancel",
  "void",
  "fail",
  "test",
  "declin",
  "denied",
  "reject",
  "expired",
  "abandon",
  "error",
  "trash",
  "(checkout-)?draft",
  // German, Dutch
  "storn",
  "abgebroch",
  "abgelehnt",
  "fehlgeschlagen",
  "geannuleerd",
  "mislukt",
  // French, Spanish, Italian, Portuguese
  "annul",
  "echou",
  "echec",
  "refuse",
  "erreur de paiement",
  "anulad",
  "fallid",
  "rechazad",
  "fallit",
  "rifiutat",
  "falhou",
  "recusad",
  // Polish, Czech, Turkish
  "anulowan",
  "nieudan",
  "odrzucon",
  "zrusen",
  "iptal",
  // Russian, Ukrainian
  "отмен",
  "неудач",
  "отклон",
  "скасован",
];

const GIVEN_BACK = [
  "refund",
  "revers",
  "chargeback",
  "charged back",
  "(zu)?(ru|rue)?ckerstatt",
  "erstattet",
  "ruckgabe",
  "terugbetaald",
  "rembours",
  "reembols",
  "devuelt",
  "rimbors",
  "devolvid",
  "zwrot",
  "zwrocon",
  "vracen",
  "iade",
  "возврат",
  "возвращ",
  "поверн",
];

const statusOf = (words: readonly string[]): string => `^(wc-|order |payment )?(${words.join("|")})`;

/** Statuses of orders that were not bought, or not kept. "Partially refunded" and the like stay: something was kept. */
export const LOST_STATUS = statusOf([...NOT_BOUGHT, ...GIVEN_BACK]);
/** Of these: those that were bought, and given back. */
export const REFUNDED_STATUS = statusOf(GIVEN_BACK);

const AMOUNT = "[ :–-]*(eur|usd|gbp|chf|pln|[€$£₽])? ?([0-9]+([.,][0-9]+)?)? ?(eur|usd|gbp|chf|pln|zł|[€$£₽])?";

/** Names and ids of lines that are no products: the whole text is one of these, so that a gift card holder stays one. */
export const NO_PRODUCT = `^(${[
  `([€$£] ?[0-9]+ )?(e-?)?(gift|store) ?(card|voucher|certificate|credit)s?${AMOUNT}`,
  `(geschenk)?gutscheine?${AMOUNT}|geschenkkarten?${AMOUNT}|cartes? cadeaux?${AMOUNT}|cheques? cadeaux?${AMOUNT}|tarjetas? (de )?regalo${AMOUNT}`,
  `(karta|bon) podarunkow[ay]${AMOUNT}|carta regalo${AMOUNT}|buono regalo${AMOUNT}|подарочн(ая карта|ыи сертификат)${AMOUNT}`,
  "tips?|gratuity|trinkgeld|pourboire|propina|mancia|gorjeta|napiwek|fooi|чаевые|чаиові",
  "(standard |express |free )?(shipping|delivery|postage|freight|carriage|handling)( (and|&) (handling|packing|packaging))?( (costs?|fees?|charges?|insurance))?",
  "dotcom postage|versand(kosten|gebuhr)?|liefer(kosten|gebuhr|ung)|porto|frais de (port|livraison)|livraison|(gastos|costos?) de envio|envio",
  "spese di spedizione|spedizione|frete|przesy[lł]ka|dostawa|koszty? (dostawy|wysy[lł]ki)|verzendkosten|доставка|postovne|doprava|kargo( ucreti)?",
  "discounts?|coupons?|promo(tion)?( code)?|rabatt|nachlass|remise|reduction|descuento|sconto|desconto|rabat|korting|скидка|знижка|sleva|indirim",
  "(bottle |can )?deposit|(flaschen|dosen|einweg|mehrweg)?pfand|leergut|consigne|deposito|kaucja|statiegeld|залог",
  "(service|booking|payment|processing|transaction|platform|bag|packaging|cod|cash on delivery|bank|small order|amazon) ?(fee|charge)s?|surcharge",
  "(nachnahme|service|bearbeitungs)gebuhr|mindermengenzuschlag|frais de (dossier|service)|comision|op[lł]ata( serwisowa)?|комиссия",
  "(manual |price |stock )?adjust(ment)?|adjust bad debt|rounding",
].join("|")})$`;

/** Order numbers and customers of trials. */
export const TEST_ORDER = "^test([ _-]?order)?([ _#-]*[0-9]+)?$";
export const TEST_CUSTOMER = "^test([._+-]?[0-9]+)?(@.*)?$|^test[ ._-]?(customer|user|account)?[0-9]*(@.*)?$";
