/**
 * Words for one thing, in both languages, each line a group under its first word. Headlines say them for each other; a word that
 * turns the fact round (approves, blocks) never stands with its opposite.
 */
const acts = `
buy buys bought buying acquire acquires acquired acquiring acquisition takeover purchase purchases 收购 并购 買下 买下
sell sells sold selling sale 出售 卖出
sue sues sued suing lawsuit suit lawsuits litigation 起诉 诉讼 状告
layoff layoffs fires fired 裁员
release releases released releasing launch launches launched unveil unveils unveiled introduce introduces introducing introduced announces announced announce announcing announcement debut debuts presents publishes published 发布 推出 宣布 公布 亮相 上线 发出 揭晓 官宣 印发
die dies died dead death rip obituary killed kills killing 去世 逝世 死亡
require requires required mandate mandates mandatory requirement 要求
ban bans banned banning prohibit prohibits prohibited outlaws outlaw forbids 禁止 禁用 不得 封禁
allow allows allowed permit permits permitted 允许
approve approves approved approval clears cleared greenlights 批准 获批 核准 同意
reject rejects rejected refuses rejection 拒绝 驳回
leak leaks leaked leaking 泄露 泄漏 外泄
hack hacks hacked hackers breach breached breaches stolen 入侵
resign resigns resigned resignation departs departed departure quits 辞职 辞去 离职 卸任
sign signs signed enacts enacted enact passes passed pass
arrest arrests arrested detained 被捕 逮捕
seize seizes seized confiscates confiscated 查获 没收
remove removes removed pulls pulled erases erased eliminates eliminating eliminate drops dropped deletes deleted scraps 删除 移除 下架
oust ousted ousting fired ouster
transition switches switching ditches ditch
strike walkout 罢工
delay delays delayed postpones postponed 推迟 延期 延后
shutdown shuts shut shutting closes closing closed 关闭 关停
win wins won awarded award awards 获得 荣获
raise raises raised raising secures secured financing funding 融资 募资
hire hires hired appoints appointed names 任命 聘任
invest invests investment investing 投资 入股
fine fines fined penalty 罚款 被罚
accuse accuses accused accusing alleges alleged alleging claims 指控
plan plans planned planning intends 计划 拟 打算
confirm confirms confirmed 证实 确认
warn warns warned warning 警告
start starts started begins began begin starting 开始 启动 开启
stop stops stopped halts halt halted ends ended suspends suspended 停止 暂停 终止
fall falls drop fell plunges plunge decline declines sinks sink shrinks shrink slumps 下降 下滑 下跌 减少
rise rises jump jumped surge surges rose grows grew grow climbs climb increase increases jumps soars 增长 增加 上升 上涨
`;
const things = `
documents docs document documentation
board director directors
shooting shot gunshots shots
founder cofounder co-founder creator founders
bitcoin bitcoins btc
outage outages disrupted disruption 故障 宕机
explode explodes exploded explosion explosions detonate detonates blast blasts 爆炸
crash crashes crashed collapse collapses collapsed 坠毁 坍塌
fire flames burning 起火
centre centres center centers 中心
plane planes aircraft jet airplane airliner 客机 飞机
worker workers employee employees staff staffers jobs job 员工
lawmakers senate parliament congress legislators 议会
court judge 法院 法庭 法官
company firm firms companies startup startups business 公司 企业
car cars vehicle vehicles auto 汽车
phone phones smartphone smartphones 手机
relocate relocating moves moving 迁往 迁至
headquarters hq 总部
undersea submarine subsea 海底
severed cut cuts cutting
several multiple many numerous 多家 多个
researchers scientists 研究人员 科学家
germany german 德国
japan japanese 日本
us american usa america 美国
uk british britain 英国
eu european europe 欧盟 欧洲
china chinese 中国 我国 国内
australia australian 澳大利亚
france french 法国
korea korean 韩国
swiss switzerland 瑞士
ai 人工智能
央行 中国人民银行 人民银行
深交所 深圳证券交易所
上交所 上海证券交易所
证监会 中国证监会
产品 设备 新品
参数 细节
display displays screen screens 显示 屏幕
ceo 首席执行官
robot robots humanoid 机器人
chip chips semiconductor semiconductors 芯片 半导体
model models 模型
free 免费
valuation valued 估值
report reports reportedly says said 消息称 据悉 外媒 媒体 机构 据称
`;
const names = `
apple 苹果
google 谷歌
microsoft 微软
amazon 亚马逊
nvidia 英伟达
tesla 特斯拉
musk 马斯克
altman 奥尔特曼 阿尔特曼
samsung 三星
intel 英特尔
qualcomm 高通
meta facebook 脸书
tsmc 台积电
mediatek 联发科
huawei 华为
alibaba 阿里巴巴
tencent 腾讯
baidu 百度
bytedance 字节跳动 字节
xiaomi 小米
trendforce 集邦咨询
imf 国际货币基金组织
`;

const linesOf = (groups: string) =>
  groups
    .trim()
    .split(/\n+/)
    .map((line) => line.trim().split(/\s+/));
const firstOf = (groups: string): ReadonlySet<string> =>
  new Set(linesOf(groups).map(([first = ""]) => first));

const keys = new Map<string, string>();
for (const [first = "", ...others] of linesOf(`${acts}${things}${names}`))
  for (const word of [first, ...others]) if (!keys.has(word)) keys.set(word, first);

/** What is done: buy, sue, release. */
export const actWords = firstOf(acts);
/** What many a headline speaks of: acts, and things such as a chip or a country. */
export const plainWords = firstOf(`${acts}${things}`);
/** Companies and people known by a name in each language. */
export const knownNames = firstOf(names);

const chinese = new RegExp(
  [...keys.keys()]
    .filter((word) => /^\p{Script=Han}/u.test(word))
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "g",
);

/** The word for a Latin word that stands for it. */
export function sameWord(word: string): string {
  return keys.get(word) ?? word;
}

/** Chinese text with such words written as their first. */
export function withSameWords(text: string): string {
  return text.replace(chinese, (word) => ` ${keys.get(word) ?? word} `);
}
