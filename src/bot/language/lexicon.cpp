// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/lexicon.h"

#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

QList<WordList> flagLists()
{
    return {
        {fillerWord,
         u"please pls plz kindly right now currently just quickly heck hell the a an our my again really exactly btw "
         u"thanks thank thx cheers host server machine box"_s},
        {lightWord,
         u"the a an is are any there do does me please of on at in for with about to from host server machine "
         u"的 在 上 吗 呢 请"_s},
        {prepositionWord, u"on at in for with of about to from onto into"_s},
        {greetingWord,
         u"hey hi hello yo ok okay so well um hmm morning good mate buddy pal dude quick sorry alright alrighty 嘿 嗨 喂"_s},
        {botName, u"wardroom @wardroom bot @bot"_s},
        {questionWord, u"what which who how where when is are any did does do have can 什 吗 谁 哪 怎 多"_s},
        {guardWord, u"not no never nope without dont cannot stop if unless maybe perhaps might may should would could "
                    u"wonder suppose imagine we us he she they him her them i someone anyone somebody anybody everyone "
                    u"everybody nobody who did was were had has have been already yesterday ago earlier later tomorrow "
                    u"tonight when once after before until till said says say asked ask told think thought guess will "
                    u"going plan planning let lets why because and or but than then like wish hope want wants wanted "
                    u"need needs remember remind instead joke kidding pretend example e.g \" "
                    u"不 别 勿 没 未 无 我 你 他 她 们 谁 会 想 说 了 过 若 如 或 和 但 应 该 能 要 为"_s},
        {hardWord,
         u"not no never nope without dont cannot if unless maybe perhaps might may should would could wonder "
         u"suppose imagine he she they did was were had has have been already ago earlier later tomorrow when "
         u"once after before until till said says asked told thought guess will going plan planning lets why "
         u"wish hope instead joke kidding pretend example e.g \" 不 别 勿 没 未 无 他 她 会 说 过 若 如 或 但 应 该 已 刚 昨 曾 后 记"_s},
        {pronounWord,
         u"it this that these those them everything all something anything nothing stuff things thing him "
         u"her me you us one some any both and or not to on at in for with of the is are was be as by up out "
         "now soon today later date everywhere anywhere away records record together back off down over package "
         "packages process processes account user undo level id rights connectivity place plug version traffic details "
         "circulation remote control "
         "containment suspension uplink cable wire rule policy ban lockout permission permissions privileges right side state history backlog status debt gap gaps window cycle cadence policy schedule plan progress list notes management situation overview ago time name number old new latest please box thing call case kind point part way cve cves"_s},
        {contraction, u"whats hows whos dont cant wont lets isnt didnt doesnt shouldnt arent wasnt couldnt wouldnt"_s}};
}

QStringList meaningLists()
{
    return {u"block ban blacklist blackhole denylist blocklist 封禁 封掉 封锁 屏蔽 拉黑 封堵 封杀"_s,
            u"unblock unban 解封 解禁"_s,
            u"isolate 隔离 断网"_s,
            u"lock disable suspend deactivate freeze 锁定 禁用 冻结 停用 锁住 锁掉"_s,
            u"unlock enable re-enable reenable reactivate unfreeze 解锁 启用 解冻"_s,
            u"patch update upgrade 修补 更新 升级"_s,
            u"kill terminate 终止 杀掉 杀死 结束 停止 停掉 干掉"_s,
            u"restore unquarantine 还原 恢复"_s,
            u"processes process procs 进程"_s,
            u"connections connection conns sockets 连接"_s,
            u"ports port 端口"_s,
            u"logins login log-ins sign-ins signins logons sign-in 登录 登陆"_s,
            u"logs log logfiles 日志"_s,
            u"changes change modifications 变更 变化 改动"_s,
            u"alerts alert alarms alarm 告警 警报 报警"_s,
            u"incident 事件 事故"_s,
            u"severity sev 严重程度 严重性 级别 严重级别 等级"_s,
            u"show display print"_s,
            u"search grep 搜索 查找 搜"_s,
            u"lookup 查询 查"_s,
            u"scan 扫描 查杀"_s,
            u"account user 账号 账户 帐号 用户 帐户"_s,
            u"fixes fix patches updates 修复 补丁"_s,
            u"vulnerable affected exposed 影响 受影响"_s,
            u"vulnerability vuln 漏洞"_s,
            u"hash checksum sha256 md5 sha1 digest fingerprint 哈希 校验和 散列 哈希值"_s,
            u"file 文件"_s,
            u"task todo to-do 任务 待办"_s,
            u"note 备注 笔记"_s,
            u"remind 提醒"_s,
            u"summary 概述 摘要 总结 概要"_s,
            u"handover hand-over handoff 交接 交班"_s,
            u"lead commander 负责人 指挥"_s,
            u"page 呼叫"_s,
            u"reopen re-open 重开 重新打开"_s,
            u"close 关闭 结案"_s,
            u"on-call oncall 值班"_s,
            u"address ip 地址"_s};
}

//! What is done to hosts, addresses, accounts and files.
QStringList toolTopics()
{
    return {
        u"block ban blacklist blackhole denylist blocklist deny reject refuse sinkhole nullroute null-route bar firewall ban-list banlist deny-list blackholed shun blocking banning 封禁 封掉 封锁 屏蔽 拉黑 封堵 封杀 封 黑名单 拦截 拦住 封住"_s,
        u"unblock unban un-block un-ban whitelist allow allowlist unblacklist 解封 解禁 放行 白名单 解除封禁 取消封禁 取消屏蔽 解除屏蔽"_s,
        u"isolate isolation contain cut disconnect unplug wall cordon airgap segregate sever 隔离 断网 断开 切断 断掉 下线"_s,
        u"release reconnect unisolate un-isolate rejoin deisolate 解除隔离 取消隔离 放出 放出来 重新联网 联网 接回 连回"_s,
        u"quarantine quarantined vault 隔离区 隔离箱"_s,
        u"unquarantine restore return 还原 恢复 放回 放回去 取回 找回"_s,
        u"network net offline lan nic 网络 网线"_s,
        u"drop kick keep throw fence knock 踢 丢 挡"_s,
        u"let bring put back return give 放 回"_s,
        u"alive online up reachable responding ping healthy 在线 活着"_s,
        u"lock disable suspend deactivate freeze revoke 锁定 禁用 冻结 停用 锁住 锁掉 锁 锁了 封号"_s,
        u"unlock enable re-enable reenable reactivate unsuspend unfreeze 解锁 启用 解冻 重新启用"_s,
        u"account user login-account userid username acct 账号 账户 帐号 用户 帐户"_s,
        u"kill terminate stop halt end shut sigkill 终止 杀掉 杀死 结束 停止 停掉 干掉 杀 关停 关掉 中止"_s,
        u"process processes procs pid pids daemon daemons service services program programs executing running runs run ps top cpu ram memory task-manager htop 进程 程序 服务 运行 在跑 跑着 跑 内存"_s,
        u"miner cryptominer malware virus viruses infected infection malicious trojan clean av antivirus clamav clamscan clam backdoor rootkit ransomware webshell scan scanned 病毒 恶意 木马 扫描 查杀 杀毒 扫一下 感染 挖矿 后门"_s,
        u"listening listen listens ports port sockets socket connections connection connected netstat ss peers peer outbound inbound traffic talking talk egress 端口 连接 监听 外连 通信 连着 外联 套接字"_s,
        u"login logins logon logons log-in sign-in sign-ins signin signins signed logged sshed ssh'd session sessions accessed access wtmp sshd authenticated 登录 登陆 上过 登进 登入 会话"_s,
        u"failed failures failure bad wrong invalid denied unsuccessful 失败 错误 报错 无效"_s,
        u"attempt attempts password passwords authentication auth 密码 尝试 认证"_s,
        u"changed changes change modified modifications modification altered edited touched different diff installed tampered 变更 变化 改动 修改 改过 改了 动过 装了 更改 被改"_s,
        u"log logs logfile logfiles syslog journal journald grep entries lines 日志 日志里"_s,
        u"search find look seek hunt 搜索 搜一下 查找 搜 找 找一下 检索"_s,
        u"vulnerable affected exposed exposure affect affects impacted impact 影响 受影响 波及 中招"_s,
        u"vulnerability vuln cves advisory bug 漏洞 通告"_s,
        u"patch update upgrade bump install apply roll 修补 更新 升级 补丁 打补丁 安装 补上"_s,
        u"patches patched gap gaps debt updates unpatched outdated outstanding fixes fix missing pending up-to-date unfixed upgrades upgradable 修复 未修复 过期 缺 没打 最新"_s,
        u"who whois whose owner owns 谁 是谁"_s,
        u"seen sightings sighting trace traces hits hit indicator ioc iocs anywhere everywhere 见过 出现过 出现 指标 哪里见过"_s,
        u"hash checksum sha256 md5 sha1 digest fingerprint sha256sum md5sum sha 哈希 校验和 散列 指纹"_s,
        u"file files binary executable script 文件 脚本"_s,
        u"alert alerts alarm alarms fired triggered came detections detection queue 告警 警报 报警"_s};
}

//! What is done in a room, and the small words that turn a sentence.
QStringList roomTopics()
{
    return {
        u"incident incidents 事件 事故"_s,
        u"severity sev level 严重程度 严重性 级别 严重级别 等级 级"_s,
        u"raise lower bump escalate downgrade raised reclassify 提高 升到 降到 升级为 改成 改为 调到 提到"_s,
        u"lead leads leading leader commander charge running-this command 负责人 指挥 负责 牵头 指挥权 主导"_s,
        u"page wake summon notify call ping pager paging 呼叫 叫醒 通知 叫来 打电话 喊"_s,
        u"on-call oncall rota shift duty schedule 值班 值班表 当班"_s,
        u"summary summarise summarize overview synopsis 概述 摘要 总结 概要 概况"_s,
        u"close closed wrap finish resolve resolved 关闭 结案 结束事件 关了 收尾"_s,
        u"reopen re-open reopened unclose again 重开 重新打开 再次打开 再打开"_s,
        u"open declare start create new raise spin 开启 创建 新建 宣布 建立 开一个 开个 建一个"_s,
        u"task tasks todo to-do to-dos todos action-item 任务 待办"_s,
        u"done complete completed finished tick check-off cross 完成 做完 勾掉 搞定"_s,
        u"add make assign put 添加 加一个 新增 安排 加"_s,
        u"note notes record jot timeline write 备注 笔记 记一下 记录 记下 时间线 写进"_s,
        u"remind reminder nudge timer reminders 提醒"_s,
        u"catch catchup recap tldr miss missed speed fill happened joined 错过 发生 进展 补一下 跟上"_s,
        u"handover hand-over handoff hand-off handing 交接 交班 交接班"_s,
        u"how explain help commands 怎么 如何 怎样 帮助 命令"_s,
        u"learn teach tutorial lesson lessons training practise practice exercise course 学 教我 教 教程 学习 课 练习"_s,
        u"status state health healthy situation condition ok okay alright fine doing well 状态 状况 情况 健康 正常 还好"_s,
        u"going happening wrong problem problems odd weird strange suspicious trouble issue issues acting 怎么了 问题 异常 可疑 出事 什么事"_s,
        u"show list display give get print 列出 显示 看看 查看 看下 看一下"_s,
        u"check inspect examine review 检查 查一下 查 了解"_s,
        u"reputation known geolocate geo history story country lookup background 来头 来源 从哪来 来历 归属 底细"_s,
        u"已经 封了 隔离了 锁过 打过"_s,
        u"i i'm i've we we've we're my our me 我 我们 咱们"_s,
        u"he she they him tom's somebody someone anyone anybody nobody 他 她 他们 有人 别人"_s,
        u"if unless once before after maybe perhaps should would could might until when 如果 要是 万一 除非 也许 可能 应该 等"_s,
        u"not don't never no without cannot 不 别 不要 没 没有 勿 不用 千万"_s};
}

QStringList topicLists()
{
    return toolTopics() + roomTopics();
}

QList<FormList> formLists()
{
    return {
        {u'w', u"what which who whose where when how why 谁 哪 什 怎 多 几 为"_s},
        {u'a',
         u"is are do does did has have was were can could would will should shall any anyone anybody anything 有 是"_s},
        {u'i', u"i we he she they you it my our your his her their 我 你 他 她 它 们"_s},
        {u't', u"the that this there those these a an 这 那"_s},
        {u'v',
         u"show list display give get print check inspect look search find grep block ban unblock unban isolate "
         u"release "
         u"contain lock unlock disable enable patch update upgrade install apply stop kill terminate end restore "
         u"quarantine scan hash open close reopen declare start create raise lower set make mark move page call wake "
         u"add remind note record write prepare generate tell explain summarise summarize describe investigate lift "
         u"remove take put bring let cut disconnect reconnect pull drop deny freeze suspend run do compute calculate "
         u"teach learn see go keep hand assign tick finish complete add push roll bring ship toss chuck throw yank "
         u"kick boot "
         u"nuke axe zap ping fetch dump post log raise spin draft compile produce pin stick drag confirm verify figure "
         u"dig "
         u"apt yum dnf usermod passwd ring grab trace examine determine revert undo bump change edit name appoint 封 "
         u"查 看 列 把 给 请 让 将 搜 扫 算 显 开 关 锁 解 "
         u"杀 停 "
         u"隔 恢 还 更 升 修 提 加 记 写 叫 呼 取 放 检 告 #block #unblock #isolate #lock #unlock #patch #kill "
         u"#restore "
         u"#search #lookup #scan #remind #page #close #reopen #show"_s},
        {u'n',
         u"not don't never no without if unless maybe perhaps before after once until 不 别 没 如 要 万 先 等"_s}};
}

} // namespace wardroom::bot
