/**
 * What headlines of 2024 share without telling the same: the most frequent words of 12,648 English ones and pairs of characters
 * of 17,023 Chinese ones, by how many hold them. Names are left out.
 */
const split = (text: string) => new Set(text.trim().split(/\s+/));

/** In more than one of 125, and words of no content. */
export const frequent = split(`
  about after ai all also amid among an and app are as ask at based be been building built by can code data
  do during each first for free from game had has have hn how in into is it its language like llm made
  model models more my new no not now of on one open out over pdf per programming said saying says search
  show software source such system than that the their these this those time to too tool use using via
  video we web were what who why will with world year years you your
  汽车 发布 公司 亿元 同比 增长 智能 推出 美元 比增 市场 全球 科技 回应 支持 手机 宣布 亿美 合作 完成 融资 计划 上市 服务 投资 预计 国家 消息 季度 集团 模型 应用 用户 开发
  正式 芯片 技术 功能 产品 游戏 息称 今年 企业 能源 万元 业务 销量 人工 利润 工智 一季 净利 平台 第一 发展 大模 电动 银行 轮融 数据 系统 更新 项目 机构 将于 股份 升级 产业
  新能 首次 电池 实现 营收 公布 系列 申请 开启 启动 机器 持续 交易 指数 提供 有望 全国 战略 器人 交付 销售 规模 车型 我国 生产 调整 基金 成立 万辆 研发 部门 设备 新增 全新
  行业 管理 交所 部分 上线 进行 监管 董事 资金 证券 安全 创新 突破 协议 通过 通信 国内 网络 驾驶 今日 品牌 员工 专利 收购 全面 下降 亮相 国际 首个 信息 动汽 达成 价格 测试
  调查 工作 生物 领域 首款 推进 未来 开放 建设 中心 消费 政策 收入 将在 首发 方案 提升 使用 工厂`);

/** In more than one of 400. */
export const common = split(`
  access against air algorithm alternative any api applications apps architecture art audio available back
  bad ban become been being best better big book brain browser bug build but c++ can't cancer car case ceo
  chip chrome client cloud companies company compiler computer control could court create cross css
  database day dead deep design desktop dev development did died digital distributed does don't down earth
  editor email employees end engine engineering ever every everything fast faster file files find finds
  found framework full future games generation get getting git go good got government gpu guide hacker hard
  help high history home html human i'm if image images inside intelligence interactive internet just
  kernel know knowledge large last launch law learn learned learning let library life line live llms local
  long low machine make makes making man manager map market math may me memory modern most music need
  network networks never news next notes nuclear off old online only or os other our own paper part people
  performance personal phone pi platform power powered privacy private pro problem program project public
  radio read real released report research researchers reverse review right rules run running say says
  scale science scientists secret security self server service should shows simple single site small so
  social solar some space sql state still stop store story study support systems taking tech tell terminal
  test testing text th their them there they things think this three through tiny too two ui under up used
  user users vision visual vs want was way website when without work workers working write writing written
  wrong zero
  自动 金融 时代 相关 最高 视频 出货 涨超 曝光 移动 比下 裁员 概念 推动 生成 加速 成功 板块 新品 打造 联合 央行 支付 第三 地产 世界 问题 累计 第二 官方 国产 搭载 售价 资本
  旗下 新一 继续 新高 电子 年内 体验 事长 影响 米汽 能手 年净 运营 需求 据悉 充电 获批 注册 控股 官宣 去年 医疗 港股 扩大 证监 总裁 涨停 研究 报告 货量 设计 制造 即将 万美
  预期 球首 国电 千万 供应 最大 电商 人民 发行 数字 发生 万亿 股票 月份 子公 商业 将推 处理 无人 目标 开展 个月 落地 监会 用于 一代 实施 股价 历史 跌超 团队 优化 进入 头显
  补贴 略合 股东 股权 风险 回购 成为 可能 润同 量产 量同 城市 标准 能力 执行 医药 经济 高管 显示 海外 订单 年全 贷款 计算 动驾 增加 源汽 签署 终止 免费 资产 三大 日开 工具
  提高 减少 人员 超过 万台 正在 布会 导体 半导 工业 布局 第四 纯电 时间 开始 万人 商品 一步 住房 加快 市值 多家 卫星 出售 续航 上涨 公开 新款 获得 取消 数千 半年 美股 召回
  政府 加入 民币 生态 总局 地区 要求 存在 平板 考虑 直播 折叠 互联 模式 目前 副总 软件 版本 认证 活动 房地 健康 竞争 小时 投入 利率 年将 采用 重大 发者 解决 性能 成式 大学
  想汽 超级 安卓 年度 空间 大幅 工信 停止 向资 核心 批准 理器 务部 内容 度净 日发 恒生 登陆 预警 关注 恢复 进一 零售 助力 迎来 以上 成数 业绩 东方 或将 日起 信部 开盘 电脑
  三方 车销 联网 首批 商务 措施 引入 港元 更多 成交 地震 质量 航空 大会 春节 原生 操作 人机 创始 买入 基础 连续 微信 在美 一轮 生科 元起 电信 开源 暂停 经理 手表 探索 下一
  行动 技指 主力 再次 始人 司股 人次 创历 念股 出口 大涨 明年 一加 保险 集体 厂商 举行 出炉 布全 账号 高速 换新 史新 发射 门店 阶段 耳机 美联 开售 预售 环比 经营 重点 产能
  广告 没有 情况 新车 假期 式发 称苹 个人 负责 携手 中央 旧换 以旧 科学 车企 保障 年底 巨头 鹏汽 人士 自研 进口 违规 起诉 商标 准备 飞行 下跌 公里 管总 商用 总经 不会 离职
  飞机 色预 下调 运行 金额 达到 试点 连板 成本 内部 客户 联储 搜索 震荡 气象 财报 购买 算力 诉讼 创业 媒体 幅扩 价值 浏览 大型 将发 出现 试验 发售 净买 上交 控制 运输 展示
  盘涨 限制 音乐 虚拟 助手 动力 四季 修复 召开 叠屏 度营 名单 建议 举办 旅游 改革 国移 加大 无法 家发 主要 行为 跨境 统计 长期 国市 存储 涨幅 亿港 深度 欧元 式上 旗舰 国首
  委员 亏损 占比 册资 工程 设立 数量 推送 内存 有限 作协 览器 首席 机市 商店 参与 机型 全年 物流 增持 多款 级地 电视 语言 笔记 降息 巴巴 基于 比例 机制 估值 下滑 环境 确认
  电影 加强 内首 走强 融监 强制 年第 将开 意见 架构 记本 里巴 期货 深交 智驾 事件 旅客 港交 面临 关键 活跃 保护 保持 年营 关闭 大至 以来 责人 信证 航天 涉嫌 计局 决方 大指
  跌幅 拉升 取得 体系 大众 资源 制药 快递 回归 挑战 铁路 出行 所有 固态 北向 元融 组织 涉及 训练 应急 新的 改委 发改 降价 资者 行长 程序 共同 人形 备案 家统 屏幕 年中 月销
  权益 日正 不再 合同 交通 日上 水平 积极 新规 许可 覆盖 升至 进展 最新 正常 在华 份额 财政 市公 多数 事故 盈利 配备 放弃 力斯 量超 设施 出新 汽集 增强 新型 积金 会议 利用
  自主 场景 新专 科大 响应 推迟 承诺 苹果 中国 华为 小米 特斯 斯拉 微软 美国 三星 谷歌 上海 斯克 英伟 伟达 马斯 日本 腾讯 阿里 北京 比亚 鸿蒙 京东 亚迪 理想`);
