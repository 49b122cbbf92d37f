/** What a register adds to a name and a headline leaves off, in both languages. */
const legalForm =
  /[\s,，]+(?:inc|incorporated|ltd|limited|llc|llp|lp|plc|pbc|corp|corporation|co|company|gmbh|ag|kg|se|sa|sas|sarl|s\.a\.r\.l|s\.a|s\.p\.a|spa|srl|bv|b\.v|nv|n\.v|ab|oy|oyj|as|a\/s|aps|kk|k\.k|pte|pty|pvt|holdings?)\.?$|[\s,，]+(?:&\s*)?co\.?$/i;
const legalFormChinese =
  /(?:集团|控股)?(?:有限责任|股份有限|控股有限|有限|股份)公司$|(?:有限合伙|有限合夥|股份有限公司)$|(?:集團|控股)?(?:有限責任|股份有限|控股有限|有限|股份)公司$/;
/** Between the name proper and the legal form: 星桥智能科技有限公司. */
const trade =
  /(?:集团|控股|科技|技术|网络|信息|创新|电子|软件|数据|文化|传媒|实业|发展|國際|國际|国际|集團|技術|網絡|資訊|信息技术)$/;
const place =
  /^(?:中国|北京|上海|天津|重庆|深圳|广州|杭州|苏州|南京|成都|武汉|西安|厦门|合肥|长沙|青岛|宁波|无锡|珠海|东莞|浙江|江苏|广东|四川|湖南|安徽|福建|山东|香港)(?:市|省)?/;
/** 星桥（北京）智能科技有限公司 */
const branch = /[（(][^（）()]{1,8}[）)]/g;

/**
 * A name as given and as headlines write it: "Tamarind Labs, Inc." is also Tamarind Labs, 星桥智能科技有限公司 also 星桥智能科技
 * and 星桥智能. Places and trades go only together with a legal form: 中国平安 stays so.
 */
export function nameForms(given: string): string[] {
  const name = given.normalize("NFKC").trim();
  const forms = /\p{Script=Han}/u.test(name) ? chineseForms(name) : englishForms(name);
  return [...new Set([name, ...forms.filter((form) => form.replace(place, "") !== "")])];
}

function englishForms(name: string): string[] {
  let form = name;
  for (let shorter = form.replace(legalForm, ""); shorter !== form; shorter = form.replace(legalForm, ""))
    form = shorter.replace(/[,，]$/, "");
  return [form];
}

function chineseForms(name: string): string[] {
  const whole = name.replace(branch, "");
  let form = whole.replace(legalFormChinese, "");
  if (form === whole || form.length < 2) return [whole];
  const forms = [form];
  const placeless = form.replace(place, "");
  if (placeless.length >= 2) form = placeless;
  forms.push(form);
  for (let shorter = form.replace(trade, ""); shorter !== form; shorter = form.replace(trade, "")) {
    if (shorter.length < 2) break;
    form = shorter;
    forms.push(form);
  }
  return forms;
}

/** A form that a text index may hold otherwise: "Quiver AI" stands there as QuiverAI too. */
export function searchedForms(given: string): string[] {
  return [...new Set(nameForms(given).flatMap((form) => [form, form.replace(/[\s.&'’-]+/g, "")]))];
}
