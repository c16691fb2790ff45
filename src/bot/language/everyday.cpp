// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/lexicon.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

//! What people talk about besides: home, food, the office, people, other work. None of it is the bot's business, but
//! knowing that a word is one of them tells talk from asking.
QStringList lifeTopics()
{
    return {
        u"coffee tea lunch dinner breakfast brunch pizza cake cakes snack snacks beer beers cookie cookies donuts sandwich sushi burger noodles food eat ate eating hungry drink drinks kitchen fridge milk sugar water canteen cafeteria restaurant menu cook cooking delicious 吃饭 午饭 晚饭 早饭 早餐 午餐 晚餐 咖啡 奶茶 外卖 饭 吃 喝 食堂 水果 零食 火锅 蛋糕 点餐 聚餐 拼单 请客 饿"_s,
        u"weekend weekends holiday holidays vacation pto party birthday movie film music song game games match football soccer gym yoga hike hiking kids kid daughter son wife husband mom dad mum dog cat baby family friend friends home house garden school concert netflix weather rain raining snow sunny hot cold warm sleep slept nap hair haircut gift wedding 周末 放假 假期 旅游 生日 电影 比赛 足球 孩子 女儿 儿子 老婆 老公 家里 天气 下雨 下雪 好热 好冷 睡觉 睡 头发 结婚 健身 游戏 回家"_s,
        u"train bus flight flights airport hotel car bike parking commute trip taxi road travel travelling traveling visa luggage 高铁 飞机 航班 机场 酒店 地铁 公交 停车 堵车 出差 打车 迟到"_s,
        u"desk desks chair chairs meeting meetings zoom slides slide deck presentation printer badge badges charger chargers keyboard mouse headset invoice invoices budget contract contracts salary expense expenses receipt calendar invite invites email emails inbox jira confluence wiki spreadsheet document template standup stand-up retro sprint backlog agenda minutes-of workshop offsite onboarding office wifi avatar poll survey tab window door ticket tickets channel thread chat webinar conference 会议 会议室 开会 工位 打印机 工牌 充电器 键盘 发票 预算 合同 工资 报销 邮件 日历 周报 周会 例会 投票 接龙 文档 表格 群 红包 团建 培训 办公室 门禁 电脑 笔记本 空调 wifi ppt 简历 面试 请假 年假 调休 加班 下班 上班"_s,
        u"boss manager ciso cto ceo vendor vendors customer customers client clients auditor auditors intern interns colleague colleagues dev devs developer developers hr finance legal marketing sales helpdesk team teams analyst analysts admins guys folks management supplier contractor contractors consultant networking ops devops sre compliance procurement pentester pentesters police lawyer partner partners users people person somebody's 老板 领导 经理 客户 厂商 同事 实习生 财务 人事 法务 运维 开发 产品 测试 销售 外包 审计 合规 主管 总监 老张 小王 小李 老王 大家 各位 网络组 安全组 警察 律师 乙方 甲方"_s,
        u"said says say saying told tells mentioned mentions claims claimed claiming reported reports confirmed confirms announced wrote replied answered emailed pinged complained complains complaining explained suggested suggests promised argued joked swears insisted thinks believes heard hears 说 说是 说了 说好 告诉 听说 提到 反映 投诉 通知说 表示 回复 答复 抱怨 建议 强调 据说"_s,
        u"think thought guess guessed believe suppose supposed wonder wondering wondered hope hopes hoping remember remembers forgot forget forgotten knew understand understood assume assumed assuming suspect suspected suspects noticed notice notices realised realized imagine doubt dunno unclear unsure reckon feel feels felt figure 觉得 以为 认为 估计 感觉 猜 怀疑 记得 忘了 忘记 想着 好像 似乎 貌似 据我 不知道 不清楚 希望 看来 看样子 应该是 可能是"_s,
        u"expired arrived ended began crashed broke broken died worked works helped helps improved fell rose came went left moved returned passed survived recovered behaved appeared disappeared vanished stayed grew rebooted restarted dropped 过期 到期 失效 崩溃 崩了 坏了 挂了 重启了 恢复了 好了 消失 上线了 下线了 升了 到了 来了 走了 结束了"_s,
        u"seems seem looks sounds sounded became become remains remain stays 看起来 看上去 显得 变得 属于"_s,
        u"always usually often sometimes rarely ever twice daily weekly monthly yearly regularly constantly every 总是 经常 通常 有时 偶尔 每次 每天 每周 每月 老是 一直 从来"_s,
        u"tomorrow later soon eventually someday planned plan plans planning scheduled upcoming next tonight 明天 后天 下周 下个月 改天 迟早 以后 回头 计划 打算 准备 将要 待会 等会 晚点 稍后 明年"_s,
        u"ago earlier previously formerly recently originally before 刚才 之前 以前 去年 上个月 前几天 那时 当时 曾经 上次 前阵子 早就"_s,
        u"many much few several most half lots dozens hundred hundreds thousand thousands million percent bunch couple 很多 许多 几个 一些 大部分 大多 一半 不少 全都 都是"_s,
        u"very really quite pretty too rather extremely super totally completely fully almost nearly barely hardly so 很 非常 太 挺 特别 相当 几乎 真的 有点"_s,
        u"policy policies rule rules procedure runbook documentation approval approvals approve approved audit audits review reviewed reviews compliance standard quarterly process-doc postmortem lessons report deadline sla kpi metrics dashboard grafana budget-item 规范 流程 制度 规定 标准 手册 评审 复盘 合规 考核 指标 文件夹 截止 申请 审批 需求 方案 报告 写报告"_s,
        u"backlog deployment feature features merge merged commit branch repo pipeline staging production prod library dependency dependencies rollback bug bugs ci builds unit-test refactor codebase 功能 合并 分支 仓库 流水线 上线 回滚 代码 版本 需求单 迭代 构建 部署"_s,
        u"rack racks cable cables disk disks fan power switch switches router firmware hardware datacenter ups battery spare shelf crawler balancer loadbalancer cdn scanner pentest monitor monitoring sensor sensors probe 机房 机柜 网线 硬盘 风扇 电源 交换机 路由器 硬件 负载均衡 爬虫 扫描器 代理 监控 探针 备件"_s,
        u"article blog podcast post tweet paper news book books course-book video videos link links story stories slides-deck 文章 博客 新闻 视频 链接 公众号 书 论文 帖子"_s,
        u"probably likely apparently presumably kinda sorta somehow possibly surely definitely obviously clearly 大概 也许 可能 估摸 肯定 显然 多半 反正 据悉 说不定"_s,
        u"yes yeah yep yup agreed exactly correct true indeed nope nah ack roger understood 对 对的 是的 嗯 好的 收到 没错 同意 行 可以的 明白 了解了 好嘞"_s,
        u"lol haha hehe rofl lmao omg wow ouch oops sigh ugh 哈哈 呵呵 嘿嘿 唉 哎 天哪 哇 厉害 牛 加油 辛苦了 笑死"_s,
        u"great nice awesome cool perfect lovely excellent happy glad brilliant fun funny amazing love fantastic interesting impressive useful handy clever smart proud welcome 不错 很好 太好了 开心 高兴 有意思 有趣 有用 漂亮 完美"_s,
        u"terrible awful horrible annoying sad angry tired sick hate sucks painful boring noisy slow broken-down ugly scary worried worrying stressful nightmare mess insane crazy stupid nonsense ridiculous 糟糕 烦 累 讨厌 无聊 吵 生气 难受 可怕 担心 乱 麻烦了 离谱 无语 慢 卡"_s,
        u"duplicate dupe identical similar same benign legit legitimate harmless fp false-positive false noise expected normal ours theirs mine yours hers known-good tuned tuning 误报 重复 正常的 预期 无害 一样 同一个 相同 我们的 他们的 自己的 自家 内部的"_s,
        u"nothing none nobody nowhere neither nor never 没人 没什么 没有人 没事 无所谓"_s,
        u"why because since therefore thus although though however while whereas otherwise unless 因为 所以 但是 不过 虽然 然而 否则 除非 只要 既然 毕竟"_s,
        u"spell pronounce mean means meaning called definition difference versus vs 意思 区别 什么叫 拼写 全称 缩写"_s,
        u"money price cost costs buy bought sell pay paid cheap expensive euro euros dollar dollars license licenses licence quota 钱 价格 多少钱 买 卖 付款 贵 便宜 成本 授权 额度"_s,
        u"need needs needed want wants wanted must should needs-to ought have-to 需要 想要 应该 必须 得 要不要"_s};
}

//! Small words by what they do in a sentence.
QList<FormList> smallForms()
{
    return {
        {u'p',
         u"on at in for with of from to by into onto off out over under via since until till through against between within without per about around behind 在 从 到 对 跟 和 与 于 往 向 由"_s},
        {u'c', u"and or but so than then as because if unless whether 或 或者 但 而 并 且"_s},
        {u'q',
         u"now today just already still again soon later yet also too even only right currently 已 就 再 又 也 还 都 才 刚 先 正"_s},
        {u's',
         u"them him us me himself herself myself yourself someone somebody everyone everybody anybody one ones other others another"_s},
        {u'b', u"been being be am was were had did done got gets getting went goes going"_s},
        {u'u', u"吗 呢 吧 了 啊 呀 过 嘛 啦 么"_s},
        {u'h', u"被 让 使 叫 给 将 把"_s},
        {u'k', u"需 能 可 会 要 想 得 该 应"_s}};
}

} // namespace wardroom::bot
