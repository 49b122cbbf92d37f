import type { Span } from "@/lib/text/searched-text";
import type { Standing } from "./standing";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
/** How far a word may reach over an end: cutting costs some 5 µs a character. */
const reach = 6;
const around = 12;
const han = /^\p{Script=Han}/u;

/**
 * Chinese sets no boundary, so a short name is looked at where it stands: inside a longer word (旧金山, 北美的), another firm's name
 * (百川股份), a work (《王者荣耀》) or after a family name (方星海) it is no company. At the head of a headline or of a clause, before
 * ： or Latin letters it is one by itself; elsewhere it takes a headline that speaks of business.
 * `goesOn`: the company has a longer name that begins so, hence 百川股份 is not 百川智能.
 */
export function standingOfHan(
  plain: string,
  { start, end }: Span,
  ofBusiness: boolean,
  goesOn: boolean,
): Standing {
  const before = plain.slice(Math.max(0, start - around), start);
  const after = plain.slice(end, end + around);
  const name = plain.slice(start, end);
  if (
    isInsideWork(before, after) ||
    isLonger(before, name, after, goesOn) ||
    crossesWord(before, name, after)
  )
    return "no";
  if (words.has(name)) return startOfClause.test(before) || firmAfter.test(after) ? "yes" : "maybe";
  if (ofBusiness || headOfClause.test(before) || /^(?::| ?[A-Za-z\d])/.test(after)) return "yes";
  return companyAfter.test(after) ? "yes" : "maybe";
}

/** Does a word of the dictionary reach over one end of the name? */
function crossesWord(before: string, name: string, after: string): boolean {
  if (!han.test(before.slice(-1)) && !han.test(after)) return false;
  const text = before.slice(-reach) + name + after.slice(0, reach);
  const start = before.slice(-reach).length;
  const end = start + name.length;
  for (const { index, segment } of segmenter.segment(text)) {
    const over = index + segment.length;
    // 和美|的 is 和 before a name; the dictionary prefers its own word.
    if (/^[和与]/.test(segment) || index >= end) continue;
    if ((index < start && over > start) || (index < end && over > end)) return true;
  }
  return false;
}

function isInsideWork(before: string, after: string): boolean {
  return before.lastIndexOf("《") > before.lastIndexOf("》") && /^[^《]*》/.test(after);
}

function isLonger(before: string, name: string, after: string, goesOn: boolean): boolean {
  return (
    longer.some((word) => wordAround(word, before, name, after)) ||
    /(?:^|[\s,:。]|主席|总裁|经理|记者|教授|院士|部长|局长)[方王李张刘陈杨黄赵周吴徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔谭陆汪范廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤]$/.test(
      before,
    ) ||
    /小$/.test(before) ||
    /^(?:版|化|主义|路上|路面)/.test(after) ||
    (goesOn &&
      /^(?:股份|水泥|人寿|证券|航天|客车|药业|制药|酒业|乳业|重工|大模型|银行|信托|期货|基金)/.test(after))
  );
}

function wordAround(word: string, before: string, name: string, after: string): boolean {
  for (let at = word.indexOf(name); at >= 0; at = word.indexOf(name, at + 1))
    if (before.endsWith(word.slice(0, at)) && after.startsWith(word.slice(at + name.length))) return true;
  return false;
}

/** Frequent words that hold a name known from elsewhere, which the dictionary of the segmenter does not have. */
const longer =
  "京东方 百川股份 海螺水泥 王者荣耀 青石板 小米椒 小米辣 小米粥 小米加步枪 大众点评 大众化 大众媒体 社会大众 普罗大众 现代化 现代农业 现代服务业 现代产业 现代物流 现代企业 平安夜 平安无事 理想国 理想型 理想状态 长安街 长安剑 万里长城 长城脚下 苹果园 苹果丰收 苹果种植 苹果采摘 苹果产区 苹果肌 苹果树 苹果汁 苹果醋 快手菜 百川归海 海纳百川 红旗渠 红旗村 东风吹 东风系列 旧金山 金山区 金山寺 昆仑山 昆仑站 蚂蚁搬家 小蚂蚁 深蓝色 荣耀之 完美主义 地平线上 问界线 中华为 美的是".split(
    " ",
  );
const headOfClause =
  /(?:^|[\s,.:;!?|/(。、“「『【]|与|和|及|被|对|向|遭|曝|传|据悉|消息称|位|名|前|原|由|从|在|为|称|于|将|让|把|来自|接入|携手|联合|牵手|加入|离开|入股|投资|收购)$/;
const companyAfter =
  /^(?:集团|公司|汽车|科技|智能|控股|股份|手机|官方|官宣|旗下|宣布|回应|推出|发布|上线|完成|总裁|创始|首席|获)/;
/** Words of every day: of these a headline of business is no sign, only the head of a clause or a firm's word behind. */
const words = new Set(
  "得到 浪潮 魔方 希望 阳光 完美 自如 曙光 石头 春秋 未来 美好 健康 快乐 智慧 力量 时代 世界 生活 创新 先锋 梦想 光明 开心 简单 安全 成长 飞跃 突破 发现 领先 共享 精彩 幸福 热爱 自由 和平 团结 胜利 进步 太阳 月亮 星空 大地 森林 海洋 火箭 闪电 风暴 脉冲 原点 起点 拐点 维度 元素 细胞 种子 骑士 英雄 天使 海豚 熊猫 积木 魔法 奇迹 探索 思考 知识 学习 明天".split(
    " ",
  ),
);
const startOfClause = /(?:^|[\s,.:;!?|/(。、“「『【])$/;
const firmAfter = /^(?::|集团|公司|汽车|科技|智能|控股|信息|官方|官宣|旗下)/;
