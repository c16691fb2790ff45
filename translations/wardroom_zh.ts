<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Advice</name>
    <message>
        <source>This server forbids aliases, by which one node out of several runs something, so nothing that needs approval runs here. A policy admin has to name one runner in the policy (“runner”), or whoever runs the server has to let members make aliases.</source>
        <translation>此服务器禁止创建别名，而多个节点正是靠别名决定由谁执行，因此这里任何需要批准的操作都不会执行。策略管理员必须在策略中指定一个执行节点（“runner”），或者由服务器管理者允许成员创建别名。</translation>
    </message>
    <message>
        <source>The policy names a runner that is not in this workspace (any more): %1. Phones are not answered; a policy admin has to name another one.</source>
        <translation>策略指定的执行节点已不在（或从未在）此工作区：%1。手机消息不会得到回应；策略管理员必须另行指定一个。</translation>
    </message>
    <message>
        <source>If one of the %1 policy admins leaves, the others are too few to change the policy, for ever. Make somebody else an admin while all of them are there.</source>
        <translation>如果 %1 位策略管理员中有一位离开，剩下的人数就永远不足以更改策略。请趁所有人都在时再任命一位管理员。</translation>
    </message>
    <message>
        <source>%1 alone is policy admin. Who loses the only Wardroom they have needs two policy admins to come back, and if %1 does, nobody can change this workspace again. Make two more people admins.</source>
        <translation>只有 %1 一人是策略管理员。谁丢失了自己唯一的 Wardroom，都需要两位策略管理员才能重新加入；若 %1 丢失，则再也无人能更改此工作区。请再任命两位管理员。</translation>
    </message>
    <message>
        <source>%1 has one Wardroom. Let in a second one of theirs: it could let in the next.</source>
        <translation>%1 只有一个 Wardroom。请准许其第二个加入：以后可由它准许下一个加入。</translation>
    </message>
    <message>
        <source>%1 alone is policy admin: with that key lost, the workspace could never be changed again. Make somebody else an admin.</source>
        <translation>只有 %1 一人是策略管理员：若该密钥丢失，此工作区将再也无法更改。请再任命一位管理员。</translation>
    </message>
</context>
<context>
    <name>AlertCalls</name>
    <message>
        <source>Several alerts begin with %1.</source>
        <translation>有多条告警以 %1 开头。</translation>
    </message>
    <message>
        <source>There is no alert %1 here.</source>
        <translation>这里没有告警 %1。</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未处置</translation>
    </message>
    <message>
        <source>Claimed.</source>
        <translation>已认领。</translation>
    </message>
    <message>
        <source>Say how it turned out: true, false or benign.</source>
        <translation>请说明结果：真实、误报或良性。</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>已处置。</translation>
    </message>
    <message>
        <source>There is no open alert in this room; say what it is about with --title.</source>
        <translation>此房间中没有未处置的告警；请用 --title 说明事件的主题。</translation>
    </message>
    <message>
        <source>The severity is a number from 1 (worst) to 4.</source>
        <translation>严重程度是 1（最严重）到 4 的数字。</translation>
    </message>
    <message>
        <source>No incident was opened in that room.</source>
        <translation>那个房间中没有开启过事件。</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>已关闭。</translation>
    </message>
</context>
<context>
    <name>AlertCard</name>
    <message>
        <source>×%1 within a minute</source>
        <translation>一分钟内 ×%1</translation>
    </message>
    <message>
        <source>×%1 in %2</source>
        <translation>%2内 ×%1</translation>
    </message>
    <message>
        <source>That was me…</source>
        <translation>是我操作的…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认收到</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>处置…</translation>
    </message>
    <message>
        <source>Open incident room</source>
        <translation>开启事件房间</translation>
    </message>
    <message>
        <source>Go to incident room</source>
        <translation>前往事件房间</translation>
    </message>
    <message>
        <source>first %1</source>
        <translation>首次 %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>最近 %1</translation>
    </message>
</context>
<context>
    <name>AlertMapping</name>
    <message>
        <source>&quot;%1&quot; must be a text or a number.</source>
        <translation>“%1”必须是文本或数字。</translation>
    </message>
    <message>
        <source>Line %1 of the mapping: %2</source>
        <translation>映射文件第 %1 行：%2</translation>
    </message>
    <message>
        <source>The mapping is too large.</source>
        <translation>映射文件过大。</translation>
    </message>
    <message>
        <source>a mapping needs &quot;name&quot; and &quot;fields&quot;.</source>
        <translation>映射文件需要“name”和“fields”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field; there are %2.</source>
        <translation>没有“%1”这个字段；可用字段有 %2。</translation>
    </message>
    <message>
        <source>An alert has neither a scenario nor a title.</source>
        <translation>告警既没有 scenario，也没有 title。</translation>
    </message>
    <message>
        <source>The body must be an object.</source>
        <translation>请求正文必须是一个对象。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>“%1”必须是列表。</translation>
    </message>
    <message>
        <source>At most %1 alerts at once.</source>
        <translation>一次最多 %1 条告警。</translation>
    </message>
    <message>
        <source>Every alert must be an object.</source>
        <translation>每条告警都必须是一个对象。</translation>
    </message>
</context>
<context>
    <name>Automation</name>
    <message>
        <source>%1 runs, %2 verified, %3 failed, %4 undone</source>
        <translation>运行 %1 次，已核实 %2 次，失败 %3 次，撤销 %4 次</translation>
    </message>
    <message>
        <source>What disrupts never runs by itself, as the policy is.</source>
        <translation>按现行策略，会造成中断的命令从不自动运行。</translation>
    </message>
    <message>
        <source>It changes nothing, so there is nothing to grant.</source>
        <translation>它不改变任何东西，所以无需授予。</translation>
    </message>
    <message>
        <source>Its plugin is not vetted as it is now.</source>
        <translation>它的插件目前的内容未经审核。</translation>
    </message>
    <message>
        <source>Its record is not clean: %1.</source>
        <translation>它的记录不清白：%1。</translation>
    </message>
    <message>
        <source>It has %1 of %2 verified runs.</source>
        <translation>已核实的运行 %1 次，需要 %2 次。</translation>
    </message>
    <message>
        <source>A run went wrong, so it waits for approval again.</source>
        <translation>有一次运行出了问题，因此又需要等待批准。</translation>
    </message>
    <message>
        <source>Its files changed since it was allowed to run by itself, so it waits for approval again.</source>
        <translation>自获准自动运行以来，它的文件已改变，因此又需要等待批准。</translation>
    </message>
    <message>
        <source>This workspace has no policy yet.</source>
        <translation>此工作区还没有策略。</translation>
    </message>
    <message>
        <source>Only a policy admin can change this.</source>
        <translation>只有策略管理员可以更改。</translation>
    </message>
    <message>
        <source>A level is 0, 1, 2 or 3.</source>
        <translation>级别为 0、1、2 或 3。</translation>
    </message>
    <message>
        <source>There is no command %1 here.</source>
        <translation>这里没有命令 %1。</translation>
    </message>
    <message>
        <source>This desktop&apos;s record of %1 with these files: %2.</source>
        <translation>本桌面上 %1（以这些文件）的记录：%2。</translation>
    </message>
    <message>
        <source>%1 cannot run by itself: %2</source>
        <translation>%1 不能自动运行：%2</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>CRITICAL</source>
        <translation>危急</translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation>高</translation>
    </message>
    <message>
        <source>MEDIUM</source>
        <translation>中</translation>
    </message>
    <message>
        <source>LOW</source>
        <translation>低</translation>
    </message>
    <message>
        <source>INFO</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>DISRUPT</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>ROOM</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>READ</source>
        <translation>只读</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>%1 due %2</source>
        <translation>%1，截止 %2</translation>
    </message>
</context>
<context>
    <name>Bundles</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large to be read at once.</source>
        <translation>%1 过大，无法一次读取。</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>“%1” is not something a running Wardroom does.</source>
        <translation>正在运行的 Wardroom 不提供“%1”。</translation>
    </message>
    <message>
        <source>There is nobody called %1 here.</source>
        <translation>这里没有叫 %1 的人。</translation>
    </message>
    <message>
        <source>Several people are called %1; say the id.</source>
        <translation>有多个人叫 %1；请给出其 ID。</translation>
    </message>
    <message>
        <source>There is no room %1 here. There are: %2</source>
        <translation>这里没有聊天室 %1。现有：%2</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Resolved as %1 by %2</source>
        <translation>由 %2 处置为%1</translation>
    </message>
    <message>
        <source>%1: that was me</source>
        <translation>%1：是我操作的</translation>
    </message>
    <message>
        <source>%1: that was me, %2</source>
        <translation>%1：是我操作的，%2</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>%1 已确认收到</translation>
    </message>
    <message>
        <source>Nobody answered yet; called %1</source>
        <translation>尚无人响应；已呼叫 %1</translation>
    </message>
    <message>
        <source>ran %1</source>
        <translation>已执行 %1</translation>
    </message>
    <message>
        <source>read-only, ran by itself</source>
        <translation>只读，自动执行</translation>
    </message>
    <message>
        <source>asked for by %1</source>
        <translation>由 %1 请求</translation>
    </message>
    <message>
        <source>accepted by %1</source>
        <translation>由 %1 批准</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>ran on %1</source>
        <translation>在 %1 上执行</translation>
    </message>
    <message>
        <source>running on %1</source>
        <translation>正在 %1 上执行</translation>
    </message>
    <message>
        <source>step %1 of %2 · verify follows</source>
        <translation>第 %1 步，共 %2 步 · 随后验证</translation>
    </message>
    <message>
        <source>running</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>declined: %1</source>
        <translation>已拒绝：%1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>expired: nobody decided in time</source>
        <translation>已过期：无人在限期内作出决定</translation>
    </message>
    <message>
        <source>outcome unknown: a person must look</source>
        <translation>结果未知：必须有人查看</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>ran; reading back</source>
        <translation>已执行；正在回读核实</translation>
    </message>
    <message>
        <source>This claim does not add up: %1</source>
        <translation>此认领前后不符：%1</translation>
    </message>
    <message>
        <source>ran; nothing reads it back</source>
        <translation>已执行；不作回读核实</translation>
    </message>
    <message>
        <source>ran by itself (level 3)</source>
        <translation>已自动运行（3 级）</translation>
    </message>
    <message>
        <source>nobody accepted it</source>
        <translation>无人批准</translation>
    </message>
    <message numerus="yes">
        <source>waits for %n approval(s) of %1</source>
        <translation>
            <numerusform>等待 %1 的 %n 个批准</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody answered yet; everybody was called</source>
        <translation>尚无人回应；已呼叫所有人</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>%1 more remarks in the raw output</source>
        <translation>原始输出中还有 %1 条说明</translation>
    </message>
    <message>
        <source>%1 more tables in the raw output</source>
        <translation>原始输出中还有 %1 个表格</translation>
    </message>
    <message>
        <source>%1 tells how this ended, but its beginning is not in the room (deleted?): look at the host</source>
        <translation>%1 说明了此操作如何结束，但房间中没有它开始的记录（已被删除？）：请到主机上查看</translation>
    </message>
</context>
<context>
    <name>CatalogueModel</name>
    <message>
        <source>reads</source>
        <translation>只读取</translation>
    </message>
    <message>
        <source>says it in the room</source>
        <translation>在房间中记录</translation>
    </message>
    <message>
        <source>changes something</source>
        <translation>会改变某些东西</translation>
    </message>
    <message>
        <source>can interrupt a service</source>
        <translation>可能中断服务</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>There is no such message in this room.</source>
        <translation>此房间中没有这条消息。</translation>
    </message>
    <message>
        <source>Only who wrote a message can change it or take it away.</source>
        <translation>只有消息的作者才能修改或撤回它。</translation>
    </message>
    <message>
        <source>A fact on the record is neither changed nor taken away. Correct it with another one.</source>
        <translation>记录中的事实既不能修改，也不能撤回。请用另一条来更正。</translation>
    </message>
    <message>
        <source>You have reacted so already.</source>
        <translation>您已经这样回应过了。</translation>
    </message>
</context>
<context>
    <name>Character</name>
    <message>
        <source>“%1” may have no tone; only %2 may</source>
        <translation>“%1”不得有语气；只有 %2 可以</translation>
    </message>
    <message>
        <source>a line of “%1” is empty, too long or holds hidden signs</source>
        <translation>“%1”中有一行为空、过长或含隐藏字符</translation>
    </message>
    <message>
        <source>a line of “tip” has to say {thing}, and no other may</source>
        <translation>“tip”的每一行都必须包含 {thing}，其他行不得包含</translation>
    </message>
    <message>
        <source>“%1” has no English line</source>
        <translation>“%1”没有英文行</translation>
    </message>
    <message>
        <source>a tone has an id, a name and lines</source>
        <translation>语气包需要 id、name 和 lines</translation>
    </message>
</context>
<context>
    <name>CommandBook</name>
    <message>
        <source>declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Afterwards it is read back whether it worked.</source>
        <translation>之后会读回结果，确认是否生效。</translation>
    </message>
    <message>
        <source>Nothing reads back whether it worked.</source>
        <translation>没有任何步骤读回它是否生效。</translation>
    </message>
    <message>
        <source>It can be undone, at the same risk.</source>
        <translation>可以撤销，风险级别相同。</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>无法撤销。</translation>
    </message>
    <message>
        <source>Plugin %1 %2, by %3</source>
        <translation>插件 %1 %2，作者 %3</translation>
    </message>
    <message>
        <source>Nobody has vetted it as it is now, so even reading waits for approval.</source>
        <translation>它现在的样子还没有人审核，因此连读取也要等待批准。</translation>
    </message>
    <message>
        <source>Vetted by %1, to the byte.</source>
        <translation>由 %1 逐字节审核。</translation>
    </message>
    <message>
        <source>%1/%2, line %3: %4</source>
        <translation>%1/%2，第 %3 行：%4</translation>
    </message>
    <message>
        <source>It changes nothing outside of this room, so it needs no vetting.</source>
        <translation>它不会改动本房间以外的任何东西，因此不需要审核。</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>New</source>
        <translation>新消息</translation>
    </message>
    <message>
        <source>security tool</source>
        <translation>安全工具</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Suspect: kept and shown, but it changes nothing.</source>
        <translation>存疑：予以保留并显示，但不改变任何状态。</translation>
    </message>
    <message>
        <source>Waiting to be sent…</source>
        <translation>等待发送…</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>未发送。</translation>
    </message>
    <message>
        <source>It is not known whether the room has this.</source>
        <translation>无法确定房间是否已收到。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>此消息已删除。</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>↩ %1</source>
        <translation>↩ %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>It is signed and has its place in the record, so it cannot be discarded.</source>
        <translation>它已签名并在记录中占有位置，因此不能丢弃。</translation>
    </message>
    <message>
        <source>in thread: %1</source>
        <translation>讨论串：%1</translation>
    </message>
</context>
<context>
    <name>CrowdSecTool</name>
    <message>
        <source>CrowdSec does not accept the key that reads its decisions. Make one with &quot;cscli bouncers add&quot;.</source>
        <translation>CrowdSec 不接受用于读取封禁决定的密钥。请用“cscli bouncers add”新建一个。</translation>
    </message>
    <message>
        <source>Names that were tried: %1</source>
        <translation>尝试过的用户名：%1</translation>
    </message>
    <message>
        <source>CrowdSec answered with &quot;%1&quot;, for another %2.</source>
        <translation>CrowdSec 返回的是“%1”，对应的是另一个%2。</translation>
    </message>
    <message>
        <source>Say for how long, from 1s to 365d, for example 4h.</source>
        <translation>请说明时长，从 1s 到 365d，例如 4h。</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>Password guessing over SSH from %1</source>
        <translation>来自 %1 的 SSH 密码猜测</translation>
    </message>
    <message>
        <source>Attack on a known weakness of SSH from %1</source>
        <translation>来自 %1 的针对 SSH 已知漏洞的攻击</translation>
    </message>
    <message>
        <source>Attack on a known weakness from %1</source>
        <translation>来自 %1 的针对已知漏洞的攻击</translation>
    </message>
    <message>
        <source>Search for back doors from %1</source>
        <translation>来自 %1 的后门探查</translation>
    </message>
    <message>
        <source>Attempt to reach the database from %1</source>
        <translation>来自 %1 的数据库入侵尝试</translation>
    </message>
    <message>
        <source>Attempt to plant scripts from %1</source>
        <translation>来自 %1 的脚本植入尝试</translation>
    </message>
    <message>
        <source>Attempt to read files from %1</source>
        <translation>来自 %1 的文件读取尝试</translation>
    </message>
    <message>
        <source>Password guessing from %1</source>
        <translation>来自 %1 的密码猜测</translation>
    </message>
    <message>
        <source>Port scan from %1</source>
        <translation>来自 %1 的端口扫描</translation>
    </message>
    <message>
        <source>Scan from %1</source>
        <translation>来自 %1 的扫描</translation>
    </message>
    <message>
        <source>Probing from %1</source>
        <translation>来自 %1 的探测</translation>
    </message>
    <message>
        <source>Crawling from %1</source>
        <translation>来自 %1 的爬取</translation>
    </message>
    <message>
        <source>within a second</source>
        <translation>一秒内</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>在 %1 内</translation>
    </message>
    <message>
        <source>events: %1, %2 (%3)</source>
        <translation>事件：%1 次，%2（%3）</translation>
    </message>
</context>
<context>
    <name>Custody</name>
    <message>
        <source>the same up to %1</source>
        <translation>截至 %1 相同</translation>
    </message>
    <message>
        <source>nothing before it can be compared</source>
        <translation>此前没有可比较的内容</translation>
    </message>
    <message>
        <source>%1 has the same past: %2 facts up to %3.</source>
        <translation>%1 的历史与此处相同：截至 %3 共 %2 条事实。</translation>
    </message>
    <message>
        <source>%1 fixed %2 facts up to %3, and here are only %4 of them; %5. Compare bundles of both desktops.</source>
        <translation>%1 确认截至 %3 有 %2 条事实，而此处只有其中 %4 条；%5。请比较两台桌面导出的证据包。</translation>
    </message>
    <message>
        <source>%1 fixed %2 facts up to %3, and %4 are here: some came late, or were kept from %1; %5.</source>
        <translation>%1 确认截至 %3 有 %2 条事实，而此处有 %4 条：有些到得较晚，或者没有让 %1 看到；%5。</translation>
    </message>
    <message>
        <source>%1 has another past up to %2, with as many facts; %3. Compare bundles of both desktops.</source>
        <translation>%1 截至 %2 的历史与此处不同，事实数量却相同；%3。请比较两台桌面导出的证据包。</translation>
    </message>
    <message>
        <source>%1 has another past</source>
        <translation>%1 的历史与此不同</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 have another past</source>
        <translation>%1 的历史与此不同</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>names</comment>
        <translation>%1和%2</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>This profile&apos;s keys are in a file that is encrypted with a passphrase. Nothing to do.</source>
        <translation>此配置的密钥保存在用口令加密的文件中。无需处理。</translation>
    </message>
    <message>
        <source>Keys can be kept in the keychain. Nothing to do.</source>
        <translation>密钥可以保存在密钥环中。无需处理。</translation>
    </message>
    <message>
        <source>Keys will be kept in a file, encrypted with the passphrase in WARDROOM_PASSPHRASE_FILE. Nothing to do.</source>
        <translation>密钥将保存在文件中，用 WARDROOM_PASSPHRASE_FILE 中的口令加密。无需处理。</translation>
    </message>
    <message>
        <source>Or put a passphrase into a file that only you can read and set WARDROOM_PASSPHRASE_FILE to its path.</source>
        <translation>或者把口令写入只有您能读取的文件，并将 WARDROOM_PASSPHRASE_FILE 设为其路径。</translation>
    </message>
    <message>
        <source>Commands can run confined. Nothing to do.</source>
        <translation>命令可以在隔离环境中运行。无需处理。</translation>
    </message>
    <message>
        <source>%1. If that is wrong, set the clock: approvals expire by it.</source>
        <translation>%1。如果不对，请校准时钟：批准按它计算过期时间。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is wrong. Set it, or switch time synchronisation on: timedatectl set-ntp true</source>
        <translation>本机的时钟不对。请校准，或开启时间同步：timedatectl set-ntp true</translation>
    </message>
    <message>
        <source>%1 cannot be written to. Choose another folder with --profile.</source>
        <translation>无法写入 %1。请用 --profile 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Only %1 are free in %2. Make room: what cannot be written is not recorded.</source>
        <translation>%2 中仅剩 %1。请腾出空间：无法写入的内容就不会被记录。</translation>
    </message>
    <message>
        <source>%1 free in %2. Nothing to do.</source>
        <translation>%2 中可用 %1。无需处理。</translation>
    </message>
    <message>
        <source>It will be made when the workspace is opened. Nothing to do.</source>
        <translation>打开工作区时会创建它。无需处理。</translation>
    </message>
    <message>
        <source>Keep the file %1 and ask for help before using it again.</source>
        <translation>请保留文件 %1，再次使用之前先寻求帮助。</translation>
    </message>
    <message>
        <source>%1 lines of custody, chain intact. Nothing to do.</source>
        <translation>保管日志 %1 行，链条完好。无需处理。</translation>
    </message>
    <message>
        <source>There is no workspace in %1. Is the disk there that it is on?</source>
        <translation>%1 中没有工作区。它所在的磁盘接上了吗？</translation>
    </message>
    <message>
        <source>%1 cannot be written to. It has to belong to you.</source>
        <translation>无法写入 %1。它必须属于您。</translation>
    </message>
    <message>
        <source>%1 can be reached. Nothing to do.</source>
        <translation>可以访问 %1。无需处理。</translation>
    </message>
    <message>
        <source>There are no commands in %1. Set WARDROOM_RESOURCES to where Wardroom&apos;s files are.</source>
        <translation>%1 中没有命令。请将 WARDROOM_RESOURCES 设为 Wardroom 文件所在的位置。</translation>
    </message>
    <message>
        <source>%1 commands. Nothing to do.</source>
        <translation>%1 个命令。无需处理。</translation>
    </message>
    <message>
        <source>In use by the program that runs on this profile. Nothing to do.</source>
        <translation>正由运行在此配置上的程序使用。无需处理。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>NOT GOOD</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Not looked at: the program that runs on this profile has another workspace open.</source>
        <translation>未检查：使用此配置的程序打开的是另一个工作区。</translation>
    </message>
    <message>
        <source>Not looked at, because this profile&apos;s keys are locked: %1</source>
        <translation>未检查，因为此配置的密钥已锁定：%1</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 has to be a list of keys and values.</source>
        <translation>%1 必须是键值列表。</translation>
    </message>
    <message>
        <source>%1: “%2” is not known here.</source>
        <translation>%1：这里不认识“%2”。</translation>
    </message>
    <message>
        <source>%1: “%2” is not of the kind that is expected.</source>
        <translation>%1：“%2”的类型与预期不符。</translation>
    </message>
    <message>
        <source>%1: every host needs a name.</source>
        <translation>%1：每台主机都需要名称。</translation>
    </message>
    <message>
        <source>%1: everybody needs a name.</source>
        <translation>%1：每个人都需要姓名。</translation>
    </message>
    <message>
        <source>There is no node %1 in this workspace.</source>
        <translation>此工作区中没有节点 %1。</translation>
    </message>
    <message>
        <source>That node is revoked already.</source>
        <translation>该节点已被吊销。</translation>
    </message>
    <message>
        <source>Only a policy admin can revoke somebody else&apos;s node.</source>
        <translation>只有策略管理员才能吊销他人的节点。</translation>
    </message>
    <message>
        <source>The control room is not here.</source>
        <translation>控制室不在这里。</translation>
    </message>
    <message>
        <source>The workspace did not take this revocation.</source>
        <translation>工作区未接受此次吊销。</translation>
    </message>
    <message>
        <source>No node %1 asks to be let in.</source>
        <translation>没有节点 %1 请求加入。</translation>
    </message>
    <message>
        <source>Only a policy admin, or the person&apos;s own node, can let it in.</source>
        <translation>只有策略管理员或本人自己的节点才能准许其加入。</translation>
    </message>
    <message>
        <source>There is nobody called %1 here.</source>
        <translation>这里没有叫 %1 的人。</translation>
    </message>
    <message>
        <source>Several people are called %1; say the id.</source>
        <translation>有几个人叫 %1；请写出标识。</translation>
    </message>
    <message>
        <source>There is no room %1 here.</source>
        <translation>这里没有房间 %1。</translation>
    </message>
</context>
<context>
    <name>Drill</name>
    <message>
        <source>“%1” must be a list of 1 to %2</source>
        <translation>“%1”必须是 1 到 %2 项的列表</translation>
    </message>
    <message>
        <source>an alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>small letters and /</source>
        <translation>小写字母和 /</translation>
    </message>
    <message>
        <source>what happens</source>
        <translation>发生的事</translation>
    </message>
    <message>
        <source>an attack</source>
        <translation>攻击</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>a package&apos;s name</source>
        <translation>软件包名</translation>
    </message>
    <message>
        <source>a name that the host&apos;s kind knows</source>
        <translation>该类主机已知的名称</translation>
    </message>
    <message>
        <source>“done”</source>
        <translation>“done”</translation>
    </message>
    <message>
        <source>a command like host.status</source>
        <translation>形如 host.status 的命令</translation>
    </message>
    <message>
        <source>“done” says one thing that the record has to show</source>
        <translation>“done”只写一件记录中必须出现的事</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>a name of small letters</source>
        <translation>小写字母组成的名称</translation>
    </message>
    <message>
        <source>a drill&apos;s host</source>
        <translation>演练主机</translation>
    </message>
    <message>
        <source>a host&apos;s name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>a drill reaches a practice host and nothing else: “reach: practice” is expected</source>
        <translation>演练只访问演练主机：应为“reach: practice”</translation>
    </message>
    <message>
        <source>a drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>同事</translation>
    </message>
</context>
<context>
    <name>FileBox</name>
    <message>
        <source>fetching, %1 %</source>
        <translation>正在获取，%1 %</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>显示图片</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>This file is not here any more. Fetch it again.</source>
        <translation>这里已没有这个文件。请重新获取。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written. Make room, or look at its rights.</source>
        <translation>无法写入文件夹 %1。请腾出空间，或检查其权限。</translation>
    </message>
    <message>
        <source>The file could not be kept: %1. Make room on the disk.</source>
        <translation>文件无法保存：%1。请在磁盘上腾出空间。</translation>
    </message>
</context>
<context>
    <name>Founding</name>
    <message>
        <source>The room did not show what was just said. Check the connection.</source>
        <translation>房间没有显示刚才发出的内容。请检查连接。</translation>
    </message>
    <message>
        <source>The workspace did not take this invitation: it was used already, or it has expired. Ask for a new one.</source>
        <translation>工作区未接受此邀请：它已被使用或已过期。请索取新的邀请。</translation>
    </message>
    <message>
        <source>What the detection tools see</source>
        <translation>检测工具看到的情况</translation>
    </message>
    <message>
        <source>Everyday security talk</source>
        <translation>日常安全交流</translation>
    </message>
    <message>
        <source>Changes handed to IT</source>
        <translation>移交给 IT 的变更</translation>
    </message>
    <message>
        <source>Members of this room approve changes</source>
        <translation>此房间的成员负责批准变更</translation>
    </message>
</context>
<context>
    <name>Governance</name>
    <message>
        <source>%1 is not in this workspace, and so cannot be a policy admin.</source>
        <translation>%1 不在此工作区，因此不能担任策略管理员。</translation>
    </message>
    <message>
        <source>A policy needs at least one person as its admin.</source>
        <translation>策略至少需要一个人担任管理员。</translation>
    </message>
    <message>
        <source>A level is 0, 1, 2 or 3.</source>
        <translation>级别为 0、1、2 或 3。</translation>
    </message>
    <message>
        <source>Only a policy admin can change the policy or the inventory.</source>
        <translation>只有策略管理员可以更改策略或清单。</translation>
    </message>
    <message>
        <source>policy admins</source>
        <translation>策略管理员</translation>
    </message>
    <message>
        <source>This Wardroom cannot read all of it; it may be older than the one that asked.</source>
        <translation>此 Wardroom 无法完整读取；它可能比提出请求的版本旧。</translation>
    </message>
    <message>
        <source>Nothing but the version&apos;s number.</source>
        <translation>除版本号外没有变化。</translation>
    </message>
    <message>
        <source>Publish policy %1</source>
        <translation>发布策略 %1</translation>
    </message>
    <message>
        <source>Publish inventory %1</source>
        <translation>发布清单 %1</translation>
    </message>
    <message>
        <source>Another policy admin has to agree: propose it.</source>
        <translation>需要另一位策略管理员同意：请提出请求。</translation>
    </message>
    <message>
        <source>Somebody else is publishing this version of the policy; look at theirs first.</source>
        <translation>有人正在发布此版本的策略；请先看看他们的。</translation>
    </message>
    <message>
        <source>The workspace did not take this policy; look at the one that holds first.</source>
        <translation>工作区没有接受此策略；请先看看现行的策略。</translation>
    </message>
    <message>
        <source>Policy %1 cannot be published: its lock is held by %2, which is no node of this workspace.</source>
        <translation>策略 %1 无法发布：它的锁由 %2 持有，而它不是此工作区的节点。</translation>
    </message>
    <message>
        <source>This workspace is for practice; %1 is no practice host and cannot be listed.</source>
        <translation>此工作区仅用于演练；%1 不是演练主机，不能列入。</translation>
    </message>
    <message>
        <source>%1 can only be vetted in your own name.</source>
        <translation>只能以你自己的名义审定 %1。</translation>
    </message>
    <message>
        <source>%1 is your own: somebody else than the author has to vet it.</source>
        <translation>%1 是你自己写的：必须由作者以外的人审定。</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>，以及另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no policy here yet, so nothing runs.</source>
        <translation>这里还没有策略，因此什么都不会运行。</translation>
    </message>
    <message>
        <source>%1 is not connected on this desktop; somebody whose desktop has it can ask.</source>
        <translation>这台桌面没有连接 %1；由连接了它的同事来请求。</translation>
    </message>
    <message>
        <source>There are no hosts here yet; a policy admin can add some: %1.</source>
        <translation>这里还没有主机；策略管理员可以添加：%1。</translation>
    </message>
    <message>
        <source>A policy admin can change that: %1.</source>
        <translation>策略管理员可以更改：%1。</translation>
    </message>
    <message>
        <source>not for you now. %1</source>
        <translation>你现在不能用。%1</translation>
    </message>
    <message>
        <source>answers you alone</source>
        <translation>只回答你一人</translation>
    </message>
    <message>
        <source>goes on the record</source>
        <translation>记入记录</translation>
    </message>
    <message>
        <source>only reads, runs by itself</source>
        <translation>只读取，自动运行</translation>
    </message>
    <message numerus="yes">
        <source>needs %n approval(s) of %1</source>
        <translation>
            <numerusform>需要 %1 的 %n 个批准</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, where nobody but you is yet</source>
        <translation>%1，而那里目前只有你</translation>
    </message>
</context>
<context>
    <name>HttpStep</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>The address cannot be made from these arguments.</source>
        <translation>无法用这些参数生成地址。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>无法连接 %1：%2</translation>
    </message>
    <message>
        <source>%1 answered %2: %3</source>
        <translation>%1 返回 %2：%3</translation>
    </message>
    <message>
        <source>%1 answered something that is no JSON.</source>
        <translation>%1 返回的内容不是 JSON。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 answered without “%2”, so its answers have another form than the manifest says: %3</source>
        <translation>%1 的回答中没有“%2”，因此其回答的形式与清单所写的不同：%3</translation>
    </message>
</context>
<context>
    <name>ImportCalls</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>It was not imported: only a bundle that is complete and unaltered is.</source>
        <translation>未导入：只导入完整且未被改动的证据包。</translation>
    </message>
    <message>
        <source>It had been imported before; nothing was changed.</source>
        <translation>此前已导入过；未作任何更改。</translation>
    </message>
    <message>
        <source>Nobody vouches for who signed it; give the fingerprint of its workspace with --trust where you have it.</source>
        <translation>无人为签名者作保；如有其工作区的指纹，请用 --trust 给出。</translation>
    </message>
</context>
<context>
    <name>ImportedRoom</name>
    <message>
        <source>What is kept of an imported room cannot be read.</source>
        <translation>无法读取为导入的房间所保存的内容。</translation>
    </message>
    <message>
        <source>Left out by whoever exported it: %1</source>
        <translation>导出者略去了：%1</translation>
    </message>
    <message>
        <source>Imported and read-only: exported by %1</source>
        <translation>已导入，只读：由 %1 导出</translation>
    </message>
    <message>
        <source>This room was imported from a bundle: it is a record of somebody&apos;s past, and nothing can be added to it.</source>
        <translation>此房间从证据包导入：它是他人过往的记录，不能添加任何内容。</translation>
    </message>
</context>
<context>
    <name>InWorkspace</name>
    <message>
        <source>This profile has no workspace yet. Make one: wardroomctl workspace add local NAME</source>
        <translation>此配置还没有工作区。请新建一个：wardroomctl workspace add local NAME</translation>
    </message>
    <message>
        <source>No program runs on this profile.</source>
        <translation>没有程序在使用此配置。</translation>
    </message>
    <message>
        <source>A program runs on this profile, but does not answer: %1</source>
        <translation>有程序在使用此配置，但没有响应：%1</translation>
    </message>
</context>
<context>
    <name>InventoryCalls</name>
    <message>
        <source>A host is reached as local, practice or ssh.</source>
        <translation>主机的访问方式为 local、practice 或 ssh。</translation>
    </message>
    <message>
        <source>A practice host is a folder: --root DIR</source>
        <translation>演练主机是一个文件夹：--root DIR</translation>
    </message>
    <message>
        <source>Only a policy admin can change the inventory.</source>
        <translation>只有策略管理员才能更改主机清单。</translation>
    </message>
    <message>
        <source>%1 is another host&apos;s alias already.</source>
        <translation>%1 已是另一台主机的别名。</translation>
    </message>
    <message>
        <source>%1 is in the inventory.</source>
        <translation>%1 已在主机清单中。</translation>
    </message>
    <message>
        <source>its folder %1 is not there</source>
        <translation>其文件夹 %1 不存在</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>There is no node %1 in this workspace (any more).</source>
        <translation>此工作区中（已）没有节点 %1。</translation>
    </message>
    <message>
        <source>Say which nodes reach it: --nodes all, or their ids from node list.</source>
        <translation>请指明哪些节点可访问它：--nodes all，或 node list 中的节点标识。</translation>
    </message>
    <message>
        <source>Say how %1 is reached: --address HOST --user NAME --host-key KEY over SSH, --root DIR for a practice host, or --reach local if it is this machine.</source>
        <translation>请说明如何到达 %1：经 SSH 用 --address HOST --user NAME --host-key KEY，演练主机用 --root DIR，若就是本机则用 --reach local。</translation>
    </message>
</context>
<context>
    <name>JsonAnswer</name>
    <message>
        <source>The JSON is nested too deeply.</source>
        <translation>JSON 嵌套过深。</translation>
    </message>
    <message>
        <source>This is not JSON (%1, at byte %2).</source>
        <translation>这不是 JSON（%1，第 %2 字节处）。</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>The passphrase file %1 cannot be read: %2</source>
        <translation>无法读取口令文件 %1：%2</translation>
    </message>
    <message>
        <source>The passphrase file %1 is empty.</source>
        <translation>口令文件 %1 为空。</translation>
    </message>
    <message>
        <source>Wardroom needs a place for its keys. Put a passphrase into a file that only you can read and set WARDROOM_PASSPHRASE_FILE to its path, or give systemd the credential wardroom.passphrase, or run this in a terminal to be asked for it.</source>
        <translation>Wardroom 需要一个存放密钥的地方。请把口令写入只有您能读取的文件，并将 WARDROOM_PASSPHRASE_FILE 设为其路径；或为 systemd 提供凭据 wardroom.passphrase；或在终端中运行，届时会提示输入。</translation>
    </message>
    <message>
        <source>This profile&apos;s keys are in the keychain, which cannot be reached: %1</source>
        <translation>此配置的密钥保存在密钥环中，但无法访问密钥环：%1</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>The profile&apos;s inventory could not be read, so no host is known: %1</source>
        <translation>无法读取此配置的主机清单，因此不知道任何主机：%1</translation>
    </message>
    <message>
        <source>the profile&apos;s inventory</source>
        <translation>此配置的主机清单</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Line %1 is not JSON with a “text”.</source>
        <translation>第 %1 行不是含有“text”的 JSON。</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>What you write now is kept here and sent by itself later.</source>
        <translation>您现在写的内容会保存在本机，稍后自动发送。</translation>
    </message>
    <message>
        <source>One message waits here and is sent by itself later.</source>
        <translation>有一条消息在本机等待，稍后自动发送。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The workspace&apos;s folder</source>
        <translation>工作区的文件夹</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>自 %1 起离线</translation>
    </message>
    <message>
        <source>%1 has not been reached since %2. You can read everything that was here. %3 Wardroom tries again by itself; if others reach it, check this machine&apos;s network.</source>
        <translation>自 %2 起无法连接 %1。此前已有的内容均可阅读。%3 Wardroom 会自动重试；如果他人能够连接，请检查本机的网络。</translation>
    </message>
    <message>
        <source>The last of it came at %1.</source>
        <translation>最近一次收到内容是在 %1。</translation>
    </message>
    <message>
        <source>Live: what others say appears here at once. %1</source>
        <translation>实时：他人所说会立即显示在这里。%1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Asking %1 what happened since. %2</source>
        <translation>正在向 %1 询问此后发生的情况。%2</translation>
    </message>
    <message>
        <source>Catching up…</source>
        <translation>正在补齐…</translation>
    </message>
    <message>
        <source>Reading what happened while this desktop was away. Nothing is decided or run from here until that is done.</source>
        <translation>正在读取本机离线期间发生的情况。完成之前，不会从这里作出决定或执行操作。</translation>
    </message>
    <message>
        <source>Slowed down until %1</source>
        <translation>限速至 %1</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>%1 has ended this desktop&apos;s sign-in. You can read everything that was here. %2 Sign in again to go on; nothing is lost.</source>
        <translation>%1 已结束本机的登录。此前已有的内容均可阅读。%2 重新登录即可继续；不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>This workspace is switched off on this desktop.</source>
        <translation>此工作区在本机上已停用。</translation>
    </message>
    <message>
        <source>%1 · %2 alone runs</source>
        <translation>%1 · 仅由 %2 执行</translation>
    </message>
    <message>
        <source>This server forbids the locks by which one node out of several runs something, so only %1 runs commands, as the policy says.</source>
        <translation>此服务器禁止使用锁来决定由哪个节点执行，因此按策略只有 %1 执行命令。</translation>
    </message>
    <message>
        <source>%1 asks this desktop to wait until %2. %3 There is nothing to do: what you type goes first.</source>
        <translation>%1 要求此桌面等到 %2。%3 无需操作：您输入的内容会最先发送。</translation>
    </message>
</context>
<context>
    <name>LocalText</name>
    <message>
        <source>The attachment is larger than %1 MB.</source>
        <translation>附件超过 %1 MB。</translation>
    </message>
    <message>
        <source>The attachment could not be kept: %1.</source>
        <translation>无法保存附件：%1。</translation>
    </message>
    <message>
        <source>No attachment was named.</source>
        <translation>未指定附件。</translation>
    </message>
    <message>
        <source>The attachment %1 is not here.</source>
        <translation>附件 %1 不在这里。</translation>
    </message>
    <message>
        <source>The attachment %1 could not be read.</source>
        <translation>无法读取附件 %1。</translation>
    </message>
    <message>
        <source>The attachment %1 is larger than allowed.</source>
        <translation>附件 %1 超过允许的大小。</translation>
    </message>
    <message>
        <source>The attachment %1 is not what it was: its file was changed or damaged.</source>
        <translation>附件 %1 与原先不符：其文件已被更改或损坏。</translation>
    </message>
    <message>
        <source>That is not a place in a local workspace&apos;s log.</source>
        <translation>这不是本地工作区日志中的位置。</translation>
    </message>
    <message>
        <source>A workspace needs a folder, an id and a founder.</source>
        <translation>工作区需要文件夹、ID 和创建者。</translation>
    </message>
    <message>
        <source>A workspace is opened by a person and a node.</source>
        <translation>工作区须由人员和节点打开。</translation>
    </message>
    <message>
        <source>No folder was named.</source>
        <translation>未指定文件夹。</translation>
    </message>
    <message>
        <source>The log in %1 is damaged, or not a log.</source>
        <translation>%1 中的日志已损坏，或者不是日志。</translation>
    </message>
    <message>
        <source>There is no workspace in %1.</source>
        <translation>%1 中没有工作区。</translation>
    </message>
    <message>
        <source>The workspace in %1 was written by a newer Wardroom. Update this one first; nothing was changed.</source>
        <translation>%1 中的工作区由更新版本的 Wardroom 写入。请先更新本程序；未作任何更改。</translation>
    </message>
    <message>
        <source>%1 holds another workspace than the one you joined.</source>
        <translation>%1 中的工作区不是您加入的那个。</translation>
    </message>
    <message>
        <source>A message needs a transaction name of at most 200 characters.</source>
        <translation>消息需要事务名，且不超过 200 个字符。</translation>
    </message>
    <message>
        <source>The message is longer than %1 characters. Attach it as a file.</source>
        <translation>消息超过 %1 个字符。请作为文件附上。</translation>
    </message>
    <message>
        <source>The envelope is longer than 2 KB.</source>
        <translation>信封超过 2 KB。</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>消息为空。</translation>
    </message>
    <message>
        <source>A card that changes cannot carry an envelope.</source>
        <translation>会变化的卡片不能携带信封。</translation>
    </message>
    <message>
        <source>Another message was sent under this transaction; it stands.</source>
        <translation>此事务下已发送了另一条消息；以那条为准。</translation>
    </message>
    <message>
        <source>The log in %1 is older than what this Wardroom has already read from it. Was it restored from a backup?</source>
        <translation>%1 中的日志比本 Wardroom 已读取的更旧。它是从备份恢复的吗？</translation>
    </message>
    <message>
        <source>You are not in this room.</source>
        <translation>您不在此房间中。</translation>
    </message>
    <message>
        <source>There is no such room.</source>
        <translation>没有这个房间。</translation>
    </message>
    <message>
        <source>This room is archived.</source>
        <translation>此房间已归档。</translation>
    </message>
    <message>
        <source>There is a room named %1 already.</source>
        <translation>已有名为 %1 的房间。</translation>
    </message>
    <message>
        <source>A room&apos;s name has 1 to 80 visible characters and no # before it.</source>
        <translation>房间名称须为 1 到 80 个可见字符，且前面不带 #。</translation>
    </message>
    <message>
        <source>A workspace has exactly one control room.</source>
        <translation>一个工作区有且只有一个控制室。</translation>
    </message>
    <message>
        <source>Somebody without a name cannot be invited.</source>
        <translation>无法邀请没有姓名的人。</translation>
    </message>
    <message>
        <source>You may not invite people into this room.</source>
        <translation>您无权邀请他人进入此房间。</translation>
    </message>
    <message>
        <source>There is no such message in this room.</source>
        <translation>此房间中没有这条消息。</translation>
    </message>
    <message>
        <source>Only who wrote a message can take it away.</source>
        <translation>只有消息的作者才能将其删除。</translation>
    </message>
    <message>
        <source>A fact on the record is not taken away. Correct it with another one.</source>
        <translation>已入记录的事实不能删除。请用另一条事实更正。</translation>
    </message>
    <message>
        <source>The workspace&apos;s log could not be used: %1.</source>
        <translation>无法使用工作区的日志：%1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>There is a workspace in %1 already.</source>
        <translation>%1 中已有一个工作区。</translation>
    </message>
    <message>
        <source>%1 holds other files. Choose an empty folder.</source>
        <translation>%1 中有其他文件。请选择空文件夹。</translation>
    </message>
    <message>
        <source>%1 belongs to another user of this machine.</source>
        <translation>%1 属于本机的另一个用户。</translation>
    </message>
    <message>
        <source>Another node holds this lock.</source>
        <translation>此锁由另一个节点持有。</translation>
    </message>
    <message>
        <source>Only who made this room may do that.</source>
        <translation>只有创建此房间的人才能这样做。</translation>
    </message>
    <message>
        <source>Nobody takes themselves out of a room: leave it.</source>
        <translation>不能把自己移出房间：请离开房间。</translation>
    </message>
    <message>
        <source>Whoever can open the folder is in this room. Revoke the person&apos;s node instead.</source>
        <translation>能打开该文件夹的人都在此房间中。请改为撤销此人的节点。</translation>
    </message>
    <message>
        <source>This person is not in the room.</source>
        <translation>此人不在该房间中。</translation>
    </message>
    <message>
        <source>A room&apos;s topic has at most 1,000 characters.</source>
        <translation>房间主题最多 1,000 个字符。</translation>
    </message>
    <message>
        <source>Only who wrote a message can change it.</source>
        <translation>只有消息的作者才能修改它。</translation>
    </message>
    <message>
        <source>A fact on the record is not changed. Correct it with another one.</source>
        <translation>记录中的事实不能修改。请用另一条来更正。</translation>
    </message>
    <message>
        <source>Only words can be changed.</source>
        <translation>只能修改文字。</translation>
    </message>
</context>
<context>
    <name>MatrixText</name>
    <message>
        <source>The stored sign-in is damaged. Sign in again.</source>
        <translation>保存的登录信息已损坏。请重新登录。</translation>
    </message>
    <message>
        <source>The stored place in the server&apos;s record is damaged.</source>
        <translation>所保存的服务器记录位置已损坏。</translation>
    </message>
    <message>
        <source>There is no such message in this room.</source>
        <translation>此房间中没有这条消息。</translation>
    </message>
    <message>
        <source>The workspace was closed.</source>
        <translation>工作区已关闭。</translation>
    </message>
    <message>
        <source>This attachment is not on the server.</source>
        <translation>此附件不在服务器上。</translation>
    </message>
    <message>
        <source>The server takes no file larger than %1 MB.</source>
        <translation>服务器不接收超过 %1 MB 的文件。</translation>
    </message>
    <message>
        <source>The server gave other bytes than the message names. They were thrown away.</source>
        <translation>服务器给出的数据与消息所指的不符，已丢弃。</translation>
    </message>
    <message>
        <source>There is no such room.</source>
        <translation>没有这个房间。</translation>
    </message>
    <message>
        <source>A message needs a transaction name of at most 150 characters.</source>
        <translation>消息需要事务名，且不超过 150 个字符。</translation>
    </message>
    <message>
        <source>The message is longer than %1 characters. Attach it as a file.</source>
        <translation>消息超过 %1 个字符。请作为文件附上。</translation>
    </message>
    <message>
        <source>The envelope is longer than 2 KB.</source>
        <translation>信封超过 2 KB。</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>消息为空。</translation>
    </message>
    <message>
        <source>A card that changes cannot carry an envelope.</source>
        <translation>会变化的卡片不能携带信封。</translation>
    </message>
    <message>
        <source>The envelope is not text.</source>
        <translation>信封不是文本。</translation>
    </message>
    <message>
        <source>The server did not say what became of the message.</source>
        <translation>服务器没有说明消息的处理结果。</translation>
    </message>
    <message>
        <source>The message is too long for this server. Attach it as a file.</source>
        <translation>消息超过此服务器的长度上限。请作为文件附上。</translation>
    </message>
    <message>
        <source>Another message was sent under this transaction; it stands.</source>
        <translation>此事务下已发送了另一条消息；以那条为准。</translation>
    </message>
    <message>
        <source>Only who wrote a message can take it away.</source>
        <translation>只有消息的作者才能将其删除。</translation>
    </message>
    <message>
        <source>A fact on the record is not taken away. Correct it with another one.</source>
        <translation>已入记录的事实不能删除。请用另一条事实更正。</translation>
    </message>
    <message>
        <source>The server did not answer as a Matrix server does.</source>
        <translation>服务器的响应不符合 Matrix 规范。</translation>
    </message>
    <message>
        <source>%1 The server says: %2</source>
        <translation>%1 服务器称：%2</translation>
    </message>
    <message>
        <source>Another node holds this lock.</source>
        <translation>此锁由另一个节点持有。</translation>
    </message>
    <message>
        <source>Only who wrote a message can change it.</source>
        <translation>只有消息的作者才能修改它。</translation>
    </message>
    <message>
        <source>A fact on the record is not changed. Correct it with another one.</source>
        <translation>记录中的事实不能修改。请用另一条来更正。</translation>
    </message>
    <message>
        <source>Only words can be changed.</source>
        <translation>只能修改文字。</translation>
    </message>
</context>
<context>
    <name>MemberCalls</name>
    <message>
        <source>%1 is out.</source>
        <translation>%1 已被移出。</translation>
    </message>
    <message>
        <source>You are out of it. What was said there stays on the record.</source>
        <translation>您已离开。在那里说过的话仍保留在记录中。</translation>
    </message>
    <message>
        <source>You are in it.</source>
        <translation>您已加入。</translation>
    </message>
    <message>
        <source>nobody of this workspace</source>
        <translation>不属于此工作区</translation>
    </message>
    <message>
        <source>The invitation is declined.</source>
        <translation>已拒绝邀请。</translation>
    </message>
    <message>
        <source>The room is called #%1 now.</source>
        <translation>房间现名为 #%1。</translation>
    </message>
    <message>
        <source>The room has no topic now.</source>
        <translation>房间现在没有主题。</translation>
    </message>
    <message>
        <source>The room has this topic now.</source>
        <translation>房间现在采用此主题。</translation>
    </message>
</context>
<context>
    <name>Nearest</name>
    <message>
        <source> — did you mean “%1”?</source>
        <translation> —— 您是指“%1”吗？</translation>
    </message>
</context>
<context>
    <name>Nodes</name>
    <message>
        <source>It is this one: afterwards this window reads and talks, and nothing it signs counts.</source>
        <translation>就是本机：此后此窗口只能阅读和发言，它签名的内容都不算数。</translation>
    </message>
    <message>
        <source>Phones are not answered any more until the policy names another runner.</source>
        <translation>在策略指定另一个执行节点之前，手机消息将不再得到回应。</translation>
    </message>
    <message>
        <source>It reads on until its sign-in at the chat server is ended, too.</source>
        <translation>在聊天服务器上的登录也结束之前，它仍可继续阅读。</translation>
    </message>
    <message>
        <source>%1 has no other and is the only policy admin: nobody could change this workspace again, for ever. Make somebody else an admin first.</source>
        <translation>%1 没有其他 Wardroom，且是唯一的策略管理员：此后将永远无人能更改此工作区。请先任命另一位管理员。</translation>
    </message>
    <message>
        <source>%1 has no other, and a next one has to be let in by two policy admins. There would be one. Make somebody else an admin first.</source>
        <translation>%1 没有其他 Wardroom，下一个须由两位策略管理员准许加入，而届时只有一位。请先任命另一位管理员。</translation>
    </message>
    <message>
        <source>%1 has no other; a next one has to be let in by two policy admins.</source>
        <translation>%1 没有其他 Wardroom；下一个须由两位策略管理员准许加入。</translation>
    </message>
    <message>
        <source>Only a policy admin, or the person&apos;s own Wardroom, can let it in.</source>
        <translation>只有策略管理员或本人自己的 Wardroom 才能准许其加入。</translation>
    </message>
    <message>
        <source>Only a policy admin can revoke somebody else&apos;s Wardroom.</source>
        <translation>只有策略管理员才能吊销他人的 Wardroom。</translation>
    </message>
</context>
<context>
    <name>OperationCalls</name>
    <message>
        <source>There is no operation %1 here.</source>
        <translation>这里没有操作 %1。</translation>
    </message>
    <message>
        <source>%1 could mean several operations; say the whole id.</source>
        <translation>%1 可能指多个操作；请给出完整 ID。</translation>
    </message>
    <message>
        <source>Say why you decline: --reason TEXT</source>
        <translation>请说明拒绝的理由：--reason TEXT</translation>
    </message>
    <message>
        <source>It was recorded, but does not count: %1</source>
        <translation>已记录，但不算数：%1</translation>
    </message>
    <message>
        <source>Recorded. The operation is now: %1.</source>
        <translation>已记录。该操作现为：%1。</translation>
    </message>
    <message>
        <source>not a member of %1 now</source>
        <translation>现在不是 %1 的成员</translation>
    </message>
    <message>
        <source>Recorded. It waits for more approvals, or for a node that can run it.</source>
        <translation>已记录。它还在等待更多批准，或等待能够运行它的节点。</translation>
    </message>
    <message>
        <source>Asked for as %1: %2</source>
        <translation>已提出请求 %1：%2</translation>
    </message>
    <message>
        <source>Approvals it waits for: %1, from %2.</source>
        <translation>等待批准：%1 项，由 %2 给出。</translation>
    </message>
    <message>
        <source>What had the code %1 is decided or over; say its id, as “wardroomctl operations” lists it.</source>
        <translation>代码为 %1 的操作已经决定或结束；请使用它的编号，“wardroomctl operations” 会列出。</translation>
    </message>
</context>
<context>
    <name>OperationCard</name>
    <message>
        <source>Review and decide…</source>
        <translation>查看并决定…</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Cancel request…</source>
        <translation>取消请求…</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Raw output</source>
        <translation>原始输出</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Quote in a note</source>
        <translation>引用到笔记</translation>
    </message>
    <message>
        <source>%1 more values in the raw output</source>
        <translation>原始输出中还有 %1 个值</translation>
    </message>
    <message>
        <source>A table of %1 columns: see the raw output</source>
        <translation>表格有 %1 列：请查看原始输出</translation>
    </message>
    <message>
        <source>%1 more rows in the raw output</source>
        <translation>原始输出中还有 %1 行</translation>
    </message>
</context>
<context>
    <name>OperationRunner</name>
    <message>
        <source>The request&apos;s host is not the one in its arguments.</source>
        <translation>请求中的主机与其参数中的不一致。</translation>
    </message>
    <message>
        <source>%1 is not in the inventory.</source>
        <translation>%1 不在主机清单中。</translation>
    </message>
    <message>
        <source>%1 is not reached from here.</source>
        <translation>从这里无法访问 %1。</translation>
    </message>
    <message>
        <source>%1 is said in the room, not run.</source>
        <translation>%1 只在房间中表述，不会执行。</translation>
    </message>
    <message>
        <source>The request calls %1 something else than it is.</source>
        <translation>请求对 %1 的描述与实际不符。</translation>
    </message>
    <message>
        <source>The plugin %1 is another version here.</source>
        <translation>插件 %1 在这里是另一个版本。</translation>
    </message>
    <message>
        <source>What is to be undone has not run.</source>
        <translation>要撤销的操作尚未执行。</translation>
    </message>
    <message>
        <source>The undo is not of what it names.</source>
        <translation>此撤销与其所指的操作不符。</translation>
    </message>
    <message>
        <source>%1 cannot run here.</source>
        <translation>%1 无法在此执行。</translation>
    </message>
    <message>
        <source>It is another node&apos;s to run.</source>
        <translation>应由另一个节点执行。</translation>
    </message>
    <message>
        <source>A read runs on the node that asked.</source>
        <translation>读取操作在提出请求的节点上执行。</translation>
    </message>
    <message>
        <source>It could not be read back; a person must look. %1</source>
        <translation>无法回读核实；必须有人查看。%1</translation>
    </message>
</context>
<context>
    <name>OutboxCalls</name>
    <message>
        <source>%1 has not failed: it is sent by itself as soon as that is possible.</source>
        <translation>%1 并未失败：一旦可能，它会自动发送。</translation>
    </message>
    <message>
        <source>Nothing that failed is called %1 in the outbox.</source>
        <translation>发件箱中没有名为 %1 的失败项。</translation>
    </message>
    <message>
        <source>Tried again: %1</source>
        <translation>已重试：%1</translation>
    </message>
    <message>
        <source>Facts are kept: they have their place in the record. Try them again.</source>
        <translation>事实会被保留：它们在记录中有自己的位置。请重试。</translation>
    </message>
    <message>
        <source>Discarded: %1</source>
        <translation>已丢弃：%1</translation>
    </message>
</context>
<context>
    <name>PdfProgram</name>
    <message>
        <source>The PDF cannot be drawn: %1 does not start. It is installed with Wardroom.</source>
        <translation>无法生成 PDF：%1 无法启动。它随 Wardroom 一同安装。</translation>
    </message>
    <message>
        <source>The PDF cannot be drawn: %1</source>
        <translation>无法生成 PDF：%1</translation>
    </message>
    <message>
        <source>it took too long.</source>
        <translation>耗时过长。</translation>
    </message>
</context>
<context>
    <name>PeopleCalls</name>
    <message>
        <source>Good once, for a week. The workspace&apos;s fingerprint is %1</source>
        <translation>仅可使用一次，有效期一周。工作区的指纹为 %1</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>本节点</translation>
    </message>
    <message>
        <source>This node was revoked. Join again with a new invitation.</source>
        <translation>此节点已被吊销。请凭新的邀请重新加入。</translation>
    </message>
    <message>
        <source>This node is not enrolled.</source>
        <translation>此节点未登记。</translation>
    </message>
    <message>
        <source>%1 is enrolled.</source>
        <translation>%1 已登记。</translation>
    </message>
    <message>
        <source>From now on, what %1 says does not count.</source>
        <translation>从现在起，%1 所说的不再算数。</translation>
    </message>
    <message>
        <source>asks to be let in</source>
        <translation>请求加入</translation>
    </message>
    <message>
        <source>%1 is in.</source>
        <translation>%1 已加入。</translation>
    </message>
    <message>
        <source>%1 needs a second policy admin to say the same.</source>
        <translation>%1 还需要另一位策略管理员作出同样的表示。</translation>
    </message>
    <message>
        <source>This node waits to be let in. Somebody who is in says: wardroomctl node enrol %1</source>
        <translation>此节点正等待准许加入。请已加入的人执行：wardroomctl node enrol %1</translation>
    </message>
    <message>
        <source>Groups are closed, and one node out of several can be chosen.</source>
        <translation>组是封闭的，并且可以从多个节点中选定一个。</translation>
    </message>
    <message>
        <source>Groups are closed. The server forbids locks, so %1 alone runs commands.</source>
        <translation>组是封闭的。服务器禁止使用锁，因此只有 %1 执行命令。</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>无需操作。</translation>
    </message>
</context>
<context>
    <name>PlaybookCalls</name>
    <message>
        <source>Taken back: it does not start any more.</source>
        <translation>已撤回：不会再启动。</translation>
    </message>
    <message>
        <source>Published.</source>
        <translation>已发布。</translation>
    </message>
    <message>
        <source>“%1” is not understood: inputs are said as name=value.</source>
        <translation>无法理解“%1”：输入应写作 name=value。</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>已启动：%1</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>PlaybookCard</name>
    <message>
        <source>Review and decide…</source>
        <translation>查看并决定…</translation>
    </message>
    <message>
        <source>Stop the playbook…</source>
        <translation>停止预案…</translation>
    </message>
</context>
<context>
    <name>PlaybookCards</name>
    <message>
        <source>started by %1</source>
        <translation>由 %1 启动</translation>
    </message>
    <message>
        <source>set off by an alert</source>
        <translation>由告警触发</translation>
    </message>
    <message>
        <source>set off by its schedule</source>
        <translation>按计划触发</translation>
    </message>
    <message>
        <source>runs on %1</source>
        <translation>运行于 %1</translation>
    </message>
    <message>
        <source>published by %1</source>
        <translation>由 %1 发布</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>%1, decided by %2</source>
        <translation>%1，由 %2 决定</translation>
    </message>
    <message>
        <source>%1, because nobody decided in time</source>
        <translation>%1，因为无人及时决定</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 / %2 步</translation>
    </message>
    <message>
        <source>its start was taken out of the chat: it goes no further</source>
        <translation>其启动消息已从聊天中移除：不再继续</translation>
    </message>
    <message>
        <source>went through</source>
        <translation>已走完</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>由 %1 停止</translation>
    </message>
    <message>
        <source>%1 has not gone on since %2: a person must look</source>
        <translation>%1 自 %2 起没有继续：需要有人查看</translation>
    </message>
    <message>
        <source>its node</source>
        <translation>其节点</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Decides: %1 · until %2</source>
        <translation>决定者：%1 · 截至 %2</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>待执行</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>waits for a decision</source>
        <translation>等待决定</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>PlaybookFiles</name>
    <message>
        <source>%1 %2 is well-formed, %3 steps; its hash is %4</source>
        <translation>%1 %2 格式正确，共 %3 步；其哈希为 %4</translation>
    </message>
</context>
<context>
    <name>PluginAdvice</name>
    <message>
        <source>the script is not executable, so it cannot start</source>
        <translation>脚本没有可执行权限，因此无法启动</translation>
    </message>
    <message>
        <source>its first line ends like on Windows, so its interpreter is not found</source>
        <translation>其首行以 Windows 换行符结尾，因此找不到解释器</translation>
    </message>
    <message>
        <source>its first line does not say what runs it</source>
        <translation>其首行没有说明由什么程序执行</translation>
    </message>
    <message>
        <source>begin it with #!/usr/bin/python3 or #!/bin/sh</source>
        <translation>首行请写 #!/usr/bin/python3 或 #!/bin/sh</translation>
    </message>
    <message>
        <source>its interpreter is looked for, and may be another one on the next machine</source>
        <translation>其解释器靠搜索得到，换一台机器可能就不同了</translation>
    </message>
    <message>
        <source>name it whole, like #!/usr/bin/python3</source>
        <translation>请写完整路径，例如 #!/usr/bin/python3</translation>
    </message>
    <message>
        <source>%1 has few phrases, so it is hard to find by asking</source>
        <translation>%1 的说法太少，因此很难通过提问找到</translation>
    </message>
    <message>
        <source>write six or more ways to say it below “phrases: en:”</source>
        <translation>请在“phrases: en:”之下写出六种以上的说法</translation>
    </message>
    <message>
        <source>%1 has no Chinese summary</source>
        <translation>%1 没有中文摘要</translation>
    </message>
    <message>
        <source>summary: {en: …, zh: …}</source>
        <translation>请写 summary: {en: …, zh: …}</translation>
    </message>
    <message>
        <source>%1 has no example</source>
        <translation>%1 没有示例</translation>
    </message>
    <message>
        <source>examples: [&quot;/%1 …&quot;]</source>
        <translation>examples: [&quot;/%1 …&quot;]</translation>
    </message>
    <message>
        <source>%1 has no test, so it cannot be vetted</source>
        <translation>%1 没有测试，因此无法审核</translation>
    </message>
    <message>
        <source>add “tests:” with the args and what the output must contain</source>
        <translation>请添加“tests:”，写明参数以及输出必须包含的内容</translation>
    </message>
    <message>
        <source>%1 changes something and has no undo</source>
        <translation>%1 会作出变更，但没有撤销方式</translation>
    </message>
    <message>
        <source>add “undo:”, or say in “danger:” that there is no way back</source>
        <translation>请添加“undo:”，或在“danger:”中说明无法恢复</translation>
    </message>
    <message>
        <source>%1 does not say what it can harm</source>
        <translation>%1 没有说明可能造成的危害</translation>
    </message>
    <message>
        <source>danger: {en: …}, shown to whoever approves</source>
        <translation>danger: {en: …}，会显示给批准者</translation>
    </message>
    <message>
        <source>its interpreter cannot read it: %1</source>
        <translation>解释器无法读取它：%1</translation>
    </message>
    <message>
        <source>correct this line or the one before it</source>
        <translation>更正这一行或前一行</translation>
    </message>
    <message>
        <source>“%1” is taken for %2</source>
        <translation>“%1”会被理解为 %2</translation>
    </message>
    <message>
        <source>say it in other words, or leave it out</source>
        <translation>换一种说法，或去掉它</translation>
    </message>
    <message>
        <source>“%1” is offered after %2, and there is no such command%3</source>
        <translation>%2 之后会建议“%1”，但没有这个命令%3</translation>
    </message>
    <message>
        <source>name a command of this plugin or a shipped one, like “/host status {host}”</source>
        <translation>请写本插件或自带的命令，例如“/host status {host}”</translation>
    </message>
    <message>
        <source>%1 takes a host, and its script sees nothing of it without host_access</source>
        <translation>%1 需要主机参数，但没有 host_access，它的脚本看不到该主机的任何内容</translation>
    </message>
    <message>
        <source>host_access: read, or write for what changes something</source>
        <translation>host_access: read；会改动内容的用 write</translation>
    </message>
    <message>
        <source>“%1” is nothing a command may ask to read</source>
        <translation>命令不得要求读取“%1”</translation>
    </message>
    <message>
        <source>name something below /var/log, /var/lib, /opt, /srv or /usr, like “read_only: [/var/log/nginx]”</source>
        <translation>请写 /var/log、/var/lib、/opt、/srv 或 /usr 之下的路径，例如“read_only: [/var/log/nginx]”</translation>
    </message>
    <message>
        <source>nobody is listened to in “%1”</source>
        <translation>不会听取“%1”这种语言的话</translation>
    </message>
    <message>
        <source>write these phrases below “en” or “zh”</source>
        <translation>请把这些说法写在“en”或“zh”之下</translation>
    </message>
    <message>
        <source>“{%1}” is no argument, so the answer has to have it%2</source>
        <translation>“{%1}”不是参数，因此回答中必须有它%2</translation>
    </message>
    <message>
        <source>write the argument&apos;s name, or leave it where the answer does have it</source>
        <translation>请写参数的名称；如果回答中确实有它，则保持不变</translation>
    </message>
    <message>
        <source>the command %1 is the plugin %2&apos;s already, so this plugin would be left out</source>
        <translation>命令 %1 已属于插件 %2，因此本插件会被略过</translation>
    </message>
    <message>
        <source>give it another id, like “%1.%2”</source>
        <translation>请换一个 id，例如“%1.%2”</translation>
    </message>
    <message>
        <source>the plugin is called %1 and its folder %2</source>
        <translation>插件名为 %1，而其文件夹名为 %2</translation>
    </message>
    <message>
        <source>call both the same, so that it is found</source>
        <translation>请让两者同名，以便找到</translation>
    </message>
</context>
<context>
    <name>PluginNews</name>
    <message>
        <source>Its vetting ended with the change: until somebody vets it again, all it does waits for approval.</source>
        <translation>改动使其审核失效：在有人重新审核之前，它的一切操作都要等待批准。</translation>
    </message>
    <message>
        <source>It is not vetted, so all it does waits for approval.</source>
        <translation>它未经审核，因此一切操作都要等待批准。</translation>
    </message>
    <message numerus="yes">
        <source>Plugin %1 %2 is here: %n command(s).</source>
        <translation>
            <numerusform>插件 %1 %2 已加入：%n 条命令。</numerusform>
        </translation>
    </message>
    <message>
        <source>Plugin %1 is whole again.</source>
        <translation>插件 %1 已恢复正常。</translation>
    </message>
    <message numerus="yes">
        <source>Plugin %1 %2 was read anew: %n command(s).</source>
        <translation>
            <numerusform>插件 %1 %2 已重新读取：%n 条命令。</numerusform>
        </translation>
    </message>
    <message>
        <source>Plugin %1 is gone, and its commands with it.</source>
        <translation>插件 %1 已移除，其命令也一并消失。</translation>
    </message>
    <message>
        <source>Plugin %1 cannot be read. %2</source>
        <translation>插件 %1 无法读取。%2</translation>
    </message>
    <message>
        <source>What was there before goes on working until this is mended.</source>
        <translation>在修好之前，先前的版本继续工作。</translation>
    </message>
</context>
<context>
    <name>PluginTest</name>
    <message>
        <source>The fixture %1 cannot be copied.</source>
        <translation>无法复制测试数据 %1。</translation>
    </message>
    <message>
        <source>it ended with %1 instead of %2: %3</source>
        <translation>结束时为 %1，而不是 %2：%3</translation>
    </message>
    <message>
        <source>the verdict is %1 instead of %2</source>
        <translation>结论是 %1，而不是 %2</translation>
    </message>
    <message>
        <source>its output does not contain “%1”</source>
        <translation>其输出不含“%1”</translation>
    </message>
    <message>
        <source>it is an HTTP call, and its fixture has no answer to test it with; write %1 like {&quot;status&quot;: 200, &quot;body&quot;: {…}}</source>
        <translation>这是 HTTP 调用，而测试夹具中没有可用来测试的应答；请写 %1，例如 {&quot;status&quot;: 200, &quot;body&quot;: {…}}</translation>
    </message>
    <message>
        <source>A test has no key of a host.</source>
        <translation>测试没有任何主机的密钥。</translation>
    </message>
    <message>
        <source>A test changes no secret.</source>
        <translation>测试不会更改任何机密。</translation>
    </message>
</context>
<context>
    <name>Plugins</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>%1 项通过，%2 项失败</translation>
    </message>
    <message>
        <source>The manifest has no tests.</source>
        <translation>清单文件中没有测试。</translation>
    </message>
    <message>
        <source>“%1” is not name=value.</source>
        <translation>“%1”不是 name=value 的形式。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Try it: wardroomctl plugin test %1</source>
        <translation>试一试：wardroomctl plugin test %1</translation>
    </message>
    <message>
        <source>%1 %2 is well-formed; its hash is %3</source>
        <translation>%1 %2 格式正确；其哈希为 %3</translation>
    </message>
    <message>
        <source>%1 has nothing to rehearse.</source>
        <translation>%1 没有可预演的内容。</translation>
    </message>
    <message>
        <source>advice: </source>
        <translation>建议：</translation>
    </message>
    <message>
        <source>fix: %1</source>
        <translation>改法：%1</translation>
    </message>
    <message>
        <source>waiting for the next save</source>
        <translation>等待下次保存</translation>
    </message>
    <message>
        <source>It said nothing.</source>
        <translation>它没有任何输出。</translation>
    </message>
    <message>
        <source>%1 is neither a script nor a call; ask for it in a room: wardroomctl say ROOM /…</source>
        <translation>%1 既不是脚本也不是调用；请在房间中提出：wardroomctl say ROOM /…</translation>
    </message>
    <message>
        <source>“%1” is no name for a plugin&apos;s folder; small letters and digits are expected.</source>
        <translation>“%1”不能作为插件文件夹的名称；只能用小写字母和数字。</translation>
    </message>
    <message>
        <source>This plugin has no command %1. It has: %2.</source>
        <translation>此插件没有命令 %1。它有：%2。</translation>
    </message>
    <message>
        <source>What is vetted could not be read: %1</source>
        <translation>无法读取审核情况：%1</translation>
    </message>
    <message>
        <source>vetted by %1</source>
        <translation>由 %1 审核</translation>
    </message>
    <message>
        <source>changed since it was vetted</source>
        <translation>审核之后有改动</translation>
    </message>
    <message>
        <source>not vetted</source>
        <translation>未审核</translation>
    </message>
</context>
<context>
    <name>PolicyCalls</name>
    <message>
        <source>This workspace has no policy yet, so nothing runs.</source>
        <translation>此工作区还没有策略，因此什么都不运行。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Only a policy admin can publish a policy.</source>
        <translation>只有策略管理员可以发布策略。</translation>
    </message>
    <message>
        <source>Policy %1 holds from now on.</source>
        <translation>从现在起策略 %1 生效。</translation>
    </message>
    <message>
        <source>There is no policy yet, or that is no hash.</source>
        <translation>还没有策略，或者那不是哈希。</translation>
    </message>
    <message>
        <source>Somebody else than the author has to vet it.</source>
        <translation>必须由作者以外的人审核。</translation>
    </message>
    <message>
        <source>Vetting %1</source>
        <translation>审核 %1</translation>
    </message>
    <message>
        <source>%1 is vetted as it is now, %2.</source>
        <translation>%1 已按现在的内容审核，%2。</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>these files since</source>
        <translation>文件始于</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>may be let run by itself</source>
        <translation>可以让它自动运行</translation>
    </message>
    <message>
        <source>Asked for, %1. It holds once %2 of the other policy admins accepted it: wardroomctl approve %3</source>
        <translation>已提出请求 %1。其他策略管理员中有 %2 人接受后生效：wardroomctl approve %3</translation>
    </message>
    <message>
        <source>Only a policy admin can vet a plugin: %1.</source>
        <translation>只有策略管理员才能审核插件：%1。</translation>
    </message>
    <message>
        <source>Nothing is vetted here.</source>
        <translation>这里没有审核过任何东西。</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>This workspace is for practice, and %1 is no practice host. Nothing was run.</source>
        <translation>此工作区仅用于演练，而 %1 不是演练主机。未执行任何操作。</translation>
    </message>
    <message>
        <source>This workspace is for practice, and %1 calls a real service. Nothing was run.</source>
        <translation>此工作区仅用于演练，而 %1 会调用真实服务。未执行任何操作。</translation>
    </message>
    <message>
        <source>%1 is gone: a practice host lives as long as the drill that made it. Begin a drill to have another one. Nothing was run.</source>
        <translation>%1 已不存在：演练主机只与创建它的演练同在。开始一次演练即可得到新的主机。没有运行任何操作。</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The profile folder %1 cannot be made.</source>
        <translation>无法创建配置文件夹 %1。</translation>
    </message>
    <message>
        <source>Another Wardroom is running on this profile (%1).</source>
        <translation>另一个 Wardroom 正在使用此配置（%1）。</translation>
    </message>
    <message>
        <source>The profile %1 cannot be read.</source>
        <translation>无法读取配置 %1。</translation>
    </message>
    <message>
        <source>The profile %1 is damaged. Move it away to start anew; nothing else is lost.</source>
        <translation>配置 %1 已损坏。将其移走即可重新开始；其他内容不会丢失。</translation>
    </message>
    <message>
        <source>The profile %1 cannot be written: %2</source>
        <translation>无法写入配置 %1：%2</translation>
    </message>
    <message>
        <source>This profile has a workspace named %1 already.</source>
        <translation>此配置已有名为 %1 的工作区。</translation>
    </message>
    <message>
        <source>The profile %1 belongs to %2. Run this as that user, or start Wardroom on it and ask again.</source>
        <translation>配置文件夹 %1 属于 %2。请以该用户身份运行，或先在其上启动 Wardroom 再试。</translation>
    </message>
</context>
<context>
    <name>QApplication</name>
    <message>
        <source>Where a security team works an incident in conversation.</source>
        <translation>安全团队在对话中处置事件的地方。</translation>
    </message>
    <message>
        <source>Everything one person has on this machine.</source>
        <translation>一个人在一台机器上的全部内容。</translation>
    </message>
    <message>
        <source>Which workspace to open.</source>
        <translation>要打开哪个工作区。</translation>
    </message>
    <message>
        <source>Plays the whole story and writes what happened.</source>
        <translation>演示整个流程，并写下所发生的一切。</translation>
    </message>
    <message>
        <source>wardroom: there is no display. Start it in a desktop session; without one, use wardroomctl and wardroomd.
</source>
        <translation>wardroom：没有显示器。请在桌面会话中启动；没有桌面时请使用 wardroomctl 和 wardroomd。
</translation>
    </message>
</context>
<context>
    <name>RecordCalls</name>
    <message>
        <source>%1 is no time; write it as 2026-11-22T06:00:00Z.</source>
        <translation>%1 不是时间；请写成 2026-11-22T06:00:00Z 的形式。</translation>
    </message>
    <message>
        <source>--lang is en or zh.</source>
        <translation>--lang 须为 en 或 zh。</translation>
    </message>
    <message>
        <source>Say where to: --to PATH</source>
        <translation>请说明写到哪里：--to PATH</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Check it with: wardroomctl verify %1 --trust %2</source>
        <translation>核验命令：wardroomctl verify %1 --trust %2</translation>
    </message>
    <message>
        <source>The same past: %1 facts.</source>
        <translation>过往一致：%1 条事实。</translation>
    </message>
    <message>
        <source>They part after %1 facts, at entry %2 (%3): %4</source>
        <translation>在 %1 条事实之后出现分歧，位于条目 %2（%3）：%4</translation>
    </message>
</context>
<context>
    <name>Regimes</name>
    <message>
        <source>%1 is no complete list of legal clocks.</source>
        <translation>%1 不是完整的法定时限清单。</translation>
    </message>
</context>
<context>
    <name>RoomBook</name>
    <message>
        <source>Anybody can be let into #%1, so its members decide on nothing. Whoever runs the room has to restrict who invites and joins.</source>
        <translation>任何人都可能进入 #%1，因此其成员无权作出决定。房间的管理者必须限制谁能邀请和加入。</translation>
    </message>
</context>
<context>
    <name>RoomCalls</name>
    <message>
        <source>%1 is in.</source>
        <translation>%1 已加入。</translation>
    </message>
    <message>
        <source>%1 is no file that can be attached.</source>
        <translation>%1 不是可以附上的文件。</translation>
    </message>
    <message>
        <source>There is no entry %1 in that room.</source>
        <translation>该房间中没有条目 %1。</translation>
    </message>
    <message>
        <source>Opened: %1  #%2</source>
        <translation>已开启：%1  #%2</translation>
    </message>
    <message>
        <source>On the record: %1</source>
        <translation>已记入记录：%1</translation>
    </message>
</context>
<context>
    <name>RoomCommands</name>
    <message>
        <source>Nobody is on call: say whom to page.</source>
        <translation>无人值班：请说明要呼叫谁。</translation>
    </message>
    <message>
        <source>This version does not know how to do %1.</source>
        <translation>此版本不会执行 %1。</translation>
    </message>
    <message>
        <source>Say when, such as in 30m or at 14:30.</source>
        <translation>请说明时间，例如 in 30m 或 at 14:30。</translation>
    </message>
    <message>
        <source>“%1” is no stage of an incident, so nothing was changed. Say one of these: /incident status detected, triaged, containing, eradicated, recovered or reviewed.</source>
        <translation>“%1”不是事件的阶段，因此没有任何更改。请说以下之一：/incident status detected、triaged、containing、eradicated、recovered 或 reviewed。</translation>
    </message>
</context>
<context>
    <name>RowMaker</name>
    <message>
        <source>Wardroom bot</source>
        <translation>Wardroom 机器人</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>此消息已删除。</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The host&apos;s folder %1 is not there, or is a link.</source>
        <translation>主机的文件夹 %1 不存在，或者是一个链接。</translation>
    </message>
    <message>
        <source>%1 holds a home folder; a sandbox may not see that.</source>
        <translation>%1 中含有主目录；沙箱不得看到它。</translation>
    </message>
    <message>
        <source>%1 belongs to this machine&apos;s own system.</source>
        <translation>%1 属于本机自身的系统。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file of the plugin&apos;s folder.</source>
        <translation>“%1”不是插件文件夹中的文件。</translation>
    </message>
    <message>
        <source>The plugin&apos;s folder has no file %1.</source>
        <translation>插件文件夹中没有文件 %1。</translation>
    </message>
    <message>
        <source>A secret&apos;s file descriptor is 3 to 39.</source>
        <translation>机密的文件描述符须为 3 到 39。</translation>
    </message>
    <message>
        <source>A secret is at most 32 KB.</source>
        <translation>机密最大为 32 KB。</translation>
    </message>
    <message>
        <source>No pipe to the command could be made: too many files are open.</source>
        <translation>无法建立与命令之间的管道：打开的文件过多。</translation>
    </message>
    <message>
        <source>This kernel&apos;s system call filter could not be built.</source>
        <translation>无法为此内核构建系统调用过滤器。</translation>
    </message>
    <message>
        <source>%1, which this command needs to read, is not there, or is a link.</source>
        <translation>此命令需要读取的 %1 不存在，或者是一个链接。</translation>
    </message>
    <message>
        <source>%1 is nothing a command may ask to read.</source>
        <translation>%1 不是命令可以要求读取的内容。</translation>
    </message>
    <message>
        <source>%1 has no good address in the inventory; name:port is expected.</source>
        <translation>主机清单中 %1 的地址无效；应为 name:port 的形式。</translation>
    </message>
    <message>
        <source>The inventory does not say who to be on %1.</source>
        <translation>主机清单没有说明在 %1 上使用哪个用户。</translation>
    </message>
    <message>
        <source>The inventory does not pin %1&apos;s host key, so nobody could tell whether it is it.</source>
        <translation>主机清单没有固定 %1 的主机密钥，因此无法确认它就是那台主机。</translation>
    </message>
    <message>
        <source>%1 is reached by python or forced.</source>
        <translation>%1 的访问方式须为 python 或 forced。</translation>
    </message>
    <message>
        <source>This node has no key for %1.</source>
        <translation>此节点没有 %1 的密钥。</translation>
    </message>
    <message>
        <source>The command&apos;s private copy could not be read.</source>
        <translation>无法读取该命令的私有副本。</translation>
    </message>
    <message>
        <source>The plugin has too many files.</source>
        <translation>插件的文件过多。</translation>
    </message>
    <message>
        <source>%1 did not show the host key that the inventory pins. It is another machine, or it was made anew: find out which before anything is asked of it.</source>
        <translation>%1 出示的不是主机清单中固定的主机密钥。它是另一台机器，或者已重装：查明之前，不要向它发出任何请求。</translation>
    </message>
    <message>
        <source>%1 does not take this node&apos;s key.</source>
        <translation>%1 不接受此节点的密钥。</translation>
    </message>
    <message>
        <source>%1&apos;s address has no answer from the name service.</source>
        <translation>域名服务查不到 %1 的地址。</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>无法连接 %1：%2</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Hosts over SSH need ssh, which is not installed. Install the package &quot;openssh-client&quot;.</source>
        <translation>通过 SSH 访问主机需要 ssh，但尚未安装。请安装软件包“openssh-client”。</translation>
    </message>
    <message>
        <source>Only the isolated sandbox has a network of its own.</source>
        <translation>只有隔离沙箱才有自己的网络。</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>A secret is called ssh.HOST or plugin.PLUGIN.NAME.</source>
        <translation>机密的名称须为 ssh.HOST 或 plugin.PLUGIN.NAME。</translation>
    </message>
    <message>
        <source>The secret is empty; give it on stdin or with --file FILE.</source>
        <translation>机密为空；请从 stdin 或用 --file FILE 给出。</translation>
    </message>
    <message>
        <source>This is no private key; ssh-keygen -t ed25519 makes one for a host alone.</source>
        <translation>这不是私钥；可用 ssh-keygen -t ed25519 为单台主机生成一个。</translation>
    </message>
    <message>
        <source>%1 is kept on this node.</source>
        <translation>%1 已保存在此节点上。</translation>
    </message>
    <message>
        <source>%1 is gone from this node.</source>
        <translation>%1 已从此节点移除。</translation>
    </message>
    <message>
        <source>This profile keeps no secret yet; give it one with wardroomctl secret add NAME.</source>
        <translation>此配置文件尚未保存任何机密；请用 wardroomctl secret add NAME 添加。</translation>
    </message>
</context>
<context>
    <name>SecurityTools</name>
    <message>
        <source>CrowdSec at %1 is this profile&apos;s.</source>
        <translation>此配置已连接 %1 处的 CrowdSec。</translation>
    </message>
    <message>
        <source>A tool that posts its alerts needs a mapping file: --mapping FILE</source>
        <translation>自行提交告警的工具需要映射文件：--mapping FILE</translation>
    </message>
    <message>
        <source>Post to /alerts/%1 where wardroomd --listen listens, with “Authorization: Bearer” and this token.</source>
        <translation>请以 POST 提交到 wardroomd --listen 监听处的 /alerts/%1，并带上“Authorization: Bearer”和此令牌。</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Asked for: %1. It waits for %2 of %3 and has the code %4.</source>
        <translation>已请求：%1。需要 %3 的 %2 个批准，代码为 %4。</translation>
    </message>
    <message>
        <source>It has not ended yet; look at: wardroomctl operations</source>
        <translation>它尚未结束；请查看：wardroomctl operations</translation>
    </message>
    <message>
        <source>%1 more rows</source>
        <translation>还有 %1 行</translation>
    </message>
</context>
<context>
    <name>SshTestHost</name>
    <message>
        <source>A test keeps no secrets.</source>
        <translation>测试不保存机密。</translation>
    </message>
    <message>
        <source>No sshd is here to test with. Install the package &quot;openssh-server&quot;; it need not run.</source>
        <translation>这里没有可用来测试的 sshd。请安装软件包“openssh-server”，不需要运行它。</translation>
    </message>
    <message>
        <source>sshd did not start: %1</source>
        <translation>sshd 没有启动：%1</translation>
    </message>
    <message>
        <source>ssh-keygen made no key.</source>
        <translation>ssh-keygen 没有生成密钥。</translation>
    </message>
    <message>
        <source>The test&apos;s sshd could not be given its settings.</source>
        <translation>无法写入测试用 sshd 的设置。</translation>
    </message>
    <message>
        <source>A folder with spaces or quotation marks in its name cannot be served over SSH.</source>
        <translation>名称中带空格或引号的文件夹无法通过 SSH 提供。</translation>
    </message>
</context>
<context>
    <name>StepRunner</name>
    <message>
        <source>It ended with exit code %1.</source>
        <translation>以退出码 %1 结束。</translation>
    </message>
    <message>
        <source>It was ended.</source>
        <translation>已被终止。</translation>
    </message>
    <message>
        <source>It gave more than one result, so none counts.</source>
        <translation>给出了多个结果，因此全部不算数。</translation>
    </message>
    <message>
        <source>It ended without a result.</source>
        <translation>结束时没有给出结果。</translation>
    </message>
    <message>
        <source>The plugin %1 has changed since this was asked for, so it did not run.</source>
        <translation>自提出请求以来插件 %1 已有改动，因此没有执行。</translation>
    </message>
    <message>
        <source>The command&apos;s private copy could not be handed to its user.</source>
        <translation>无法将命令的私有副本交给其用户。</translation>
    </message>
    <message>
        <source>%1 is not reachable with the rights this command needs.</source>
        <translation>无法以此命令所需的权限访问 %1。</translation>
    </message>
    <message>
        <source>%1 is not connected here.</source>
        <translation>%1 未在此连接。</translation>
    </message>
    <message>
        <source>Wardroom&apos;s own account at %1</source>
        <translation>Wardroom 在 %1 的自有账户</translation>
    </message>
    <message>
        <source>%1 is asked whether it took effect</source>
        <translation>询问 %1 是否已生效</translation>
    </message>
    <message>
        <source>%1 has no step &quot;%2&quot;.</source>
        <translation>%1 没有步骤“%2”。</translation>
    </message>
    <message>
        <source>%1 is said in the room, not run.</source>
        <translation>%1 只在房间中表述，不会执行。</translation>
    </message>
    <message>
        <source>There is no command %1.</source>
        <translation>没有命令 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be rehearsed.</source>
        <translation>%1 无法预演。</translation>
    </message>
    <message>
        <source>an unprivileged user in the sandbox</source>
        <translation>沙箱中的非特权用户</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>不以特定身份</translation>
    </message>
    <message>
        <source>The secret %1 is not to be had from here.</source>
        <translation>从这里无法取得机密 %1。</translation>
    </message>
    <message>
        <source>This node has no secret %1: %2</source>
        <translation>此节点没有机密 %1：%2</translation>
    </message>
    <message>
        <source>Hosts over SSH are not reached from here.</source>
        <translation>从这里无法通过 SSH 访问主机。</translation>
    </message>
    <message>
        <source>This node has no key for %1: %2</source>
        <translation>此节点没有 %1 的密钥：%2</translation>
    </message>
    <message>
        <source>It had begun there; how far it got, somebody has to look.</source>
        <translation>它已在那里开始执行；进行到哪一步，必须有人查看。</translation>
    </message>
    <message>
        <source>Its script may speak to %1, and to nobody else.</source>
        <translation>其脚本只能与 %1 通信，不能与其他任何对象通信。</translation>
    </message>
    <message>
        <source>A command that runs on a host over SSH cannot have a network declared: it would be the host&apos;s.</source>
        <translation>通过 SSH 在主机上运行的命令不能声明网络：那将是主机的网络。</translation>
    </message>
    <message>
        <source>a “progress” line needs “step” and “of” as numbers</source>
        <translation>“progress”行需要数字“step”和“of”</translation>
    </message>
    <message>
        <source>a “log” line needs a “text”</source>
        <translation>“log”行需要“text”</translation>
    </message>
    <message>
        <source>a “text” line needs a “text”</source>
        <translation>“text”行需要“text”</translation>
    </message>
    <message>
        <source>a “fields” line needs “rows”, each with a “label” and a “value” that are texts</source>
        <translation>“fields”行需要“rows”，每项都有文本“label”和“value”</translation>
    </message>
    <message>
        <source>a “table” line needs “columns” and “rows” of texts</source>
        <translation>“table”行需要由文本组成的“columns”和“rows”</translation>
    </message>
    <message>
        <source>a “result” line needs “ok”: true or false, and its “data” is an object</source>
        <translation>“result”行需要“ok”：true 或 false，其“data”是对象</translation>
    </message>
    <message>
        <source>It ended without a result: %1.</source>
        <translation>它结束时没有结果：%1。</translation>
    </message>
    <message>
        <source>The rehearsal does not say exactly what will run: its data needs &quot;argv&quot;, a list of words, and may have &quot;undo&quot;, another.</source>
        <translation>预演没有准确说明将运行什么：其 data 需要 &quot;argv&quot;（一组词），还可以有另一组 &quot;undo&quot;。</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>The control room is not here.</source>
        <translation>控制室不在这里。</translation>
    </message>
    <message>
        <source>Only a policy admin, or the person&apos;s own Wardroom, can let it in.</source>
        <translation>只有策略管理员或本人自己的 Wardroom 才能准许其加入。</translation>
    </message>
    <message>
        <source>You have said so. A second policy admin has to say the same, or another Wardroom of this person&apos;s.</source>
        <translation>您已表示准许。还需要第二位策略管理员或此人的另一个 Wardroom 作出同样的表示。</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Choose a passphrase for this profile&apos;s keys: </source>
        <translation>请为此配置的密钥选择口令：</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>口令：</translation>
    </message>
    <message>
        <source>No passphrase was given.</source>
        <translation>没有输入口令。</translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>请再输入一次：</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>A day of the month and a time, as in &quot;23 Nov 01:33&quot;.</extracomment>
        <translation>M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>ToolStep</name>
    <message>
        <source>not blocked</source>
        <translation>未封禁</translation>
    </message>
    <message>
        <source>blocked until %1 UTC</source>
        <translation>封禁至 %1 UTC</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>已封禁</translation>
    </message>
    <message>
        <source>%1 is not connected here.</source>
        <translation>%1 未在此连接。</translation>
    </message>
    <message>
        <source>%1 took it.</source>
        <translation>%1 已接受。</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>%1 Usage: wardroomctl %2 %3%4</source>
        <translation>%1 用法：wardroomctl %2 %3%4</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 不带值。</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 需要一个值。</translation>
    </message>
    <message>
        <source>Say what to do.</source>
        <translation>请说明要做什么。</translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation>缺少内容。</translation>
    </message>
    <message>
        <source>That is too much.</source>
        <translation>内容过多。</translation>
    </message>
    <message>
        <source>--%1 does not belong here.</source>
        <translation>--%1 不能用在这里。</translation>
    </message>
    <message>
        <source>Usage: wardroomctl [--profile DIR] [--workspace NAME] [--json] %1</source>
        <translation>用法：wardroomctl [--profile DIR] [--workspace NAME] [--json] %1</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>checks this machine and each connection, and says what to do</source>
        <translation>检查本机和各连接，并说明该怎么做</translation>
    </message>
    <message>
        <source>makes a workspace, on this machine or on a chat server</source>
        <translation>在本机或聊天服务器上建立工作区</translation>
    </message>
    <message>
        <source>prints an invitation that lets one person in</source>
        <translation>打印一份邀请，可让一人加入</translation>
    </message>
    <message>
        <source>joins the workspace of an invitation</source>
        <translation>凭邀请加入工作区</translation>
    </message>
    <message>
        <source>signs in to the chat server again</source>
        <translation>重新登录聊天服务器</translation>
    </message>
    <message>
        <source>the workspaces of this profile</source>
        <translation>此配置中的工作区</translation>
    </message>
    <message>
        <source>what the workspace still lacks</source>
        <translation>工作区还缺什么</translation>
    </message>
    <message>
        <source>which desktops and services may write to the record</source>
        <translation>哪些桌面和服务可以写入记录</translation>
    </message>
    <message>
        <source>lets a node in that has asked</source>
        <translation>准许提出申请的节点加入</translation>
    </message>
    <message>
        <source>takes a node&apos;s right to write away</source>
        <translation>收回节点的写入权</translation>
    </message>
    <message>
        <source>the policy that holds, as JSON to edit</source>
        <translation>当前策略，JSON 格式，可编辑</translation>
    </message>
    <message>
        <source>asks the policy admins to let an edited policy hold</source>
        <translation>请策略管理员批准修改后的策略</translation>
    </message>
    <message>
        <source>how far each command runs by itself, and on what evidence</source>
        <translation>每条命令自动化到什么程度，依据是什么</translation>
    </message>
    <message>
        <source>asks for another level of a command</source>
        <translation>申请更改命令的级别</translation>
    </message>
    <message>
        <source>the alerts that came in</source>
        <translation>收到的告警</translation>
    </message>
    <message>
        <source>says on the record that you look after an alert, or that it was you</source>
        <translation>在记录中声明你在处理某告警，或那是你本人</translation>
    </message>
    <message>
        <source>says what an alert was</source>
        <translation>说明某告警是什么</translation>
    </message>
    <message>
        <source>opens an incident in a room</source>
        <translation>在房间中打开事件</translation>
    </message>
    <message>
        <source>closes it with a sentence that sums it up</source>
        <translation>用一句总结关闭事件</translation>
    </message>
    <message>
        <source>the state of a room&apos;s incident, as JSON</source>
        <translation>房间事件的状态，JSON 格式</translation>
    </message>
    <message>
        <source>the rooms you are in</source>
        <translation>你所在的房间</translation>
    </message>
    <message>
        <source>makes a room</source>
        <translation>建立房间</translation>
    </message>
    <message>
        <source>lets somebody into a room or a group</source>
        <translation>让某人加入房间或组</translation>
    </message>
    <message>
        <source>a room and who is in it</source>
        <translation>房间及其成员</translation>
    </message>
    <message>
        <source>says it in the room, as if you had typed it there; @FILE attaches a file</source>
        <translation>在房间中发言，如同在那里输入；@FILE 附上文件</translation>
    </message>
    <message>
        <source>what a line would do, without saying it</source>
        <translation>一行话会做什么，但不说出它</translation>
    </message>
    <message>
        <source>follows a room, a line per entry</source>
        <translation>跟随房间，每条一行</translation>
    </message>
    <message>
        <source>the facts of a room, oldest first</source>
        <translation>房间的事实，从最早的开始</translation>
    </message>
    <message>
        <source>what waits to be sent</source>
        <translation>等待发送的内容</translation>
    </message>
    <message>
        <source>sends again what was refused</source>
        <translation>重新发送被拒绝的内容</translation>
    </message>
    <message>
        <source>drops what was refused</source>
        <translation>丢弃被拒绝的内容</translation>
    </message>
    <message>
        <source>what was asked for, and how it went</source>
        <translation>请求过什么，结果如何</translation>
    </message>
    <message>
        <source>approves a request, by its id or its code</source>
        <translation>按编号或代码批准请求</translation>
    </message>
    <message>
        <source>declines a request</source>
        <translation>拒绝请求</translation>
    </message>
    <message>
        <source>takes your own request back</source>
        <translation>撤回自己的请求</translation>
    </message>
    <message>
        <source>asks for the way back of what was done</source>
        <translation>请求撤销已做的操作</translation>
    </message>
    <message>
        <source>which playbooks there are, and which may start</source>
        <translation>有哪些剧本，哪些可以启动</translation>
    </message>
    <message>
        <source>every mistake of a playbook, with its line</source>
        <translation>剧本的每个错误及其行号</translation>
    </message>
    <message>
        <source>lets a playbook start here, as it is now</source>
        <translation>准许剧本以当前内容在此启动</translation>
    </message>
    <message>
        <source>starts a playbook in a room</source>
        <translation>在房间中启动剧本</translation>
    </message>
    <message>
        <source>what each step would run, and who would have to agree</source>
        <translation>每一步会运行什么，需要谁同意</translation>
    </message>
    <message>
        <source>how far a run has come</source>
        <translation>运行到了哪一步</translation>
    </message>
    <message>
        <source>answers what a run waits for</source>
        <translation>回答运行所等待的决定</translation>
    </message>
    <message>
        <source>ends a run</source>
        <translation>结束运行</translation>
    </message>
    <message>
        <source>how the bot takes each line of a file, without doing it</source>
        <translation>机器人如何理解文件的每一行，但不执行</translation>
    </message>
    <message>
        <source>the state that recorded facts end in, as JSON</source>
        <translation>所记录事实的最终状态，JSON 格式</translation>
    </message>
    <message>
        <source>every mistake of a plugin, with line and fix</source>
        <translation>插件的每个错误，含行号和改法</translation>
    </message>
    <message>
        <source>signs for a colleague&apos;s plugin, as it is now</source>
        <translation>为同事的插件当前内容签字</translation>
    </message>
    <message>
        <source>runs one command of a plugin as a room would</source>
        <translation>像房间那样运行插件的一条命令</translation>
    </message>
    <message>
        <source>the hosts, and how each is reached</source>
        <translation>主机及各自的连接方式</translation>
    </message>
    <message>
        <source>adds a host, or changes one</source>
        <translation>添加或更改主机</translation>
    </message>
    <message>
        <source>can a file be read; without one, what this node lacks to reach each host</source>
        <translation>文件能否读取；不给文件时，本节点连接各主机还缺什么</translation>
    </message>
    <message>
        <source>a room&apos;s record as a signed bundle; a .zip is one file</source>
        <translation>将房间记录导出为签名包；.zip 为单个文件</translation>
    </message>
    <message>
        <source>is a bundle complete and unaltered, and who signed it</source>
        <translation>签名包是否完整、未被改动，由谁签名</translation>
    </message>
    <message>
        <source>does another desktop&apos;s past of a room differ from yours</source>
        <translation>另一桌面上房间的过去与你的是否不同</translation>
    </message>
    <message>
        <source>another workspace&apos;s room from its bundle, to read only, marked so</source>
        <translation>从签名包导入另一工作区的房间，只读并注明</translation>
    </message>
    <message>
        <source>connects CrowdSec, or a tool that sends alerts</source>
        <translation>连接 CrowdSec 或发送告警的工具</translation>
    </message>
    <message>
        <source>the connected tools</source>
        <translation>已连接的工具</translation>
    </message>
    <message>
        <source>keeps a key or a password of a host or a plugin</source>
        <translation>保存主机或插件的密钥或密码</translation>
    </message>
    <message>
        <source>forgets it</source>
        <translation>删除它</translation>
    </message>
    <message>
        <source>writes a plugin that works, with its tests; --change: one that changes something</source>
        <translation>写出一个可用的插件及其测试；--change：会做变更的插件</translation>
    </message>
    <message>
        <source>takes somebody out of a room, or their invitation back</source>
        <translation>将某人移出房间，或收回其邀请</translation>
    </message>
    <message>
        <source>leaves a room; what was said there stays on the record</source>
        <translation>离开房间；在那里说过的话仍保留在记录中</translation>
    </message>
    <message>
        <source>goes into a room by its name, id or address</source>
        <translation>按名称、ID 或地址进入房间</translation>
    </message>
    <message>
        <source>invitations that wait for your answer</source>
        <translation>等待您答复的邀请</translation>
    </message>
    <message>
        <source>declines an invitation</source>
        <translation>拒绝邀请</translation>
    </message>
    <message>
        <source>gives a room another name</source>
        <translation>给房间另取名称</translation>
    </message>
    <message>
        <source>says what a room is about</source>
        <translation>说明房间的主题</translation>
    </message>
    <message>
        <source>“%1” wants one more word: %2.</source>
        <translation>“%1”后面还需要一个词：%2。</translation>
    </message>
    <message>
        <source>There is no command “%1”. “%2” goes on with: %3.</source>
        <translation>没有命令“%1”。“%2”之后可以是：%3。</translation>
    </message>
    <message>
        <source>There is no command “%1”%2. wardroomctl --help lists what there is.</source>
        <translation>没有命令“%1”%2。wardroomctl --help 会列出所有命令。</translation>
    </message>
    <message>
        <source>There is no option --%1%2.</source>
        <translation>没有选项 --%1%2。</translation>
    </message>
    <message>
        <source>runs its tests; --watch: again at every save; --over-ssh: through a real sshd</source>
        <translation>运行它的测试；--watch：每次保存后重跑；--over-ssh：经由真实的 sshd</translation>
    </message>
    <message>
        <source>who vetted which plugins, to the byte</source>
        <translation>谁审核过哪些插件，精确到字节</translation>
    </message>
    <message>
        <source>the plugins that this profile loads, and who vetted them</source>
        <translation>此配置加载的插件，以及谁审核过它们</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>The workspace&apos;s fingerprint is %1</source>
        <translation>工作区的指纹为 %1</translation>
    </message>
    <message>
        <source>There is no kind of workspace called %1.</source>
        <translation>没有名为 %1 的工作区类型。</translation>
    </message>
    <message>
        <source>The workspace %1 is there, in %2</source>
        <translation>工作区 %1 已就绪，位于 %2</translation>
    </message>
    <message>
        <source>You are in the workspace %1.</source>
        <translation>您已在工作区 %1 中。</translation>
    </message>
    <message>
        <source>This desktop has to be let in by somebody who is in: wardroomctl node enrol %1</source>
        <translation>须由已加入的人准许本机加入：wardroomctl node enrol %1</translation>
    </message>
    <message>
        <source>Workspaces on %1 are not there yet; this version has local and Matrix ones.</source>
        <translation>尚不支持 %1 上的工作区；此版本支持本地和 Matrix 工作区。</translation>
    </message>
    <message>
        <source>Say where and who: --homeserver URL --user ID --password-stdin</source>
        <translation>请说明服务器和账户：--homeserver URL --user ID --password-stdin</translation>
    </message>
    <message>
        <source>The workspace %1 is there, on %2</source>
        <translation>工作区 %1 已就绪，位于 %2</translation>
    </message>
    <message>
        <source>Say the account&apos;s password or an access token on standard input: --password-stdin</source>
        <translation>请从标准输入给出账户的密码或访问令牌：--password-stdin</translation>
    </message>
    <message>
        <source>This profile has no workspace on a server that is named %1.</source>
        <translation>此配置没有位于服务器上、名为 %1 的工作区。</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>已以 %1 登录。</translation>
    </message>
    <message>
        <source>This node&apos;s key in the keychain is damaged.</source>
        <translation>密钥环中本节点的密钥已损坏。</translation>
    </message>
</context>
<context>
    <name>bot</name>
    <message>
        <source>there are more than %1 plugins; this one is left out</source>
        <translation>插件超过 %1 个；未载入此插件</translation>
    </message>
    <message>
        <source>a plugin named “%1” is already in %2; this one is left out</source>
        <translation>名为“%1”的插件已存在于 %2；未载入此插件</translation>
    </message>
    <message>
        <source>the command “%1” is already in the plugin “%2”; this one is left out</source>
        <translation>命令“%1”已存在于插件“%2”；未载入此插件</translation>
    </message>
    <message>
        <source>The plugin folder %1 cannot be opened</source>
        <translation>无法打开插件文件夹 %1</translation>
    </message>
    <message>
        <source>folders nest too deep</source>
        <translation>文件夹嵌套过深</translation>
    </message>
    <message>
        <source>cannot be listed</source>
        <translation>无法列出</translation>
    </message>
    <message>
        <source>vanished while it was read</source>
        <translation>在读取过程中消失</translation>
    </message>
    <message>
        <source>is neither a file nor a folder</source>
        <translation>既不是文件也不是文件夹</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>A plugin folder may hold 16 MB at most</source>
        <translation>插件文件夹最多容纳 16 MB</translation>
    </message>
    <message>
        <source>is a link that leads out of its folder; links must be relative and without “..”</source>
        <translation>是指向其文件夹之外的链接；链接必须是相对的且不含“..”</translation>
    </message>
    <message>
        <source>A plugin folder may hold 4000 files at most</source>
        <translation>插件文件夹最多容纳 4000 个文件</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>%1 is not empty</source>
        <translation>%1 不为空</translation>
    </message>
    <message>
        <source>a brace in “%1” stands alone; {argument} is expected</source>
        <translation>“%1”中有单独的花括号；应为 {argument}</translation>
    </message>
    <message>
        <source>an example of this command begins with “%1”</source>
        <translation>此命令的示例以“%1”开头</translation>
    </message>
    <message>
        <source>“%1” is required and has a default; it can be only one of the two</source>
        <translation>“%1”既是必填又有默认值；二者只能取其一</translation>
    </message>
    <message>
        <source>the default of “%1” is wrong: %2</source>
        <translation>“%1”的默认值有误：%2</translation>
    </message>
    <message>
        <source>“%1” is required and stands behind an optional argument; required ones come first</source>
        <translation>“%1”为必填却排在可选参数之后；必填参数应在前</translation>
    </message>
    <message>
        <source>risk “%1” cannot have host_access “write”; “change” or “disrupt” is expected</source>
        <translation>风险“%1”不能使用 host_access“write”；应为“change”或“disrupt”</translation>
    </message>
    <message>
        <source>the sandbox “observe” only reads; host_access “write” needs “isolated”</source>
        <translation>沙箱“observe”只能读取；host_access“write”需要“isolated”</translation>
    </message>
    <message>
        <source>a command that changes something needs “verify:”, which reads back what it did</source>
        <translation>会作出变更的命令需要“verify:”，用于回读其结果</translation>
    </message>
    <message>
        <source>a command that changes something needs “rehearse:”, so that approvers see what will run</source>
        <translation>会作出变更的命令需要“rehearse:”，让批准者看到将要执行什么</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>“%1” must be a text, not %2</source>
        <translation>“%1”必须是文本，而不是%2</translation>
    </message>
    <message>
        <source>“%1” is empty; a text is expected</source>
        <translation>“%1”为空；应为文本</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts, not %2</source>
        <translation>“%1”必须是文本列表，而不是%2</translation>
    </message>
    <message>
        <source>“%1” is empty; give it a value or leave it out</source>
        <translation>“%1”为空；请给出值或将其删去</translation>
    </message>
    <message>
        <source>%1 needs “%2:”</source>
        <translation>%1需要“%2:”</translation>
    </message>
    <message>
        <source>“%1: %2” is wrong; %3 is expected</source>
        <translation>“%1: %2”有误；应为%3</translation>
    </message>
    <message>
        <source>“%1” must be a whole number from %2 to %3</source>
        <translation>“%1”必须是 %2 到 %3 之间的整数</translation>
    </message>
    <message>
        <source>“%1” must be true or false</source>
        <translation>“%1”必须是 true 或 false</translation>
    </message>
    <message>
        <source>“%1” must be a text or {en: …, zh: …}, not %2</source>
        <translation>“%1”必须是文本或 {en: …, zh: …}，而不是%2</translation>
    </message>
    <message>
        <source>“%1” is not a language; “en” or “zh” is expected below “%2”</source>
        <translation>“%1”不是语言；“%2”之下应为“en”或“zh”</translation>
    </message>
    <message>
        <source>“%1” needs a text in English (“en:”)</source>
        <translation>“%1”需要英文文本（“en:”）</translation>
    </message>
    <message>
        <source>“%1: %2” is not known; one of %3 is expected%4</source>
        <translation>“%1: %2”无法识别；应为 %3 之一%4</translation>
    </message>
    <message>
        <source>“%1” must be a list of at most %2</source>
        <translation>“%1”必须是最多 %2 项的列表</translation>
    </message>
    <message>
        <source>an argument</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>a name of small letters, digits and _</source>
        <translation>由小写字母、数字和 _ 组成的名称</translation>
    </message>
    <message>
        <source>one word of small letters</source>
        <translation>一个由小写字母组成的词</translation>
    </message>
    <message>
        <source>“%1” is empty; a script and its arguments are expected: [scripts/x.py, run]</source>
        <translation>“%1”为空；应为脚本及其参数：[scripts/x.py, run]</translation>
    </message>
    <message>
        <source>a step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>a kind of fact like incident.open</source>
        <translation>事实类型，例如 incident.open</translation>
    </message>
    <message>
        <source>a tool&apos;s name like crowdsec</source>
        <translation>工具名称，例如 crowdsec</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>limits</translation>
    </message>
    <message>
        <source>a test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>expect</source>
        <translation>expect</translation>
    </message>
    <message>
        <source>“contains” must be a text or a list of texts</source>
        <translation>“contains”必须是文本或文本列表</translation>
    </message>
    <message>
        <source>a test needs “expect:” with exit, verdict or contains, or it proves nothing</source>
        <translation>测试需要带有 exit、verdict 或 contains 的“expect:”，否则什么也证明不了</translation>
    </message>
    <message>
        <source>“%1” is not a language; “en” or “zh” is expected below “phrases”</source>
        <translation>“%1”不是语言；“phrases”之下应为“en”或“zh”</translation>
    </message>
    <message>
        <source>a command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>the manifest</source>
        <translation>清单文件</translation>
    </message>
    <message>
        <source>a name of small letters, digits and -</source>
        <translation>由小写字母、数字和 - 组成的名称</translation>
    </message>
    <message>
        <source>a version like 1.0.0</source>
        <translation>版本号，例如 1.0.0</translation>
    </message>
    <message>
        <source>“commands” is empty; at least one command is expected</source>
        <translation>“commands”为空；至少应有一个命令</translation>
    </message>
    <message>
        <source>Only reads; runs by itself.</source>
        <translation>仅读取；自动执行。</translation>
    </message>
    <message>
        <source>Changes only this room&apos;s record.</source>
        <translation>只更改本房间的记录。</translation>
    </message>
    <message>
        <source>Changes something; one other person approves.</source>
        <translation>会作出变更；须由另一人批准。</translation>
    </message>
    <message>
        <source>Can interrupt a service; two other people approve.</source>
        <translation>可能中断服务；须由另外两人批准。</translation>
    </message>
    <message>
        <source>the manifest is empty; “name:” is expected</source>
        <translation>清单文件为空；应有“name:”</translation>
    </message>
    <message>
        <source>one YAML document is expected, there are several</source>
        <translation>应为一个 YAML 文档，却有多个</translation>
    </message>
    <message>
        <source>Which %1?</source>
        <translation>哪个 %1？</translation>
    </message>
    <message>
        <source>Which host? Known: %1.</source>
        <translation>哪台主机？已知的有：%1。</translation>
    </message>
    <message>
        <source>Say it like: %1</source>
        <translation>请这样输入：%1</translation>
    </message>
    <message>
        <source>There is no argument “%1”%2 Say it like: %3</source>
        <translation>没有参数“%1”%2 请这样输入：%3</translation>
    </message>
    <message>
        <source>The reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>“%1” must be a text or a whole number</source>
        <translation>“%1”必须是文本或整数</translation>
    </message>
    <message>
        <source>why, for whoever approves</source>
        <translation>理由，供批准者参考</translation>
    </message>
    <message>
        <source>Because what? Say the reason behind “because”.</source>
        <translation>因为什么？请在“because”之后说明理由。</translation>
    </message>
    <message>
        <source>“%1” needs a value behind it. Say it like: %2</source>
        <translation>“%1”之后需要一个值。请这样输入：%2</translation>
    </message>
    <message>
        <source>There is no “%1” here%2 Say it like: %3</source>
        <translation>这里没有“%1”%2 请这样输入：%3</translation>
    </message>
    <message>
        <source>“%1” is there twice. Say it like: %2</source>
        <translation>“%1”出现了两次。请这样输入：%2</translation>
    </message>
    <message>
        <source>“%1” is too much here. Say it like: %2</source>
        <translation>“%1”在这里是多余的。请这样输入：%2</translation>
    </message>
    <message>
        <source>Did you mean %1, or /%2?</source>
        <translation>您是指 %1，还是 /%2？</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是指 %1 吗？</translation>
    </message>
    <message>
        <source>That was more than one thing. Which one first?</source>
        <translation>这里有不止一件事。先做哪一件？</translation>
    </message>
    <message>
        <source>There is no command /%1. Did you mean /%2?</source>
        <translation>没有命令 /%1。您是指 /%2 吗？</translation>
    </message>
    <message>
        <source>There is no command /%1. /help lists what there is.</source>
        <translation>没有命令 /%1。/help 会列出可用的命令。</translation>
    </message>
    <message>
        <source>This line is too long for a command.</source>
        <translation>这一行太长，不能作为命令。</translation>
    </message>
    <message>
        <source>/%1 what? One of: %2</source>
        <translation>/%1 什么？可选：%2</translation>
    </message>
    <message>
        <source>/%1 has no “%2”%3 There is: %4</source>
        <translation>/%1 没有“%2”%3 可选：%4</translation>
    </message>
    <message>
        <source>Which host? “%1” is not known%2 Known: %3</source>
        <translation>哪台主机？“%1”未知%2 已知的有：%3</translation>
    </message>
    <message>
        <source>Who? “%1” is not known, or there are several. Known: %2</source>
        <translation>谁？“%1”未知，或有多人同名。已知的有：%2</translation>
    </message>
    <message>
        <source>“%1” is not an IP address; say one like 203.0.113.7 or 2001:db8::7</source>
        <translation>“%1”不是 IP 地址；请使用 203.0.113.7 或 2001:db8::7 这样的形式</translation>
    </message>
    <message>
        <source>“%1” is not a duration; say one like 30m, 4h or 2d, a year at most</source>
        <translation>“%1”不是时长；请使用 30m、4h 或 2d 这样的形式，最长一年</translation>
    </message>
    <message>
        <source>“%1” is not a whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>“%1” is not a severity; say 1 (worst) to 4, or sev1</source>
        <translation>“%1”不是严重程度；请使用 1（最严重）到 4，或 sev1</translation>
    </message>
    <message>
        <source>a text is missing</source>
        <translation>缺少文本</translation>
    </message>
    <message>
        <source>the text is longer than %1 characters; attach it as a file</source>
        <translation>文本超过 %1 个字符；请作为文件附上</translation>
    </message>
    <message>
        <source>the text holds hidden or control characters: %1</source>
        <translation>文本含有隐藏字符或控制字符：%1</translation>
    </message>
    <message>
        <source>“%1” is not a package&apos;s name; they are in small letters, like openssl or libssl3</source>
        <translation>“%1”不是软件包名称；名称为小写字母，例如 openssl 或 libssl3</translation>
    </message>
    <message>
        <source>“%1” is not a CVE; say one like CVE-2024-3094</source>
        <translation>“%1”不是 CVE 编号；请使用 CVE-2024-3094 这样的形式</translation>
    </message>
    <message>
        <source>“%1” is not a hash; MD5, SHA-1 or SHA-256 in hexadecimal is expected</source>
        <translation>“%1”不是哈希值；应为十六进制的 MD5、SHA-1 或 SHA-256</translation>
    </message>
    <message>
        <source>“%1” is not one plain word</source>
        <translation>“%1”不是单个普通词</translation>
    </message>
    <message>
        <source>is not in the folder “shared” beside the plugins</source>
        <translation>不在插件旁的“shared”文件夹中</translation>
    </message>
    <message>
        <source>a fact in the room is said by “run” of a command with risk “room” or “read”</source>
        <translation>房间中的事实须由风险为“room”或“read”的命令的“run”表述</translation>
    </message>
    <message>
        <source>“netfilter: true” needs the sandbox “isolated” and the risk “change” or “disrupt”</source>
        <translation>“netfilter: true”需要沙箱“isolated”以及风险“change”或“disrupt”</translation>
    </message>
    <message>
        <source>“room: true” is for commands with risk “read”</source>
        <translation>“room: true”只用于风险为“read”的命令</translation>
    </message>
    <message>
        <source>“%1” is no address; write the host as it is, like https://api.example.com/v1/{address}</source>
        <translation>“%1”不是地址；请直接写出主机，例如 https://api.example.com/v1/{address}</translation>
    </message>
    <message>
        <source>“http:” is for this machine only; use https, or everybody on the way reads it</source>
        <translation>“http:”只能用于本机；请使用 https，否则沿途任何人都能读取</translation>
    </message>
    <message>
        <source>“%1” is no header; write “Name: text”</source>
        <translation>“%1”不是标头；请写成“Name: text”</translation>
    </message>
    <message>
        <source>an answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>a field is “Label: path.in.the.answer”, at most %1 of them</source>
        <translation>字段的写法为“Label: path.in.the.answer”，最多 %1 个</translation>
    </message>
    <message>
        <source>http</source>
        <translation>http</translation>
    </message>
    <message>
        <source>a secret goes into a header: secret_header: &quot;Authorization: Bearer {secret}&quot;</source>
        <translation>机密须放入标头：secret_header: &quot;Authorization: Bearer {secret}&quot;</translation>
    </message>
    <message>
        <source>“%1” must be a list [script, argument …], {tool: …, action: …}, {room: …} or {http: …}</source>
        <translation>“%1”须为列表 [script, argument …]、{tool: …, action: …}、{room: …} 或 {http: …}</translation>
    </message>
    <message>
        <source>a secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>an alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>an alias needs “set:”, the arguments it decides, and “phrases:”</source>
        <translation>别名需要“set:”（由它决定的参数）和“phrases:”</translation>
    </message>
    <message>
        <source>a word, or two with a dot, like patch.apply</source>
        <translation>一个词，或以点连接的两个词，例如 patch.apply</translation>
    </message>
    <message>
        <source>“%1” is not a time; say one like midnight, yesterday, tuesday, 14:30, 2h (ago) or 2026-11-22T14:30</source>
        <translation>“%1”不是时间；请使用 midnight、yesterday、tuesday、14:30、2h（之前）或 2026-11-22T14:30 这样的形式</translation>
    </message>
    <message>
        <source>Did you mean %1, or %2?</source>
        <translation>您是指 %1，还是 %2？</translation>
    </message>
    <message>
        <source>Shall I run %1?</source>
        <translation>要执行 %1 吗？</translation>
    </message>
    <message>
        <source>One at a time, please: which one?</source>
        <translation>请一次一个：是哪一个？</translation>
    </message>
    <message>
        <source>“network” needs the sandbox “isolated”</source>
        <translation>“network”需要“isolated”沙箱</translation>
    </message>
    <message>
        <source>“on_host” of “run” needs “on_host” in “rehearse” and “verify” too</source>
        <translation>“run”中的“on_host”要求“rehearse”和“verify”中也有“on_host”</translation>
    </message>
    <message>
        <source>a place of the network</source>
        <translation>网络目标</translation>
    </message>
    <message>
        <source>“%1” is in a network of one&apos;s own; say so with “private: true”</source>
        <translation>“%1”位于自有网络；请用“private: true”声明</translation>
    </message>
    <message>
        <source>there is no command “%1”%2</source>
        <translation>没有命令“%1”%2</translation>
    </message>
    <message>
        <source>“%1” needs the argument “%2”</source>
        <translation>“%1”需要参数“%2”</translation>
    </message>
    <message>
        <source>“%1” has no argument “%2”%3</source>
        <translation>“%1”没有参数“%2”%3</translation>
    </message>
    <message>
        <source>outcome unknown: a person must look</source>
        <translation>结果未知：需要有人查看</translation>
    </message>
    <message>
        <source>nobody approved it in time</source>
        <translation>无人及时批准</translation>
    </message>
    <message>
        <source>no answer came: a person must look</source>
        <translation>没有收到结果：需要有人查看</translation>
    </message>
    <message>
        <source>There is no command %1 here.</source>
        <translation>这里没有命令 %1。</translation>
    </message>
    <message>
        <source>“%1” has no value: nothing gave %2</source>
        <translation>“%1”没有值：没有任何步骤给出 %2</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>未包括 %1</translation>
    </message>
    <message>
        <source>nobody decided in time</source>
        <translation>无人及时决定</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>一个输入</translation>
    </message>
    <message>
        <source>“alert”</source>
        <translation>“alert”</translation>
    </message>
    <message>
        <source>“schedule”</source>
        <translation>“schedule”</translation>
    </message>
    <message>
        <source>a time of the UTC day like &quot;02:30&quot;</source>
        <translation>UTC 时间，例如 &quot;02:30&quot;</translation>
    </message>
    <message>
        <source>“schedule” needs either “every: 6h” or “daily: &quot;02:30&quot;”</source>
        <translation>“schedule”需要“every: 6h”或“daily: &quot;02:30&quot;”之一</translation>
    </message>
    <message>
        <source>“trigger”</source>
        <translation>“trigger”</translation>
    </message>
    <message>
        <source>“trigger” needs “alert:” or “schedule:”; without either, leave it out: it is started by hand</source>
        <translation>“trigger”需要“alert:”或“schedule:”；两者都没有则省略它：由人手动启动</translation>
    </message>
    <message>
        <source>“%1” must be a list of 1 to %2</source>
        <translation>“%1”必须是 1 到 %2 项的列表</translation>
    </message>
    <message>
        <source>the input “%1” is there twice</source>
        <translation>输入“%1”出现了两次</translation>
    </message>
    <message>
        <source>a schedule gives no inputs: “%1” needs “required: false” or “default:”</source>
        <translation>计划不提供输入：“%1”需要“required: false”或“default:”</translation>
    </message>
    <message>
        <source>an alert does not give “%1”: it needs “from:”, “required: false” or “default:”</source>
        <translation>告警不提供“%1”：它需要“from:”、“required: false”或“default:”</translation>
    </message>
    <message>
        <source>a playbook</source>
        <translation>一个预案</translation>
    </message>
    <message>
        <source>a name like malware-containment</source>
        <translation>形如 malware-containment 的名称</translation>
    </message>
    <message>
        <source>input.NAME, or a step and what it found: scan.data.infected.count, decide.choice</source>
        <translation>input.名称，或某一步及其结果：scan.data.infected.count、decide.choice</translation>
    </message>
    <message>
        <source>“%1” must be one line without hidden characters</source>
        <translation>“%1”必须是一行，且不含隐藏字符</translation>
    </message>
    <message>
        <source>“%1” must be a value, or {from: input.NAME}</source>
        <translation>“%1”必须是一个值，或 {from: input.名称}</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>“args” must be a mapping (argument: value)</source>
        <translation>“args”必须是映射（参数: 值）</translation>
    </message>
    <message>
        <source>a condition</source>
        <translation>一个条件</translation>
    </message>
    <message>
        <source>a condition needs one of “is:”, “not:”, “at_least:” and “known:”</source>
        <translation>条件需要“is:”“not:”“at_least:”“known:”之一</translation>
    </message>
    <message>
        <source>“when” must be a list of 1 to %1 conditions; all of them must hold</source>
        <translation>“when”必须是 1 到 %1 个条件的列表；全部成立才执行</translation>
    </message>
    <message>
        <source>an option</source>
        <translation>一个选项</translation>
    </message>
    <message>
        <source>“options” must be a list of 2 to %1</source>
        <translation>“options”必须是包含 2 到 %1 项的列表</translation>
    </message>
    <message>
        <source>“group IT”, “starter” or “anybody”</source>
        <translation>“group IT”、“starter”或“anybody”</translation>
    </message>
    <message>
        <source>“otherwise: %1” is none of the options</source>
        <translation>“otherwise: %1”不在选项之中</translation>
    </message>
    <message>
        <source>“%1” is no input of this playbook</source>
        <translation>“%1”不是此预案的输入</translation>
    </message>
    <message>
        <source>“%1” names no step before this one%2</source>
        <translation>“%1”不是此前的步骤%2</translation>
    </message>
    <message>
        <source>“%1” is not understood; %2.data.NAME, %2.outcome or %2.choice is expected</source>
        <translation>无法理解“%1”；应为 %2.data.名称、%2.outcome 或 %2.choice</translation>
    </message>
    <message>
        <source>a duration like 10m, 4h or 2d</source>
        <translation>时长，例如 10m、4h 或 2d</translation>
    </message>
    <message>
        <source>“%1” must last from %2 to %3 seconds</source>
        <translation>“%1”的时长必须在 %2 到 %3 秒之间</translation>
    </message>
    <message>
        <source>a step needs one of “command:”, “wait:” and “ask:”</source>
        <translation>步骤需要“command:”“wait:”“ask:”之一</translation>
    </message>
    <message>
        <source>a command&apos;s id like host.status</source>
        <translation>命令编号，例如 host.status</translation>
    </message>
    <message>
        <source>“%1” is taken; a step needs a name of its own</source>
        <translation>“%1”已被占用；每个步骤需要自己的名称</translation>
    </message>
    <message>
        <source>%1 needs %2=…</source>
        <translation>%1 需要 %2=…</translation>
    </message>
    <message>
        <source>%1 has no input “%2”%3 It takes: %4</source>
        <translation>%1 没有输入“%2”%3 它接受：%4</translation>
    </message>
    <message>
        <source>a line of “next” is what somebody would type, such as /host logins {host}</source>
        <translation>“next”的一行是人们会输入的内容，例如 /host logins {host}</translation>
    </message>
    <message>
        <source>“%1” is not a known host; the inventory is still empty (“wardroomctl inventory add” adds a host, Practise makes one)</source>
        <translation>“%1”不是已知主机；清单仍为空（“wardroomctl inventory add”可添加主机，“演练”会建立一台）</translation>
    </message>
    <message>
        <source>For how long? Say it like “for 4h” or “for 2d”.</source>
        <translation>要多久？请像这样说：“4h”或“2d”。</translation>
    </message>
    <message>
        <source>the manifest cannot be read; wardroomctl plugin new DIR writes one</source>
        <translation>清单无法读取；wardroomctl plugin new DIR 可写出一份</translation>
    </message>
    <message>
        <source>“{%1}” in “%2” is not an argument of this command; add it to “arguments:” or name one of them%3</source>
        <translation>“%2”中的“{%1}”不是此命令的参数；请加入“arguments:”或写其中之一%3</translation>
    </message>
    <message>
        <source>“next” has more than %1 lines and a card offers three; keep the best</source>
        <translation>“next”超过 %1 行，而卡片只提供三条；请保留最好的</translation>
    </message>
    <message>
        <source>“%1” is not an argument of this command; add it to “arguments:” or name one of them%2</source>
        <translation>“%1”不是此命令的参数；请加入“arguments:”或写其中之一%2</translation>
    </message>
    <message>
        <source>“%1” is no good value for “%2”; write one that its type takes</source>
        <translation>“%1”不是“%2”的有效值；请写其类型接受的值</translation>
    </message>
    <message>
        <source>the argument “%1” is there twice; rename or remove one of them</source>
        <translation>参数“%1”出现两次；请改名或删除其一</translation>
    </message>
    <message>
        <source>the keyword “%1” is there twice; rename or remove one of them</source>
        <translation>关键字“%1”出现两次；请改名或删除其一</translation>
    </message>
    <message>
        <source>“%1” can never be said: the text before it takes the rest of the line; put it before the text, or give it a “keyword:”</source>
        <translation>“%1”永远说不到：它前面的文本占去了行的其余部分；请放到文本之前，或给它“keyword:”</translation>
    </message>
    <message>
        <source>“%1” of a command with risk “%2” may only check, not %3; write “action: check”</source>
        <translation>风险为“%2”的命令的“%1”只能检查，不能 %3；请写“action: check”</translation>
    </message>
    <message>
        <source>“verify_undo” stands without “undo”; add “undo:” or remove it</source>
        <translation>“verify_undo”没有对应的“undo”；请添加“undo:”或删除它</translation>
    </message>
    <message>
        <source>“undo” stands in a command that changes nothing outside the room; remove it, or say “risk: change”</source>
        <translation>“undo”出现在不改变房间以外任何东西的命令中；请删除，或写“risk: change”</translation>
    </message>
    <message>
        <source>“%1” is longer than %2 characters; shorten it</source>
        <translation>“%1”超过 %2 个字符；请缩短</translation>
    </message>
    <message>
        <source>“%1” holds a hidden or control character; type it again: %2</source>
        <translation>“%1”含有隐藏字符或控制字符；请重新输入：%2</translation>
    </message>
    <message>
        <source>“%1” is not a key of %2; remove it or correct its name%3</source>
        <translation>“%1”不是%2的键；请删除或更正名称%3</translation>
    </message>
    <message>
        <source>“%1” is an address that no script may reach; name another host</source>
        <translation>“%1”是任何脚本都不得访问的地址；请写其他主机</translation>
    </message>
    <message>
        <source>“%1” of “%2” is not a script in the plugin&apos;s folder; put it there, or name one that is there</source>
        <translation>“%2”的“%1”不是插件文件夹中的脚本；请放到那里，或写那里已有的</translation>
    </message>
    <message>
        <source>“%1” in “args” of a test is not an argument of this command; add it to “arguments:” or name one of them%2</source>
        <translation>测试“args”中的“%1”不是此命令的参数；请加入“arguments:”或写其中之一%2</translation>
    </message>
    <message>
        <source>“%1” is not in the plugin&apos;s folder; put it there, or name one that is there</source>
        <translation>“%1”不在插件文件夹中；请放到那里，或写那里已有的</translation>
    </message>
    <message>
        <source>the command “%1” is there twice; rename or remove one of them</source>
        <translation>命令“%1”出现两次；请改名或删除其一</translation>
    </message>
    <message>
        <source>the manifest is larger than 256 KB; make two plugins of it</source>
        <translation>清单超过 256 KB；请拆成两个插件</translation>
    </message>
    <message>
        <source>the manifest is not UTF-8 text; save it as UTF-8</source>
        <translation>清单不是 UTF-8 文本；请保存为 UTF-8</translation>
    </message>
    <message>
        <source>this is no YAML: %1; look at the indents, colons, brackets and quotes of this line and the one before</source>
        <translation>这不是 YAML：%1；请检查本行及前一行的缩进、冒号、括号和引号</translation>
    </message>
    <message>
        <source>“%1” is for people; of what is only said in the room, a step may be: %2</source>
        <translation>“%1”要由人来做；只在房间里说的内容中，步骤可以是：%2</translation>
    </message>
    <message>
        <source>What is left out does not tell me what is meant. Name each one, please, one at a time.</source>
        <translation>只说了把什么排除在外，还不清楚要对谁操作。请逐个说明，一次一个。</translation>
    </message>
    <message>
        <source>Since when? Say it like midnight, yesterday, tuesday, 14:30, 2h or 2026-11-22T14:30.</source>
        <translation>从什么时候起？可以说 midnight、yesterday、tuesday、14:30、2h 或 2026-11-22T14:30。</translation>
    </message>
    <message>
        <source>a command needs “run:”, such as “run: [scripts/x.py, run]”</source>
        <translation>命令需要“run:”，例如“run: [scripts/x.py, run]”</translation>
    </message>
    <message>
        <source>%1 must be a mapping, not %2; write its keys below each other, or in one line like {name: value, name: value}</source>
        <translation>%1必须是映射，而不是%2；请把各个键逐行写出，或写在一行，如 {name: value, name: value}</translation>
    </message>
    <message>
        <source>“%1” is no host; one name in small letters, or one address, is expected, like “host: api.example.com”</source>
        <translation>“%1”不是主机；应为一个小写名称或一个地址，例如“host: api.example.com”</translation>
    </message>
    <message>
        <source>“%1” must be a mapping like “%1: {name: value}”</source>
        <translation>“%1”必须是映射，如“%1: {name: value}”</translation>
    </message>
    <message>
        <source>a test is of the step “%1”, which this command does not have; write “%1:”, or test another one</source>
        <translation>有一个测试针对步骤“%1”，而此命令没有该步骤；请写“%1:”，或改测其他步骤</translation>
    </message>
    <message>
        <source>“args” of a test lacks “%1”, which is required; write it like “args: {%1: …}”</source>
        <translation>测试的“args”缺少必需的“%1”；请写成“args: {%1: …}”</translation>
    </message>
    <message>
        <source>the example “%1” lacks “%2”, which is required; it is said like %3</source>
        <translation>示例“%1”缺少必需的“%2”；正确的说法是 %3</translation>
    </message>
    <message>
        <source>the phrase “%1” has no word of its own, so that anything would fit it; write one like “look up {word}”</source>
        <translation>说法“%1”没有自己的词，任何话都会符合；请写成例如“look up {word}”</translation>
    </message>
    <message>
        <source>“{%1}” in the “%2” of a call is not an argument of this command, and would be empty; add it to “arguments:” or name one of them%3</source>
        <translation>调用的“%2”中的“{%1}”不是此命令的参数，会是空的；请把它加入“arguments:”，或写其中一个%3</translation>
    </message>
    <message>
        <source>What was the alert: true, false or benign?</source>
        <translation>告警的结论是什么：true（真实）、false（误报）还是 benign（无害）？</translation>
    </message>
    <message>
        <source>Said like that it is always with %1.</source>
        <translation>这种说法固定使用 %1。</translation>
    </message>
    <message>
        <source>When? Say it like “in 30m”, “in 1d”, “at 14:30” or “tomorrow at 9:00”.</source>
        <translation>什么时候？可以说“30 分钟后”“一天后”“14:30”或“明天 9:00”。</translation>
    </message>
</context>
<context>
    <name>catchup</name>
    <message>
        <source>%1; and %2 more</source>
        <translation>%1；另有 %2 项</translation>
    </message>
    <message>
        <source>What happened: %1</source>
        <translation>经过：%1</translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation>这里还没有发生任何事。</translation>
    </message>
    <message>
        <source>Alerts: %1</source>
        <translation>告警：%1</translation>
    </message>
    <message>
        <source>No incident is open here.</source>
        <translation>这里没有进行中的事件。</translation>
    </message>
    <message>
        <source>Severity %1, closed at %2, led by %3.</source>
        <translation>严重程度 %1，于 %2 关闭，负责人 %3。</translation>
    </message>
    <message>
        <source>Severity %1, %2, led by %3.</source>
        <translation>严重程度 %1，%2，负责人 %3。</translation>
    </message>
    <message>
        <source>%1 (undone)</source>
        <translation>%1（已撤销）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>尚未作出任何变更。</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>%1 waits for approval</source>
        <translation>%1 等待批准</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 正在执行</translation>
    </message>
    <message>
        <source>%1 stopped halfway, a person must look</source>
        <translation>%1 中途停止，必须有人查看</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Nothing is pending.</source>
        <translation>没有待办事项。</translation>
    </message>
    <message>
        <source>Pending: %1</source>
        <translation>待办：%1</translation>
    </message>
    <message>
        <source>Closed: no further update is due.</source>
        <translation>已关闭：不再需要更新。</translation>
    </message>
    <message>
        <source>No next update has been promised.</source>
        <translation>尚未承诺下次更新的时间。</translation>
    </message>
    <message>
        <source>The next update was due at %1 and is late.</source>
        <translation>下次更新原定于 %1，现已逾期。</translation>
    </message>
    <message>
        <source>Next update by %1.</source>
        <translation>下次更新不晚于 %1。</translation>
    </message>
    <message>
        <source>No alert came in here.</source>
        <translation>这里没有收到告警。</translation>
    </message>
</context>
<context>
    <name>permission</name>
    <message>
        <source>This team&apos;s policy lets nothing run yet (level 0): commands are only suggested.</source>
        <translation>本团队的策略目前不允许执行任何命令（级别 0）：只给出建议。</translation>
    </message>
    <message>
        <source>The policy does not say who approves this, so it cannot be asked for.</source>
        <translation>策略没有规定由谁批准，因此无法提出请求。</translation>
    </message>
    <message>
        <source>You asked for this, so somebody else has to decide.</source>
        <translation>这是您提出的请求，必须由他人决定。</translation>
    </message>
    <message>
        <source>This request is settled already.</source>
        <translation>此请求已有定论。</translation>
    </message>
    <message>
        <source>This request has expired. It can be asked for again.</source>
        <translation>此请求已过期。可以重新提出。</translation>
    </message>
    <message>
        <source>Only members of %1 decide on this.</source>
        <translation>只有 %1 的成员才能对此作出决定。</translation>
    </message>
    <message>
        <source>You have decided on this already.</source>
        <translation>您已对此作出决定。</translation>
    </message>
    <message>
        <source>It is settled already.</source>
        <translation>它已有定论。</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>它已过期。</translation>
    </message>
    <message>
        <source>The policy has changed since it was asked for; ask again.</source>
        <translation>自提出请求以来策略已变更；请重新提出。</translation>
    </message>
    <message>
        <source>Somebody declined it.</source>
        <translation>有人拒绝了它。</translation>
    </message>
    <message>
        <source>The request was edited or deleted in the chat.</source>
        <translation>该请求在聊天中被编辑或删除。</translation>
    </message>
    <message>
        <source>%1 is a protected host, so one more has to agree.</source>
        <translation>%1 是受保护主机，因此还需多一人同意。</translation>
    </message>
    <message>
        <source>This is outside the change window, so one more has to agree.</source>
        <translation>现在不在变更窗口内，因此还需多一人同意。</translation>
    </message>
    <message>
        <source>A program&apos;s account decides on nothing.</source>
        <translation>程序账户无权作出决定。</translation>
    </message>
    <message>
        <source>It has %1 of the %2 approvals it needs. %3</source>
        <translation>所需的 %2 个批准中已有 %1 个。%3</translation>
    </message>
    <message>
        <source>By this team&apos;s policy (level 1) only reading runs; a change is suggested, for somebody to make.</source>
        <translation>按本团队的策略（1 级），只运行读取类命令；更改只作建议，由人来做。</translation>
    </message>
    <message>
        <source>Policy %1 is not here, so nothing starts.</source>
        <translation>策略 %1 不在这里，因此什么都不启动。</translation>
    </message>
    <message>
        <source>Another version was published since it was asked for; ask again.</source>
        <translation>提出请求之后又发布了另一个版本；请重新提出。</translation>
    </message>
    <message>
        <source>This Wardroom cannot read all of it; it may be older than the one that asked.</source>
        <translation>此 Wardroom 无法完整读取；它可能比提出请求的版本旧。</translation>
    </message>
    <message>
        <source>It has %1 of the %2 approvals it needs.</source>
        <translation>需要 %2 个批准，已有 %1 个。</translation>
    </message>
    <message>
        <source>This team&apos;s policy has this command at level 0: it is only suggested. Other commands are as before.</source>
        <translation>本团队的策略将此命令设为级别 0：只给出建议。其他命令不变。</translation>
    </message>
    <message>
        <source>This team&apos;s policy has this command at level 1: it is suggested, for somebody to make. Other commands are as before.</source>
        <translation>本团队的策略将此命令设为级别 1：只给出建议，由人来执行。其他命令不变。</translation>
    </message>
</context>
<context>
    <name>policywords</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>policy admin</source>
        <translation>策略管理员</translation>
    </message>
    <message>
        <source>program&apos;s account</source>
        <translation>程序账号</translation>
    </message>
    <message>
        <source>Other admins who agree to a change of the policy</source>
        <translation>更改策略时须同意的其他管理员人数</translation>
    </message>
    <message>
        <source>Level of automation</source>
        <translation>自动化级别</translation>
    </message>
    <message>
        <source>Seconds until the next person is called</source>
        <translation>呼叫下一个人之前的秒数</translation>
    </message>
    <message>
        <source>Seconds until a request expires</source>
        <translation>请求过期之前的秒数</translation>
    </message>
    <message>
        <source>protected host</source>
        <translation>受保护主机</translation>
    </message>
    <message>
        <source>Change windows (UTC)</source>
        <translation>变更时段（UTC）</translation>
    </message>
    <message>
        <source>Node that speaks for phones</source>
        <translation>代手机发言的节点</translation>
    </message>
    <message>
        <source>risk that a reaction may approve</source>
        <translation>可用表情批准的风险</translation>
    </message>
    <message>
        <source>Room for alerts</source>
        <translation>告警房间</translation>
    </message>
    <message>
        <source>%1: %2, before %3</source>
        <translation>%1：%2，此前 %3</translation>
    </message>
    <message>
        <source>New %1: %2</source>
        <translation>新增%1：%2</translation>
    </message>
    <message>
        <source>No longer %1: %2</source>
        <translation>不再是%1：%2</translation>
    </message>
    <message>
        <source>%1, the members of %2</source>
        <translation>%1，即 %2 的成员</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1 人</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Who approves “%1”</source>
        <translation>谁批准“%1”</translation>
    </message>
    <message>
        <source>Verified runs before a command may run by itself</source>
        <translation>命令可自动运行之前所需的已核实运行次数</translation>
    </message>
    <message>
        <source>What disrupts may run by itself</source>
        <translation>会造成中断的命令可自动运行</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: level %2</source>
        <translation>%1：级别 %2</translation>
    </message>
    <message>
        <source>%1 MAY RUN BY ITSELF, with nobody&apos;s approval (level 3), as long as its files are %2 and no run goes wrong</source>
        <translation>%1 可以自动运行，无需任何人批准（3 级），只要它的文件仍是 %2 且没有一次运行出问题</translation>
    </message>
    <message>
        <source>%1: no level of its own any more</source>
        <translation>%1：不再有自己的级别</translation>
    </message>
    <message>
        <source>vetted plugin</source>
        <translation>已审核插件</translation>
    </message>
    <message>
        <source>On call, in this order</source>
        <translation>值班顺序</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>host key %1</source>
        <translation>主机密钥 %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>属于 %1</translation>
    </message>
    <message>
        <source>0, commands are only suggested</source>
        <translation>0，命令只作建议</translation>
    </message>
    <message>
        <source>1, reading runs by itself</source>
        <translation>1，读取类自动运行</translation>
    </message>
    <message>
        <source>2, a change runs once approved</source>
        <translation>2，更改经批准后运行</translation>
    </message>
    <message>
        <source>3, what has a clean record may run by itself</source>
        <translation>3，记录清白的可以自动运行</translation>
    </message>
    <message>
        <source>New host %1: %2</source>
        <translation>新主机 %1：%2</translation>
    </message>
    <message>
        <source>Host %1 changes in its details</source>
        <translation>主机 %1 的细节有变</translation>
    </message>
    <message>
        <source>Host %1: %2, before %3</source>
        <translation>主机 %1：%2，此前 %3</translation>
    </message>
    <message>
        <source>Host %1 is taken off the list</source>
        <translation>主机 %1 从清单中移除</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>deleted in the chat</source>
        <translation>已在聊天中删除</translation>
    </message>
    <message>
        <source>edited in the chat</source>
        <translation>已在聊天中编辑</translation>
    </message>
    <message>
        <source>made for another room</source>
        <translation>属于另一个房间</translation>
    </message>
    <message>
        <source>made for another workspace</source>
        <translation>属于另一个工作区</translation>
    </message>
    <message>
        <source>said by a revoked node after its last good fact</source>
        <translation>由已吊销的节点在其最后一条有效事实之后发出</translation>
    </message>
    <message>
        <source>the signature does not fit</source>
        <translation>签名不符</translation>
    </message>
    <message>
        <source>sent by somebody else than the node&apos;s person</source>
        <translation>发送者不是该节点所属的人员</translation>
    </message>
    <message>
        <source>a second fact with one sequence number</source>
        <translation>同一序号的第二条事实</translation>
    </message>
    <message>
        <source>does not follow the node&apos;s previous fact</source>
        <translation>与该节点的前一条事实不衔接</translation>
    </message>
    <message>
        <source>its attachment is not canonical JSON</source>
        <translation>其附件不是规范化 JSON</translation>
    </message>
    <message>
        <source>a request that does not name itself as its operation</source>
        <translation>请求没有以自身作为其操作</translation>
    </message>
    <message>
        <source>after it expired</source>
        <translation>在过期之后</translation>
    </message>
    <message>
        <source>after it was settled</source>
        <translation>在定论之后</translation>
    </message>
    <message>
        <source>asked for by somebody who is not among its requesters</source>
        <translation>提出者不在其请求人之列</translation>
    </message>
    <message>
        <source>by the requester</source>
        <translation>由请求人作出</translation>
    </message>
    <message>
        <source>cancelled after it was settled</source>
        <translation>在定论之后取消</translation>
    </message>
    <message>
        <source>cancelled by somebody who did not ask for it</source>
        <translation>由并未提出该请求的人取消</translation>
    </message>
    <message>
        <source>claimed already</source>
        <translation>已被认领</translation>
    </message>
    <message>
        <source>declined without a reason</source>
        <translation>拒绝时未给出理由</translation>
    </message>
    <message>
        <source>enrols a node that is there already</source>
        <translation>登记了已存在的节点</translation>
    </message>
    <message>
        <source>enrols without an invitation</source>
        <translation>无邀请登记</translation>
    </message>
    <message>
        <source>finished already</source>
        <translation>已经结束</translation>
    </message>
    <message>
        <source>for other bytes</source>
        <translation>针对的是不同的内容</translation>
    </message>
    <message>
        <source>published by somebody who is no policy admin</source>
        <translation>发布者不是策略管理员</translation>
    </message>
    <message>
        <source>reported by a node that did not claim it</source>
        <translation>由并未认领它的节点报告</translation>
    </message>
    <message>
        <source>revoked by somebody who may not</source>
        <translation>由无权者吊销</translation>
    </message>
    <message>
        <source>stalled after it finished</source>
        <translation>在结束之后报告停滞</translation>
    </message>
    <message>
        <source>takes the name of a person who is there already</source>
        <translation>占用了已有人员的姓名</translation>
    </message>
    <message>
        <source>the claim names another policy</source>
        <translation>认领所指的是另一个策略</translation>
    </message>
    <message>
        <source>the claim names another request</source>
        <translation>认领所指的是另一个请求</translation>
    </message>
    <message>
        <source>the invitation had expired</source>
        <translation>邀请已过期</translation>
    </message>
    <message>
        <source>the invitation is not by the node it names</source>
        <translation>邀请并非由其所指的节点发出</translation>
    </message>
    <message>
        <source>the invitation was made for another key</source>
        <translation>邀请是为另一个密钥签发的</translation>
    </message>
    <message>
        <source>the inviting node is revoked</source>
        <translation>发出邀请的节点已被吊销</translation>
    </message>
    <message>
        <source>this invitation has been used</source>
        <translation>此邀请已被使用</translation>
    </message>
    <message>
        <source>this version of the inventory does not follow the last</source>
        <translation>此版本的主机清单与上一版不衔接</translation>
    </message>
    <message>
        <source>this version of the policy is published already</source>
        <translation>此版本的策略已经发布</translation>
    </message>
    <message>
        <source>twice by one person</source>
        <translation>同一人重复两次</translation>
    </message>
    <message>
        <source>withdraws somebody else&apos;s approval</source>
        <translation>撤回了他人的批准</translation>
    </message>
    <message>
        <source>another request has this id</source>
        <translation>另一个请求使用了此 ID</translation>
    </message>
    <message>
        <source>claimed by another node than the request names</source>
        <translation>认领的节点不是请求所指的节点</translation>
    </message>
    <message>
        <source>counts more approvals than anybody needs</source>
        <translation>计入的批准多于任何人所需</translation>
    </message>
    <message>
        <source>enrols another node than itself</source>
        <translation>登记的是别的节点而不是自身</translation>
    </message>
    <message>
        <source>it ran without the claim that the policy asks for</source>
        <translation>未经策略所要求的认领即已执行</translation>
    </message>
    <message>
        <source>its attachment is too large</source>
        <translation>其附件过大</translation>
    </message>
    <message>
        <source>waits for the claim</source>
        <translation>等待认领</translation>
    </message>
    <message>
        <source>ended already</source>
        <translation>已经结束</translation>
    </message>
    <message>
        <source>not among the options</source>
        <translation>不在可选项之中</translation>
    </message>
    <message>
        <source>by a bot</source>
        <translation>由机器人作出</translation>
    </message>
    <message>
        <source>by somebody who was not asked</source>
        <translation>由未被询问的人作出</translation>
    </message>
    <message>
        <source>said by another node than runs the playbook</source>
        <translation>不是由运行该预案的节点发出</translation>
    </message>
    <message>
        <source>starts other bytes than were published</source>
        <translation>启动的文件与已发布的不一致</translation>
    </message>
    <message>
        <source>leaves out who published or started the playbook</source>
        <translation>遗漏了发布或启动预案的人</translation>
    </message>
    <message>
        <source>said after the playbook ended</source>
        <translation>在预案结束之后发出</translation>
    </message>
    <message>
        <source>stopped by somebody who may not</source>
        <translation>由无权停止的人停止</translation>
    </message>
    <message>
        <source>this step was asked for already</source>
        <translation>该步骤已经请求过</translation>
    </message>
    <message>
        <source>replaces another playbook</source>
        <translation>替换的是另一个预案</translation>
    </message>
    <message>
        <source>the playbook has ended</source>
        <translation>预案已结束</translation>
    </message>
    <message>
        <source>waits for the playbook&apos;s publication</source>
        <translation>等待预案的发布记录</translation>
    </message>
    <message>
        <source>published without the approvals it needs</source>
        <translation>未获所需批准就发布</translation>
    </message>
    <message>
        <source>published something else than was approved</source>
        <translation>发布的内容与批准的不同</translation>
    </message>
    <message>
        <source>another version was published first</source>
        <translation>另一个版本先发布了</translation>
    </message>
    <message>
        <source>proposed by somebody who is no policy admin</source>
        <translation>由非策略管理员提出</translation>
    </message>
    <message>
        <source>proposes no version</source>
        <translation>没有提出版本</translation>
    </message>
    <message>
        <source>decided by somebody who is no policy admin</source>
        <translation>由非策略管理员决定</translation>
    </message>
    <message>
        <source>a proposal is published, not run</source>
        <translation>提议是发布的，不是运行的</translation>
    </message>
    <message>
        <source>said from a phone, where this needs a signature</source>
        <translation>来自手机，而这需要签名</translation>
    </message>
    <message>
        <source>it ran by itself after a run that went wrong had ended that</source>
        <translation>在一次出问题的运行已终止授权之后自动运行</translation>
    </message>
    <message>
        <source>said without words</source>
        <translation>发送时没有文字</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>A PDF needs a program with fonts.</source>
        <translation>生成 PDF 需要带字体的程序。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 is there already: choose a new place.</source>
        <translation>%1 已存在：请选择新的位置。</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建文件夹</translation>
    </message>
    <message>
        <source>it cannot be moved there</source>
        <translation>无法移动到该处</translation>
    </message>
    <message>
        <source>This Wardroom is not enrolled in the workspace, so its signature would prove nothing.</source>
        <translation>此 Wardroom 未在工作区登记，因此它的签名证明不了什么。</translation>
    </message>
    <message>
        <source>outside the period that was asked for</source>
        <translation>不在所要求的时间段内</translation>
    </message>
    <message>
        <source>Nothing in this room has the id %1.</source>
        <translation>此房间中没有 ID 为 %1 的内容。</translation>
    </message>
    <message>
        <source>What was written cannot be read again: %1</source>
        <translation>已写入的内容无法重新读取：%1</translation>
    </message>
    <message>
        <source>Line %1 says what to leave out, but not why.</source>
        <translation>第 %1 行说明了要略去什么，但没有说明原因。</translation>
    </message>
    <message>
        <source>In five lines</source>
        <translation>五行概要</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>隐去</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>等待中：%1</translation>
    </message>
    <message>
        <source>Gap: %1</source>
        <translation>缺口：%1</translation>
    </message>
    <message>
        <source>Does not count: %1</source>
        <translation>不算数：%1</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>%1 accepted and took it back</source>
        <translation>%1 批准后又撤回</translation>
    </message>
    <message>
        <source>%1: does not count, %2</source>
        <translation>%1：不算数，%2</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 已批准</translation>
    </message>
    <message>
        <source>%1 declined</source>
        <translation>%1 已拒绝</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>无需批准</translation>
    </message>
    <message>
        <source>The approvals do not add up</source>
        <translation>批准情况前后不符</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Stopped halfway</source>
        <translation>中途停止</translation>
    </message>
    <message>
        <source>Started, no end reported</source>
        <translation>已开始，未报告结束</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>请求人</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Commands and decisions</source>
        <translation>命令与决定</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>deleted in the chat</source>
        <translation>已在聊天中删除</translation>
    </message>
    <message>
        <source>edited in the chat</source>
        <translation>已在聊天中编辑</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>How to check this report</source>
        <translation>如何核验本报告</translation>
    </message>
    <message>
        <source>This report is one file of a signed bundle. The program wardroomctl recomputes everything in it without network: every hash, every signature, every sequence, and whether anything is missing.</source>
        <translation>本报告是签名证据包中的一个文件。程序 wardroomctl 无需联网即可重新计算其中的一切：每个哈希、每个签名、每个序列，以及是否有缺失。</translation>
    </message>
    <message>
        <source>Check with</source>
        <translation>核验命令</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Wardroom</source>
        <translation>Wardroom</translation>
    </message>
    <message>
        <source>Key&apos;s fingerprint</source>
        <translation>密钥指纹</translation>
    </message>
    <message>
        <source>(revoked)</source>
        <translation>（已吊销）</translation>
    </message>
    <message>
        <source>Attachments (SHA-256)</source>
        <translation>附件（SHA-256）</translation>
    </message>
    <message>
        <source>Incident report</source>
        <translation>事件报告</translation>
    </message>
    <message>
        <source>Room record</source>
        <translation>房间记录</translation>
    </message>
    <message>
        <source>%1 · exported %2 by %3</source>
        <translation>%1 · 由 %3 于 %2 导出</translation>
    </message>
    <message>
        <source>Wardroom · %1 · workspace %2</source>
        <translation>Wardroom · %1 · 工作区 %2</translation>
    </message>
    <message>
        <source>Too many files for a .zip: export to a folder.</source>
        <translation>文件过多，无法存为 .zip：请导出为文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>Too large for a .zip: export to a folder.</source>
        <translation>过大，无法存为 .zip：请导出为文件夹。</translation>
    </message>
    <message>
        <source>That is not a report.</source>
        <translation>这不是报告。</translation>
    </message>
    <message>
        <source>Said to have ended; nothing says that it began</source>
        <translation>据称已结束；没有其开始的记录</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>waits for a fact that is not here yet</source>
        <translation>等待一条尚未到达的事实</translation>
    </message>
    <message>
        <source>waits until its Wardroom is known to the workspace</source>
        <translation>等待工作区获知其所属的 Wardroom</translation>
    </message>
    <message>
        <source>waits for a version of the policy</source>
        <translation>等待某个版本的策略</translation>
    </message>
    <message>
        <source>waits for its attachment</source>
        <translation>等待其附件</translation>
    </message>
    <message>
        <source>A fact that cannot be read</source>
        <translation>一条无法读取的事实</translation>
    </message>
    <message>
        <source>The approvals do not add up: %1</source>
        <translation>批准情况前后不符：%1</translation>
    </message>
    <message>
        <source>Missing: fact %1 of %2</source>
        <translation>缺失：%2 的第 %1 条事实</translation>
    </message>
    <message>
        <source>nobody has seen this sequence number</source>
        <translation>没有人见过此序号</translation>
    </message>
</context>
<context>
    <name>verify</name>
    <message>
        <source>%1 fixed the record at %2 facts up to there, the bundle has %3</source>
        <translation>%1 在此处固定的记录为 %2 条事实，证据包中有 %3 条</translation>
    </message>
    <message>
        <source>Facts came late, so that the record fixed here by %1 covers no longer what is before it</source>
        <translation>有事实迟到，因此 %1 在此固定的记录不再涵盖其之前的全部内容</translation>
    </message>
    <message>
        <source>the facts up to there are not those that %1 fixed</source>
        <translation>到此为止的事实并非 %1 所固定的那些</translation>
    </message>
    <message>
        <source>Messages without a signature rest on the platform&apos;s word</source>
        <translation>没有签名的消息以平台的说法为据</translation>
    </message>
    <message>
        <source>That these were edited or deleted rests on the platform&apos;s word</source>
        <translation>这些内容曾被编辑或删除，以平台的说法为据</translation>
    </message>
    <message>
        <source>That nothing came after these rests on the exporter&apos;s word, no other Wardroom has fixed the record since</source>
        <translation>这些之后没有其他内容，以导出者的说法为据；此后没有其他 Wardroom 固定过记录</translation>
    </message>
    <message>
        <source>How these stand rests on the exporter&apos;s word, because they refer to what is withheld</source>
        <translation>这些内容的效力以导出者的说法为据，因为它们涉及被隐去的内容</translation>
    </message>
    <message>
        <source>That the control room had no later facts rests on the exporter&apos;s word</source>
        <translation>控制室没有更晚的事实，以导出者的说法为据</translation>
    </message>
    <message>
        <source>The readable texts, report.html, report.pdf and timeline.csv, are the exporter&apos;s rendering of the facts</source>
        <translation>可读文本 report.html、report.pdf 和 timeline.csv 是导出者对事实的呈现</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 过大</translation>
    </message>
    <message>
        <source>There is no bundle at %1</source>
        <translation>%1 处没有证据包</translation>
    </message>
    <message>
        <source>it ends in the middle of a line</source>
        <translation>在一行的中间结束</translation>
    </message>
    <message>
        <source>this line is not as Wardroom writes it: %1</source>
        <translation>此行不是 Wardroom 的写法：%1</translation>
    </message>
    <message>
        <source>its number is %1: a line was dropped, inserted or moved</source>
        <translation>其编号为 %1：有一行被删除、插入或移动</translation>
    </message>
    <message>
        <source>it belongs to another room</source>
        <translation>它属于另一个房间</translation>
    </message>
    <message>
        <source>this entry is there twice</source>
        <translation>此条目出现了两次</translation>
    </message>
    <message>
        <source>a line of the control room stands after the room&apos;s</source>
        <translation>控制室的一行排在了本房间的内容之后</translation>
    </message>
    <message>
        <source>it is out of order: its position is before the previous line&apos;s</source>
        <translation>顺序有误：其位置在前一行之前</translation>
    </message>
    <message>
        <source>a line of the control room is left out</source>
        <translation>控制室的一行被略去</translation>
    </message>
    <message>
        <source>it stands as &quot;%1&quot;, but checked again: %2</source>
        <translation>标注为“%1”，但重新核验的结果是：%2</translation>
    </message>
    <message>
        <source>fact %1 of %2 is missing before this one</source>
        <translation>在此之前缺少 %2 的第 %1 条事实</translation>
    </message>
    <message>
        <source>facts %1 to %2 of %3 are missing before this one</source>
        <translation>在此之前缺少 %3 的第 %1 至 %2 条事实</translation>
    </message>
    <message>
        <source>it does not follow %1&apos;s previous fact</source>
        <translation>与 %1 的前一条事实不衔接</translation>
    </message>
    <message>
        <source>this line is there twice</source>
        <translation>此行出现了两次</translation>
    </message>
    <message>
        <source>this line was changed</source>
        <translation>此行已被更改</translation>
    </message>
    <message>
        <source>this line was inserted</source>
        <translation>此行是插入的</translation>
    </message>
    <message>
        <source>the signed line %1 was dropped before this one</source>
        <translation>在此之前，已签名的第 %1 行被删除</translation>
    </message>
    <message>
        <source>the signed line %1 is not at its place</source>
        <translation>已签名的第 %1 行不在其位置上</translation>
    </message>
    <message>
        <source>this line was signed as line %1: reordered</source>
        <translation>此行签名时为第 %1 行：顺序被调换</translation>
    </message>
    <message>
        <source>Line %1 is not as Wardroom writes it: %2</source>
        <translation>第 %1 行不是 Wardroom 的写法：%2</translation>
    </message>
    <message>
        <source>the fact here is another one</source>
        <translation>此处的事实是另一条</translation>
    </message>
    <message>
        <source>the bundle has a fact here that this desktop has not</source>
        <translation>证据包在此处有一条事实，而本机没有</translation>
    </message>
    <message>
        <source>this desktop has a fact here that the bundle has not</source>
        <translation>本机在此处有一条事实，而证据包没有</translation>
    </message>
    <message>
        <source>the bundle goes on where this desktop&apos;s record ends</source>
        <translation>本机的记录到此为止，而证据包还有后续</translation>
    </message>
    <message>
        <source>The .zip is not byte for byte as Wardroom wrote it. If another program packed it, unpack it and verify the folder.</source>
        <translation>此 .zip 并非 Wardroom 写出的逐字节原样。如果是其他程序打包的，请解压后核验文件夹。</translation>
    </message>
    <message>
        <source>%1 is no bundle</source>
        <translation>%1 不是证据包</translation>
    </message>
    <message>
        <source>INTACT: complete, unaltered, and signed by the workspace you trust.</source>
        <translation>完好：完整、未被改动，并由您信任的工作区签名。</translation>
    </message>
    <message>
        <source>ALTERED: this is not what was signed.</source>
        <translation>已被改动：这不是当初签名的内容。</translation>
    </message>
    <message>
        <source>INCOMPLETE: something is missing.</source>
        <translation>不完整：有内容缺失。</translation>
    </message>
    <message>
        <source>NOT TRUSTED: it was not signed by the workspace you trust.</source>
        <translation>不受信任：签名者不是您信任的工作区。</translation>
    </message>
    <message>
        <source>UNREADABLE: this cannot be checked.</source>
        <translation>无法读取：无法进行核验。</translation>
    </message>
    <message>
        <source>CONSISTENT, SIGNER UNKNOWN: give the workspace&apos;s fingerprint with --trust to know who signed it.</source>
        <translation>前后一致，签名者未知：用 --trust 给出工作区的指纹，即可知道签名者是谁。</translation>
    </message>
    <message>
        <source>, line %1</source>
        <translation>，第 %1 行</translation>
    </message>
    <message>
        <source>, fact %1</source>
        <translation>，事实 %1</translation>
    </message>
    <message>
        <source>Room: %1</source>
        <translation>房间：%1</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>工作区：%1</translation>
    </message>
    <message>
        <source>Signed by: %1</source>
        <translation>签名者：%1</translation>
    </message>
    <message>
        <source>Facts: %1 counted, %2 waiting, %3 suspect; %4 messages; %5 withheld; %6 files</source>
        <translation>事实：%1 条有效，%2 条等待中，%3 条存疑；%4 条消息；%5 条隐去；%6 个文件</translation>
    </message>
    <message>
        <source>Withheld, line %1: %2</source>
        <translation>已隐去，第 %1 行：%2</translation>
    </message>
    <message>
        <source>Attachment %1 of line %2 was not there when this was exported</source>
        <translation>导出时缺少第 %2 行的附件 %1</translation>
    </message>
    <message>
        <source>%1: lines %2</source>
        <translation>%1：第 %2 行</translation>
    </message>
    <message>
        <source>The fingerprint to trust must be 64 hexadecimal digits.</source>
        <translation>要信任的指纹必须是 64 位十六进制数字。</translation>
    </message>
    <message>
        <source>This is no bundle: there is no manifest.json.</source>
        <translation>这不是证据包：没有 manifest.json。</translation>
    </message>
    <message>
        <source>its checksum in the .zip does not fit</source>
        <translation>它在 .zip 中的校验和不符</translation>
    </message>
    <message>
        <source>A newer Wardroom made this bundle: verify it with that version.</source>
        <translation>此证据包由更新版本的 Wardroom 制作：请用该版本核验。</translation>
    </message>
    <message>
        <source>it is not as Wardroom writes it: %1</source>
        <translation>不是 Wardroom 的写法：%1</translation>
    </message>
    <message>
        <source>it lists %1 twice</source>
        <translation>%1 被列出了两次</translation>
    </message>
    <message>
        <source>this file is missing</source>
        <translation>此文件缺失</translation>
    </message>
    <message>
        <source>this file was changed: its SHA-256 is not the signed one</source>
        <translation>此文件已被更改：其 SHA-256 与签名的不符</translation>
    </message>
    <message>
        <source>it does not list %1</source>
        <translation>没有列出 %1</translation>
    </message>
    <message>
        <source>this file does not belong to the bundle</source>
        <translation>此文件不属于该证据包</translation>
    </message>
    <message>
        <source>it does not fit facts.jsonl</source>
        <translation>与 facts.jsonl 不符</translation>
    </message>
    <message>
        <source>its counts, chains, anchors or lists do not follow from the facts</source>
        <translation>其计数、链、锚点或列表无法由事实推出</translation>
    </message>
    <message>
        <source>its keys are not those of the control room</source>
        <translation>其密钥不是控制室的密钥</translation>
    </message>
    <message>
        <source>its name is not its SHA-256</source>
        <translation>其名称不是它的 SHA-256</translation>
    </message>
    <message>
        <source>no fact names this attachment</source>
        <translation>没有事实提到此附件</translation>
    </message>
    <message>
        <source>it belongs to the workspace %1, not to the one you trust</source>
        <translation>它属于工作区 %1，而不是您信任的那个</translation>
    </message>
    <message>
        <source>it was signed by a node that the workspace does not know</source>
        <translation>签名的节点不为工作区所知</translation>
    </message>
    <message>
        <source>it was signed by a node that the workspace has revoked</source>
        <translation>签名的节点已被工作区吊销</translation>
    </message>
    <message>
        <source>the exporter&apos;s key is not that node&apos;s</source>
        <translation>导出者的密钥不是该节点的密钥</translation>
    </message>
    <message>
        <source>the signature does not fit manifest.json: one of the two was changed, or another key signed</source>
        <translation>签名与 manifest.json 不符：二者之一被更改，或由另一个密钥签名</translation>
    </message>
    <message>
        <source>Decisions from phones rest on the word of the chat platform and of the runner that read them</source>
        <translation>来自手机的决定以聊天平台和读取它们的执行节点的说法为准</translation>
    </message>
    <message>
        <source>What else was said from phones rests on the word of the chat platform and of the runner that read it</source>
        <translation>手机上的其他发言以聊天平台和读取它们的执行节点的说法为准</translation>
    </message>
</context>
<context>
    <name>wardroom::app::Desktop</name>
    <message>
        <source>Making a practice host…</source>
        <translation>正在创建演练主机…</translation>
    </message>
    <message>
        <source>Making your workspace…</source>
        <translation>正在创建您的工作区…</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在加入…</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>%1 is being opened.</source>
        <translation>正在打开 %1。</translation>
    </message>
    <message>
        <source>%1 is not open.</source>
        <translation>%1 未打开。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>wardroom::app::Start</name>
    <message>
        <source>Wardroom</source>
        <translation>Wardroom</translation>
    </message>
    <message>
        <source>This machine has no keychain. Choose a passphrase: your keys are kept in a file that it encrypts.</source>
        <translation>本机没有密钥环。请选择一个口令：您的密钥将保存在用它加密的文件中。</translation>
    </message>
    <message>
        <source>Passphrase for your keys:</source>
        <translation>密钥的口令：</translation>
    </message>
    <message>
        <source>Without a passphrase there is nowhere to keep your keys.</source>
        <translation>没有口令就没有地方保存您的密钥。</translation>
    </message>
</context>
<context>
    <name>wardroom::bot::GatePassage</name>
    <message>
        <source>A request to the proxy is at most 8 KB.</source>
        <translation>发往代理的请求最多 8 KB。</translation>
    </message>
    <message>
        <source>Only CONNECT to a declared host and port is understood, not: %1</source>
        <translation>只接受对已声明主机和端口的 CONNECT，而不是：%1</translation>
    </message>
    <message>
        <source>%1 is not among the places that this command declares, so it was not reached.</source>
        <translation>%1 不在此命令声明的目标之列，因此未访问。</translation>
    </message>
    <message>
        <source>%1 leads to %2, which is no place outside; a network of one&apos;s own has to be declared.</source>
        <translation>%1 指向 %2，不是外部地址；自有网络必须声明。</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>无法访问 %1。</translation>
    </message>
    <message>
        <source>More than %1 MB went through, and the connections were ended.</source>
        <translation>传输超过 %1 MB，连接已终止。</translation>
    </message>
</context>
<context>
    <name>wardroom::bot::JobProcess</name>
    <message>
        <source>It did not end within %1 seconds and was ended.</source>
        <translation>在 %1 秒内没有结束，已被终止。</translation>
    </message>
    <message>
        <source>bubblewrap could not be started: %1</source>
        <translation>无法启动 bubblewrap：%1</translation>
    </message>
    <message>
        <source>It printed more than %1 KB and was ended.</source>
        <translation>输出超过 %1 KB，已被终止。</translation>
    </message>
    <message>
        <source>It used more than %1 MB of memory and was ended.</source>
        <translation>内存用量超过 %1 MB，已被终止。</translation>
    </message>
    <message>
        <source>The sandbox could not be made. %1</source>
        <translation>无法创建沙箱。%1</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>网络：%1</translation>
    </message>
</context>
<context>
    <name>wardroom::bot::NetworkGate</name>
    <message>
        <source>The way out for this command&apos;s network could not be made.</source>
        <translation>无法建立此命令的网络出口。</translation>
    </message>
    <message>
        <source>More than %1 connections at once.</source>
        <translation>同时连接超过 %1 个。</translation>
    </message>
</context>
<context>
    <name>wardroom::bot::OperationRunner</name>
    <message>
        <source>It ended before it was known whether this node may run it.</source>
        <translation>在确定本节点是否可以执行之前它就结束了。</translation>
    </message>
    <message>
        <source>Another node claimed it although this one may: a person must look.</source>
        <translation>本节点可以执行，却被另一个节点认领：必须有人查看。</translation>
    </message>
    <message>
        <source>It expired before it could start.</source>
        <translation>在能够开始之前已过期。</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>它已过期。</translation>
    </message>
    <message>
        <source>Another node may run it and does not: a person must look.</source>
        <translation>另一个节点可以执行却没有执行：必须有人查看。</translation>
    </message>
    <message>
        <source>Nothing will run, because the journal of what ran cannot be read: %1</source>
        <translation>不会执行任何操作，因为无法读取执行日志：%1</translation>
    </message>
    <message>
        <source>The request is not here any more.</source>
        <translation>请求已不在这里。</translation>
    </message>
    <message>
        <source>It does not go on, because that cannot be written down: %1</source>
        <translation>无法继续，因为不能将其记录下来：%1</translation>
    </message>
    <message>
        <source>It could not be said in the room: %1</source>
        <translation>无法在房间中发布：%1</translation>
    </message>
    <message>
        <source>Wardroom ended while this ran, so nobody knows how far it got. A person must look.</source>
        <translation>执行期间 Wardroom 退出，因此无人知道执行到了哪一步。必须有人查看。</translation>
    </message>
    <message>
        <source>Its lock is held by %1, which is no node of this workspace: a person must look.</source>
        <translation>它的锁由 %1 持有，而那不是此工作区的节点：必须有人查看。</translation>
    </message>
    <message>
        <source>The policy has changed since it was asked for; ask again.</source>
        <translation>自提出请求以来策略已变更；请重新提出。</translation>
    </message>
</context>
<context>
    <name>wardroom::bot::PlaybookRunner</name>
    <message>
        <source>The playbook was taken back.</source>
        <translation>预案已被撤回。</translation>
    </message>
    <message>
        <source>Step %1 of the playbook %2</source>
        <translation>预案 %2 的步骤 %1</translation>
    </message>
    <message>
        <source>The playbook does not go on: %1</source>
        <translation>预案无法继续：%1</translation>
    </message>
</context>
<context>
    <name>wardroom::bot::Sandbox</name>
    <message>
        <source>Commands need bubblewrap, which is not installed. Install the package &quot;bubblewrap&quot;.</source>
        <translation>命令需要 bubblewrap，但它没有安装。请安装软件包“bubblewrap”。</translation>
    </message>
    <message>
        <source>Commands need user namespaces, which this machine has switched off in %1. An administrator can switch them on.</source>
        <translation>命令需要用户命名空间，而本机已在 %1 中将其关闭。管理员可以将其打开。</translation>
    </message>
    <message>
        <source>Commands need bubblewrap, and it cannot make a sandbox here (%1). On Ubuntu 24.04 and later an administrator has to allow it in AppArmor.</source>
        <translation>命令需要 bubblewrap，但它无法在此创建沙箱（%1）。在 Ubuntu 24.04 及更新版本上，管理员须在 AppArmor 中允许它。</translation>
    </message>
    <message>
        <source>It was ended.</source>
        <translation>已被终止。</translation>
    </message>
    <message>
        <source>No folder for a command&apos;s private copy could be made in /tmp or /var/tmp.</source>
        <translation>无法在 /tmp 或 /var/tmp 中为命令的私有副本创建文件夹。</translation>
    </message>
    <message>
        <source>The sandbox is closing.</source>
        <translation>沙箱正在关闭。</translation>
    </message>
</context>
<context>
    <name>wardroom::chat::ChatPlatform</name>
    <message>
        <source>There are no reactions on this platform.</source>
        <translation>此平台不支持表情回应。</translation>
    </message>
    <message>
        <source>What was said cannot be changed on this platform.</source>
        <translation>在此平台上，已说的话不能修改。</translation>
    </message>
    <message>
        <source>Nobody can be taken out of a room on this platform.</source>
        <translation>在此平台上，不能把任何人移出房间。</translation>
    </message>
    <message>
        <source>There is no invitation into that room.</source>
        <translation>没有进入该房间的邀请。</translation>
    </message>
    <message>
        <source>Rooms are not joined by their name on this platform.</source>
        <translation>在此平台上，不能按名称加入房间。</translation>
    </message>
    <message>
        <source>A room keeps its name on this platform.</source>
        <translation>在此平台上，房间的名称不变。</translation>
    </message>
    <message>
        <source>A room keeps its topic on this platform.</source>
        <translation>在此平台上，房间的主题不变。</translation>
    </message>
    <message>
        <source>Locks are not cleared on this platform.</source>
        <translation>在此平台上，锁不会被清除。</translation>
    </message>
    <message>
        <source>This platform has no files but attachments.</source>
        <translation>此平台除附件外没有其他文件。</translation>
    </message>
</context>
<context>
    <name>wardroom::chat::LocalPlatform</name>
    <message>
        <source>The workspace was closed.</source>
        <translation>工作区已关闭。</translation>
    </message>
    <message>
        <source>The workspace takes no more messages for a moment.</source>
        <translation>工作区暂时不再接受消息。</translation>
    </message>
    <message>
        <source>The workspace did not answer in time.</source>
        <translation>工作区没有及时响应。</translation>
    </message>
    <message>
        <source>Nobody can change another&apos;s message here.</source>
        <translation>这里无法更改他人的消息。</translation>
    </message>
    <message>
        <source>The workspace cannot be reached.</source>
        <translation>无法连接到工作区。</translation>
    </message>
    <message>
        <source>The workspace takes nothing at present.</source>
        <translation>工作区目前不接收任何内容。</translation>
    </message>
</context>
<context>
    <name>wardroom::chat::LoopbackReturn</name>
    <message>
        <source>This machine gives no port for the browser to come back to.</source>
        <translation>本机没有可供浏览器返回的端口。</translation>
    </message>
    <message>
        <source>You are signed in. You can close this page and go back to Wardroom.</source>
        <translation>您已登录。可以关闭此页面，返回 Wardroom。</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>这里没有内容。</translation>
    </message>
</context>
<context>
    <name>wardroom::chat::MatrixHttp</name>
    <message>
        <source>Signed out by %1. Sign in again.</source>
        <translation>已被 %1 登出。请重新登录。</translation>
    </message>
    <message>
        <source>The workspace was closed.</source>
        <translation>工作区已关闭。</translation>
    </message>
    <message>
        <source>%1 gave no new token.</source>
        <translation>%1 没有给出新令牌。</translation>
    </message>
</context>
<context>
    <name>wardroom::chat::MatrixLogin</name>
    <message>
        <source>Signing in was stopped.</source>
        <translation>登录已停止。</translation>
    </message>
    <message>
        <source>This is not the name of a server.</source>
        <translation>这不是服务器名称。</translation>
    </message>
    <message>
        <source>What %1 says about its Matrix server makes no sense. Give the Matrix server&apos;s own address.</source>
        <translation>%1 对其 Matrix 服务器的说明无法理解。请直接给出 Matrix 服务器的地址。</translation>
    </message>
    <message>
        <source>The server at %1 does not speak Matrix 1.11. It has to be updated first.</source>
        <translation>%1 上的服务器不支持 Matrix 1.11，须先更新。</translation>
    </message>
    <message>
        <source>%1 does not accept the name or the password.</source>
        <translation>%1 不接受该名称或密码。</translation>
    </message>
    <message>
        <source>The server did not answer as a Matrix server does.</source>
        <translation>服务器的响应不符合 Matrix 规范。</translation>
    </message>
    <message>
        <source>This token belongs to no device. Sign in instead.</source>
        <translation>此令牌不属于任何设备。请改为登录。</translation>
    </message>
    <message>
        <source>The browser did not come back. Try again.</source>
        <translation>浏览器没有返回。请重试。</translation>
    </message>
</context>
<context>
    <name>wardroom::chat::MatrixPlatform</name>
    <message>
        <source>The workspace was closed.</source>
        <translation>工作区已关闭。</translation>
    </message>
    <message>
        <source>This room is encrypted, and Wardroom does not write into encrypted rooms: what it says there could not be read by everybody&apos;s Wardroom. Make a new room without encryption and go on there.</source>
        <translation>此房间已加密，而 Wardroom 不向加密房间写入：那里的内容并非每个人的 Wardroom 都能读取。请新建一个不加密的房间并在那里继续。</translation>
    </message>
    <message>
        <source>There is no such room.</source>
        <translation>没有这个房间。</translation>
    </message>
    <message>
        <source>The server&apos;s rules forbid making aliases (alias_creation_rules), which is how it is decided who runs something. Name a single runner in the policy.</source>
        <translation>服务器的规则禁止创建别名 (alias_creation_rules)，而由谁执行正是靠别名决定的。请在策略中指定唯一的执行者。</translation>
    </message>
    <message>
        <source>The server did not say whether it allows aliases.</source>
        <translation>服务器没有说明是否允许别名。</translation>
    </message>
    <message>
        <source>A workspace&apos;s name has 1 to 80 visible characters.</source>
        <translation>工作区名称须为 1 到 80 个可见字符。</translation>
    </message>
    <message>
        <source>A room&apos;s name has 1 to 80 visible characters and no # before it.</source>
        <translation>房间名称须为 1 到 80 个可见字符，且前面不带 #。</translation>
    </message>
    <message>
        <source>A workspace has exactly one control room.</source>
        <translation>一个工作区有且只有一个控制室。</translation>
    </message>
    <message>
        <source>%1 is not the name of a Matrix account.</source>
        <translation>%1 不是 Matrix 账户名。</translation>
    </message>
    <message>
        <source>There is no such message in this room.</source>
        <translation>此房间中没有这条消息。</translation>
    </message>
    <message>
        <source>The workspace cannot be reached.</source>
        <translation>无法连接到工作区。</translation>
    </message>
    <message>
        <source>Nobody takes themselves out of a room: leave it.</source>
        <translation>不能把自己移出房间：请离开房间。</translation>
    </message>
    <message>
        <source>%1 is not in this room.</source>
        <translation>%1 不在此房间中。</translation>
    </message>
    <message>
        <source>There is no invitation into that room.</source>
        <translation>没有进入该房间的邀请。</translation>
    </message>
    <message>
        <source>A room&apos;s topic has at most 1,000 characters.</source>
        <translation>房间主题最多 1,000 个字符。</translation>
    </message>
    <message>
        <source>The message names no file of this server.</source>
        <translation>这条消息没有指出本服务器上的文件。</translation>
    </message>
    <message>
        <source>The file is not on the server any more. Ask whoever posted it to send it again.</source>
        <translation>服务器上已没有这个文件。请让发送者重新发送。</translation>
    </message>
</context>
<context>
    <name>wardroom::connectors::AlertIntake</name>
    <message>
        <source>Wardroom is closing.</source>
        <translation>Wardroom 正在关闭。</translation>
    </message>
    <message>
        <source>An alert of %1 is too large to keep.</source>
        <translation>来自 %1 的一条告警过大，无法保存。</translation>
    </message>
    <message>
        <source>Too many alerts at once. None of these was taken.</source>
        <translation>一次收到的告警过多。这些告警均未接收。</translation>
    </message>
    <message>
        <source>The alerts are waiting, but could not be kept yet.</source>
        <translation>告警正在等待，尚未能保存。</translation>
    </message>
    <message>
        <source>Very many alerts from %1</source>
        <translation>来自 %1 的大量告警</translation>
    </message>
    <message>
        <source>More than %1 new alerts in a minute. The others share this card; each is kept as it came. The first of them: %2</source>
        <translation>一分钟内新告警超过 %1 条。其余的合并在此卡片中；每条都按原样保存。其中第一条：%2</translation>
    </message>
</context>
<context>
    <name>wardroom::connectors::CrowdSecApi</name>
    <message>
        <source>CrowdSec does not accept the machine &quot;%1&quot; or its password. Check both with &quot;cscli machines list&quot;.</source>
        <translation>CrowdSec 不接受机器“%1”或其密码。请用“cscli machines list”检查两者。</translation>
    </message>
    <message>
        <source>CrowdSec&apos;s answer to signing in holds no token.</source>
        <translation>CrowdSec 对登录的答复中没有令牌。</translation>
    </message>
</context>
<context>
    <name>wardroom::connectors::CrowdSecTool</name>
    <message>
        <source>Name one address, for example 203.0.113.7 or 2001:db8::1.</source>
        <translation>请给出一个地址，例如 203.0.113.7 或 2001:db8::1。</translation>
    </message>
    <message>
        <source>CrowdSec took the block but did not say under which number. Check whether it is there.</source>
        <translation>CrowdSec 接受了封禁，但没有说明其编号。请检查封禁是否存在。</translation>
    </message>
    <message>
        <source>CrowdSec did not say how many blocks it ended. Check what is left.</source>
        <translation>CrowdSec 没有说明解除了多少条封禁。请检查还剩哪些。</translation>
    </message>
    <message>
        <source>CrowdSec&apos;s list of decisions is not a list.</source>
        <translation>CrowdSec 的封禁决定列表不是列表。</translation>
    </message>
    <message>
        <source>Refused to delete every block at once.</source>
        <translation>拒绝一次性删除全部封禁。</translation>
    </message>
    <message>
        <source>CrowdSec cannot do &quot;%1&quot;.</source>
        <translation>CrowdSec 不能执行“%1”。</translation>
    </message>
    <message>
        <source>CrowdSec is connected.</source>
        <translation>CrowdSec 已连接。</translation>
    </message>
    <message>
        <source>CrowdSec&apos;s list of alerts is not a list.</source>
        <translation>CrowdSec 的告警列表不是列表。</translation>
    </message>
</context>
<context>
    <name>wardroom::connectors::WebhookConnection</name>
    <message>
        <source>The request took too long.</source>
        <translation>请求耗时过长。</translation>
    </message>
    <message>
        <source>There is more than the length of the body says.</source>
        <translation>实际内容超过了所声明的正文长度。</translation>
    </message>
    <message>
        <source>The head of the request is too large.</source>
        <translation>请求头过大。</translation>
    </message>
</context>
<context>
    <name>wardroom::connectors::WebhookIntake</name>
    <message>
        <source>Cannot take alerts at port %1: %2</source>
        <translation>无法在端口 %1 接收告警：%2</translation>
    </message>
    <message>
        <source>Too many connections at once.</source>
        <translation>同时连接数过多。</translation>
    </message>
    <message>
        <source>The token is missing or wrong.</source>
        <translation>令牌缺失或有误。</translation>
    </message>
    <message>
        <source>Browsers may not post alerts.</source>
        <translation>浏览器不得提交告警。</translation>
    </message>
    <message>
        <source>There is nothing here. Alerts go to /alerts/ and the name of the tool.</source>
        <translation>这里什么也没有。请将告警发送到 /alerts/ 加工具名称。</translation>
    </message>
    <message>
        <source>No tool of this name is known.</source>
        <translation>没有该名称的工具。</translation>
    </message>
    <message>
        <source>This token belongs to another tool.</source>
        <translation>此令牌属于另一个工具。</translation>
    </message>
    <message>
        <source>Alerts are posted.</source>
        <translation>告警须以 POST 提交。</translation>
    </message>
    <message>
        <source>Too many requests in this minute.</source>
        <translation>这一分钟内的请求过多。</translation>
    </message>
    <message>
        <source>The length of the body is missing.</source>
        <translation>缺少正文长度。</translation>
    </message>
    <message>
        <source>The body is larger than %1 bytes.</source>
        <translation>正文超过 %1 字节。</translation>
    </message>
    <message>
        <source>The body must be JSON.</source>
        <translation>正文必须是 JSON。</translation>
    </message>
    <message>
        <source>Only programs on this machine may ask.</source>
        <translation>只有本机上的程序才能查询。</translation>
    </message>
    <message>
        <source>This is only read.</source>
        <translation>此处只供读取。</translation>
    </message>
</context>
<context>
    <name>wardroom::control::ControlClient</name>
    <message>
        <source>Nobody listens on this profile.</source>
        <translation>没有程序在此配置上监听。</translation>
    </message>
    <message>
        <source>That is longer than a command can be; attach it as a file.</source>
        <translation>超过了命令的长度上限；请作为文件附上。</translation>
    </message>
    <message>
        <source>The program that runs on this profile broke off its answer; it may have ended. See whether what you asked for is there, then ask again.</source>
        <translation>此配置上运行的程序中断了回答，可能已经结束。请先看看您要求的事情是否已经完成，再重新提出。</translation>
    </message>
</context>
<context>
    <name>wardroom::control::ControlServer</name>
    <message>
        <source>This program speaks another version of wardroomctl&apos;s language.</source>
        <translation>此程序所用的 wardroomctl 协议版本不同。</translation>
    </message>
    <message>
        <source>There is no private folder for the control socket; set XDG_RUNTIME_DIR.</source>
        <translation>没有用于控制套接字的私有文件夹；请设置 XDG_RUNTIME_DIR。</translation>
    </message>
    <message>
        <source>The control socket cannot be made: %1</source>
        <translation>无法创建控制套接字：%1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The program that runs on this profile has no workspace open.</source>
        <translation>使用此配置的程序没有打开任何工作区。</translation>
    </message>
    <message>
        <source>The program that runs on this profile has the workspace %1 open.</source>
        <translation>使用此配置的程序打开的是工作区 %1。</translation>
    </message>
    <message>
        <source>The program that runs on this profile has the workspace %1 open, and signs in to no other.</source>
        <translation>在此配置上运行的程序打开的是工作区 %1，不会登录其他工作区。</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>已以 %1 的身份登录。</translation>
    </message>
</context>
<context>
    <name>wardroom::models::ApprovalsModel</name>
    <message>
        <source>%1, asked by %2 in %3, %4 of %5 approvals</source>
        <translation>%1，由 %2 在 %3 请求，%5 个批准中已有 %4 个</translation>
    </message>
</context>
<context>
    <name>wardroom::models::CatalogueModel</name>
    <message>
        <source>%1: %2. It %3.</source>
        <translation>%1：%2。它%3。</translation>
    </message>
    <message>
        <source>%1: %2. Not for you now.</source>
        <translation>%1：%2。你现在不能用。</translation>
    </message>
</context>
<context>
    <name>wardroom::models::ConversationModel</name>
    <message>
        <source>Alert, %1</source>
        <translation>告警，%1</translation>
    </message>
    <message numerus="yes">
        <source>seen %n times</source>
        <translation>
            <numerusform>出现 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>before %1, after %2</source>
        <translation>之前 %1，之后 %2</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>此消息已删除。</translation>
    </message>
    <message>
        <source>Suspect: kept and shown, but it changes nothing.</source>
        <translation>存疑：予以保留并显示，但不改变任何状态。</translation>
    </message>
    <message>
        <source>Waiting to be sent…</source>
        <translation>等待发送…</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>未发送。</translation>
    </message>
    <message>
        <source>It is not known whether the room has this.</source>
        <translation>无法确定房间是否已收到。</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>%1 more values in the raw output</source>
        <translation>原始输出中还有 %1 个值</translation>
    </message>
    <message>
        <source>%1 more rows in the raw output</source>
        <translation>原始输出中还有 %1 行</translation>
    </message>
    <message>
        <source>is being fetched</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>is here</source>
        <translation>已在本机</translation>
    </message>
    <message>
        <source>In the thread: %1</source>
        <translation>在讨论串中：%1</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 条回复</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n 条回复</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · last by %2 %3</source>
        <translation>%1 · 最后由 %2 于 %3</translation>
    </message>
</context>
<context>
    <name>wardroom::models::PeopleModel</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · invited, has not come yet</source>
        <translation>%1 · 已邀请，尚未加入</translation>
    </message>
</context>
<context>
    <name>wardroom::models::RoomListModel</name>
    <message>
        <source>ACTIVE INCIDENTS</source>
        <translation>进行中的事件</translation>
    </message>
    <message>
        <source>ALERT CHANNELS</source>
        <translation>告警频道</translation>
    </message>
    <message>
        <source>CHANNELS</source>
        <translation>频道</translation>
    </message>
    <message>
        <source>DIRECT</source>
        <translation>私聊</translation>
    </message>
    <message>
        <source>CLOSED INCIDENTS</source>
        <translation>已关闭的事件</translation>
    </message>
    <message>
        <source>, severity %1</source>
        <translation>，严重程度 %1</translation>
    </message>
    <message numerus="yes">
        <source>, %n unread</source>
        <translation>
            <numerusform>，%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>IMPORTED, READ-ONLY</source>
        <translation>已导入，只读</translation>
    </message>
    <message>
        <source>LEFT, NOT ALL SENT</source>
        <translation>已离开，尚有未发送</translation>
    </message>
    <message>
        <source>You are not in it any more, and something you typed there was not sent.</source>
        <translation>您已不在此房间，您在其中输入的部分内容未能发送。</translation>
    </message>
    <message>
        <source>, left, not all sent</source>
        <translation>，已离开，尚有未发送的内容</translation>
    </message>
</context>
<context>
    <name>wardroom::models::SearchModel</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>wardroom::models::TasksModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>wardroom::net::Exchange</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>No answer from %1 in time.</source>
        <translation>%1 没有及时响应。</translation>
    </message>
    <message>
        <source>The answer of %1 is too large.</source>
        <translation>%1 的答复过大。</translation>
    </message>
    <message>
        <source>%1 sent us on to another place, and Wardroom did not follow.</source>
        <translation>%1 要求转到别处，Wardroom 没有跟随。</translation>
    </message>
    <message>
        <source>The answer of %1 broke off.</source>
        <translation>%1 的答复中断。</translation>
    </message>
    <message>
        <source>%1 answered with something else than expected. Is a proxy or another program at that address?</source>
        <translation>%1 的答复与预期不符。该地址上是否有代理或其他程序？</translation>
    </message>
    <message>
        <source>%1 answered with error %2.</source>
        <translation>%1 返回错误 %2。</translation>
    </message>
    <message>
        <source>%1 does not accept the name or the secret.</source>
        <translation>%1 不接受该名称或机密。</translation>
    </message>
    <message>
        <source>%1 does not allow this.</source>
        <translation>%1 不允许此操作。</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>%1 的证书不可信。</translation>
    </message>
    <message>
        <source>%1 said something that is not HTTP.</source>
        <translation>%1 返回的内容不是 HTTP。</translation>
    </message>
    <message>
        <source>%1 hung up without an answer.</source>
        <translation>%1 未作答复即断开连接。</translation>
    </message>
    <message>
        <source>Nothing answers at %1. Is the program running there?</source>
        <translation>%1 没有响应。程序在那里运行吗？</translation>
    </message>
    <message>
        <source>Cannot reach %1.</source>
        <translation>无法连接 %1。</translation>
    </message>
    <message>
        <source>This is larger than %1, or something on the way there, takes.</source>
        <translation>这超出了 %1 或途中某处所能接受的大小。</translation>
    </message>
</context>
<context>
    <name>wardroom::net::RateGate</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The server takes no more at the moment.</source>
        <translation>服务器目前不再接收内容。</translation>
    </message>
</context>
<context>
    <name>wardroom::net::RequestEngine</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>wardroom::net::Transport</name>
    <message>
        <source>This is not a web address that Wardroom can use.</source>
        <translation>这不是 Wardroom 可以使用的网址。</translation>
    </message>
    <message>
        <source>Refused to send to %1 without encryption. Use an address that begins with https.</source>
        <translation>拒绝以不加密的方式发送到 %1。请使用以 https 开头的地址。</translation>
    </message>
    <message>
        <source>A header of the request holds a line break.</source>
        <translation>请求的某个标头含有换行。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>wardroom::net::WebSocketLink</name>
    <message>
        <source>The connection has gone silent.</source>
        <translation>连接已无响应。</translation>
    </message>
    <message>
        <source>The connection did not come about in time.</source>
        <translation>未能及时建立连接。</translation>
    </message>
    <message>
        <source>This is not an address that Wardroom can use.</source>
        <translation>这不是 Wardroom 可以使用的地址。</translation>
    </message>
    <message>
        <source>Refused to connect to %1 without encryption.</source>
        <translation>拒绝在不加密的情况下连接 %1。</translation>
    </message>
    <message>
        <source>A header of the request holds a line break.</source>
        <translation>请求的某个标头含有换行。</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>%1 的证书不可信。</translation>
    </message>
    <message>
        <source>%1 ended the connection.</source>
        <translation>%1 结束了连接。</translation>
    </message>
</context>
<context>
    <name>wardroom::secrets::KeychainSecrets</name>
    <message>
        <source>No password store answers on this desktop, so Wardroom cannot keep secrets in it. Start one (GNOME Keyring or KWallet), or keep them in a file encrypted with a passphrase.</source>
        <translation>此桌面上没有可用的密码存储，因此 Wardroom 无法在其中保存机密。请启动一个（GNOME Keyring 或 KWallet），或将机密保存在用口令加密的文件中。</translation>
    </message>
    <message>
        <source>This secret is not in the password store.</source>
        <translation>密码存储中没有此机密。</translation>
    </message>
    <message>
        <source>The password store was not unlocked.</source>
        <translation>密码存储未解锁。</translation>
    </message>
    <message>
        <source>The password store failed: %1</source>
        <translation>密码存储出错：%1</translation>
    </message>
    <message>
        <source>This is not a name for a secret.</source>
        <translation>这不是机密的名称。</translation>
    </message>
    <message>
        <source>The password store did not answer.</source>
        <translation>密码存储没有响应。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Alerts</name>
    <message>
        <source>That alert is not in this room.</source>
        <translation>该告警不在此房间中。</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Answers</name>
    <message>
        <source>%1
  say: %2
  %3</source>
        <translation>%1
  输入：%2
  %3</translation>
    </message>
    <message>
        <source>Say it in your own words, or type / for the list. A few to begin with:</source>
        <translation>用您自己的话说即可，或输入 / 查看列表。可以从这些开始：</translation>
    </message>
    <message>
        <source>I know no command for that.</source>
        <translation>我不知道有哪个命令可以做到。</translation>
    </message>
    <message>
        <source>There is no lesson about “%1”. Try hosts, logs, addresses, files, incidents or alerts.</source>
        <translation>没有关于“%1”的课程。请试试 hosts、logs、addresses、files、incidents 或 alerts。</translation>
    </message>
    <message>
        <source>Try these one after another; the first ones only read.</source>
        <translation>请依次尝试；前几个仅读取。</translation>
    </message>
    <message>
        <source>%1. %2
   type: %3 (%4)</source>
        <translation>%1. %2
   输入：%3（%4）</translation>
    </message>
    <message>
        <source>   or say it like: %1</source>
        <translation>   或者这样说：%1</translation>
    </message>
    <message>
        <source>There is no incident in this room.</source>
        <translation>此房间中没有事件。</translation>
    </message>
    <message>
        <source>Nobody leads this incident. Say /incident lead @NAME.</source>
        <translation>此事件没有负责人。请输入 /incident lead @NAME。</translation>
    </message>
    <message>
        <source>%1 leads this incident.</source>
        <translation>%1 是此事件的负责人。</translation>
    </message>
    <message>
        <source>What happened here</source>
        <translation>这里发生了什么</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Not for you now: %1. %2</source>
        <translation>你现在不能用：%1。%2</translation>
    </message>
    <message>
        <source>Ask “how do I …?” for anything else, and /explain with a line says what it would do. What changes something is shown first, and others approve it.</source>
        <translation>其他事情可以问“我该怎么……？”，用 /explain 加上一行会说明它将做什么。会改变东西的命令会先显示，并由他人批准。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>在这里：%1</translation>
    </message>
    <message>
        <source>For you: %1</source>
        <translation>对你而言：%1</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Approvals</name>
    <message>
        <source>This workspace has no policy yet.</source>
        <translation>此工作区还没有策略。</translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation>此工作区</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>以 %1 身份</translation>
    </message>
    <message>
        <source>executed by %1</source>
        <translation>由 %1 执行</translation>
    </message>
    <message>
        <source>executed by one node that reaches it</source>
        <translation>由一个能够访问它的节点执行</translation>
    </message>
    <message>
        <source>%1 accepted %2, signed</source>
        <translation>%1 已批准 %2，已签名</translation>
    </message>
    <message>
        <source>%1 declined %2: %3</source>
        <translation>%1 已拒绝 %2：%3</translation>
    </message>
    <message>
        <source> (does not count: %1)</source>
        <translation>（不算数：%1）</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>It is outside the change window; accepting now runs it outside the window and records that.</source>
        <translation>现在不在变更窗口内；此时批准将在窗口之外执行，并会如实记录。</translation>
    </message>
    <message>
        <source>This script has not been vetted.</source>
        <translation>此脚本未经审核。</translation>
    </message>
    <message>
        <source>That request is not in this room.</source>
        <translation>该请求不在此房间中。</translation>
    </message>
    <message>
        <source>Say why you decline: the requester has to know what to change.</source>
        <translation>请说明拒绝的理由：请求人需要知道应当改什么。</translation>
    </message>
    <message>
        <source>There is nothing left to cancel: it is settled already.</source>
        <translation>已没有可取消的内容：它已有定论。</translation>
    </message>
    <message>
        <source>Only who asked for it can cancel it; you can decline it.</source>
        <translation>只有请求人才能取消；您可以拒绝它。</translation>
    </message>
    <message>
        <source>Only what has run can be undone.</source>
        <translation>只有已执行的操作才能撤销。</translation>
    </message>
    <message>
        <source>It is being undone already.</source>
        <translation>正在撤销。</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 is a protected host, so one more has to agree.</source>
        <translation>%1 是受保护主机，因此还需多一人同意。</translation>
    </message>
    <message>
        <source>It is outside the change window, so one more has to agree.</source>
        <translation>现在不在变更窗口内，因此还需多一人同意。</translation>
    </message>
    <message>
        <source>A policy is not undone: propose the one that should hold.</source>
        <translation>策略不能撤销：请提出应当生效的策略。</translation>
    </message>
    <message>
        <source>This request had expired by the server&apos;s clock when it reached the room: that clock is ahead, or the request lay unsent for so long. It can be asked for again.</source>
        <translation>这个请求到达房间时，按服务器的时钟已经过期：该时钟走快了，或者请求很久没有发出。可以重新提出。</translation>
    </message>
    <message>
        <source>The policy has changed since this was asked for, so it cannot run any more. It can be asked for again.</source>
        <translation>提出请求之后策略已更改，因此它不能再运行。可以重新提出。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Attentions</name>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>Alert in %1</source>
        <translation>%1 中有告警</translation>
    </message>
    <message>
        <source>You are called to %1</source>
        <translation>您被呼叫到 %1</translation>
    </message>
    <message>
        <source>%1 asks for your decision</source>
        <translation>%1 请您作出决定</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Board</name>
    <message>
        <source>The team is looking into it. Nobody has written a summary yet.</source>
        <translation>团队正在调查。尚无人撰写摘要。</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>next update by %1</source>
        <translation>下次更新不晚于 %1</translation>
    </message>
    <message>
        <source>%1 leads</source>
        <translation>负责人 %1</translation>
    </message>
</context>
<context>
    <name>wardroom::session::ClockCheck</name>
    <message>
        <source>The server&apos;s clock is %1 ahead of this machine&apos;s. Requests expire by it, so what is asked for here may be over at once. One of the two clocks is wrong.</source>
        <translation>服务器的时钟比本机快 %1。请求按服务器的时钟过期，因此在这里提出的请求可能立即失效。两个时钟中有一个不准。</translation>
    </message>
    <message>
        <source>The server&apos;s clock is %1 behind this machine&apos;s. Requests expire by it, so what is asked for here lives longer than it says. One of the two clocks is wrong.</source>
        <translation>服务器的时钟比本机慢 %1。请求按服务器的时钟过期，因此在这里提出的请求比所显示的有效时间更长。两个时钟中有一个不准。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Coach</name>
    <message>
        <source>Next:</source>
        <translation>接下来：</translation>
    </message>
    <message>
        <source>You can also say: %1</source>
        <translation>也可以这样说：%1</translation>
    </message>
    <message>
        <source>It did not go well. To see more:</source>
        <translation>进展不顺利。要了解更多：</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Commands</name>
    <message>
        <source>There is no command %1 here.</source>
        <translation>这里没有命令 %1。</translation>
    </message>
    <message>
        <source>This workspace has no policy yet, so nothing runs.</source>
        <translation>此工作区还没有策略，因此不执行任何命令。</translation>
    </message>
    <message>
        <source>Takes back: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>What should be undone is not in this room.</source>
        <translation>要撤销的操作不在此房间中。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>在 %2 上：%1</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Deadlines</name>
    <message>
        <source>Legal clocks run in incidents, under a law that is listed.</source>
        <translation>法定时限只在事件中、依据清单所列的法规计算。</translation>
    </message>
    <message>
        <source>Say why: who reads the record later asks for it.</source>
        <translation>请说明理由：日后查阅记录的人会问到。</translation>
    </message>
    <message>
        <source>The moment cannot be in the future.</source>
        <translation>时刻不能在将来。</translation>
    </message>
    <message>
        <source>The clocks of this law run here already.</source>
        <translation>此法规的时限在这里已开始计算。</translation>
    </message>
    <message>
        <source>%1: the clocks run from %2. Why: %3</source>
        <translation>%1：时限自 %2 起计算。理由：%3</translation>
    </message>
    <message>
        <source>%1: no report. Why: %2</source>
        <translation>%1：不报告。理由：%2</translation>
    </message>
    <message>
        <source>This clock does not run any more.</source>
        <translation>此时限已不再计算。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Desk</name>
    <message>
        <source>This profile has no workspace yet. Make one, or join one with an invitation.</source>
        <translation>此配置还没有工作区。请新建一个，或凭邀请加入。</translation>
    </message>
    <message>
        <source>This profile has no workspace named %1.</source>
        <translation>此配置没有名为 %1 的工作区。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::DrillColleague</name>
    <message>
        <source>Looked at the exact command. Go ahead.</source>
        <translation>已查看确切的命令。可以执行。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::DrillPlay</name>
    <message>
        <source>%1 (scripted)</source>
        <translation>%1（脚本角色）</translation>
    </message>
    <message>
        <source>Raised by the drill itself: no intrusion detection is unpacked on this machine.</source>
        <translation>由演练自身发出：本机上没有解包的入侵检测工具。</translation>
    </message>
    <message>
        <source>%1 of %2 steps done, in a minute.</source>
        <translation>完成 %1 步，共 %2 步，用时一分钟。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 steps done, in %n minutes.</source>
        <translation>
            <numerusform>完成 %1 步，共 %2 步，用时 %n 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was missed.</source>
        <translation>没有遗漏。</translation>
    </message>
    <message>
        <source>Missed: %1</source>
        <translation>遗漏：%1</translation>
    </message>
    <message>
        <source>A drill is played in a workspace that was made for practice.</source>
        <translation>演练只能在为演练建立的工作区中进行。</translation>
    </message>
    <message>
        <source>Password guessing against %1 from %2</source>
        <translation>来自 %2 对 %1 的密码猜测</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Step by step: %1.</source>
        <translation>各步用时：%1。</translation>
    </message>
    <message>
        <source>Slower than with practice: %1.</source>
        <translation>比熟练者慢：%1。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Engine</name>
    <message>
        <source>The workspace cannot be reached at present.</source>
        <translation>目前无法连接到工作区。</translation>
    </message>
    <message>
        <source>The server does not give a part of what was said in #%1. It is asked for again and again; until it is here, this Wardroom runs nothing in that room.</source>
        <translation>服务器没有给出 #%1 中的一部分消息。会一再向它请求；在收到之前，这个 Wardroom 在该房间中不运行任何操作。</translation>
    </message>
    <message>
        <source>The server does not say what became of a message in #%1 that was changed or deleted. It is asked again and again.</source>
        <translation>#%1 中有一条消息被修改或删除，服务器没有说明它现在的样子。会一再询问。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Escalation</name>
    <message numerus="yes">
        <source>nobody acknowledged it within %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟内无人确认收到</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminder: %1</source>
        <translation>提醒：%1</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Explaining</name>
    <message>
        <source>over SSH at %1</source>
        <translation>通过 SSH，地址 %1</translation>
    </message>
    <message>
        <source>a practice host: nothing real is touched</source>
        <translation>演练主机：不会触及任何真实的东西</translation>
    </message>
    <message>
        <source>this machine itself</source>
        <translation>就是这台机器</translation>
    </message>
    <message>
        <source>On: %1 (%2, owned by %3)</source>
        <translation>作用于：%1（%2，归 %3 所有）</translation>
    </message>
    <message>
        <source>%1 is protected: one more person has to agree to any change of it.</source>
        <translation>%1 受保护：任何改动都需要多一人同意。</translation>
    </message>
    <message>
        <source>Through: %1, with Wardroom&apos;s own account there</source>
        <translation>通过：%1，使用 Wardroom 在那里的账户</translation>
    </message>
    <message>
        <source>Through: a call of %1</source>
        <translation>通过：调用 %1</translation>
    </message>
    <message>
        <source>It says a fact in this room, under your name.</source>
        <translation>它以你的名义在本房间记录一条事实。</translation>
    </message>
    <message>
        <source>It answers you alone.</source>
        <translation>它只回答你一人。</translation>
    </message>
    <message>
        <source>A script in a sandbox: no network, nothing of this machine.</source>
        <translation>沙箱中的脚本：没有网络，看不到这台机器的任何内容。</translation>
    </message>
    <message>
        <source>A script in a sandbox that reads the host&apos;s files and can write none.</source>
        <translation>沙箱中的脚本，读取主机文件，但不能写入任何文件。</translation>
    </message>
    <message>
        <source>A script in a sandbox that may write on that host alone.</source>
        <translation>沙箱中的脚本，只可在那台主机上写入。</translation>
    </message>
    <message>
        <source>It cannot be asked for here now: %1</source>
        <translation>现在不能在这里请求：%1</translation>
    </message>
    <message>
        <source>Nobody has to agree.</source>
        <translation>不需要任何人同意。</translation>
    </message>
    <message>
        <source>It only reads, so it runs at once and nobody has to agree.</source>
        <translation>它只读取，因此立即运行，不需要任何人同意。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing runs until %n of %1 agreed; nobody agrees to what they asked for themselves.</source>
        <translation>
            <numerusform>在 %1 的 %n 人同意之前不会运行；没有人能同意自己的请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else is in that group yet.</source>
        <translation>该组目前没有其他人。</translation>
    </message>
    <message>
        <source>They are: %1.</source>
        <translation>他们是：%1。</translation>
    </message>
    <message>
        <source>It would only read, but nobody has vetted the plugin %1 as it is now.</source>
        <translation>它只会读取，但插件 %1 现在的样子还没有人审核。</translation>
    </message>
    <message>
        <source>The rehearsal says: %1</source>
        <translation>预演说：%1</translation>
    </message>
    <message>
        <source>Exactly this would run: %1</source>
        <translation>将要运行的正是：%1</translation>
    </message>
    <message>
        <source>As: %1</source>
        <translation>身份：%1</translation>
    </message>
    <message>
        <source>What it comes to: %1</source>
        <translation>结果会是：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>之后：%1</translation>
    </message>
    <message>
        <source>It can harm: %1</source>
        <translation>可能的危害：%1</translation>
    </message>
    <message>
        <source>Read back afterwards: %1</source>
        <translation>之后读回：%1</translation>
    </message>
    <message>
        <source>Undone by: %1</source>
        <translation>撤销方式：%1</translation>
    </message>
    <message>
        <source>It has no undo.</source>
        <translation>它没有撤销。</translation>
    </message>
    <message>
        <source>Nothing reads back whether it worked.</source>
        <translation>没有任何步骤读回它是否生效。</translation>
    </message>
    <message>
        <source>Sent as it is, this is a message: it asks for nothing and runs nothing.</source>
        <translation>照这样发送，这只是一条消息：不请求也不运行任何东西。</translation>
    </message>
    <message>
        <source>As it would be sent</source>
        <translation>将会这样发送</translation>
    </message>
    <message>
        <source>What %1 does, one step after the other: %2</source>
        <translation>%1 依次执行的步骤：%2</translation>
    </message>
    <message>
        <source>It does not start as it is now: a policy admin has to publish these bytes first.</source>
        <translation>目前还不能启动：须先由策略管理员发布这些内容。</translation>
    </message>
    <message>
        <source>Whoever starts it and %1, who published it, agree to none of its steps.</source>
        <translation>启动者和发布者 %1 都不能同意其中任何一步。</translation>
    </message>
    <message>
        <source>On: %1 (%2)</source>
        <translation>在：%1（%2）</translation>
    </message>
    <message>
        <source>Nobody has to agree to the start itself; what its steps need stands beside each.</source>
        <translation>启动本身无需任何人同意；各步骤所需的同意列在该步骤旁。</translation>
    </message>
    <message>
        <source>It runs by itself (level 3): nobody has to agree as long as its record holds.</source>
        <translation>它会自行运行（3 级）：只要其记录保持良好，无需任何人同意。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Exporting</name>
    <message>
        <source>This room has no facts to export yet.</source>
        <translation>此房间还没有可导出的事实。</translation>
    </message>
    <message>
        <source>That room is not here.</source>
        <translation>该房间不在这里。</translation>
    </message>
    <message>
        <source>The attachment %1 is not here.</source>
        <translation>附件 %1 不在这里。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Files</name>
    <message>
        <source>The workspace was closed.</source>
        <translation>工作区已关闭。</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB. Get it with another program.</source>
        <translation>文件大于 %1 MB。请用其他程序获取。</translation>
    </message>
    <message>
        <source>Other files are being fetched. Wait for one of them, or cancel it.</source>
        <translation>正在获取其他文件。请等其中一个完成，或将其取消。</translation>
    </message>
    <message>
        <source>These are other bytes than before (SHA-256 %1 then, %2 now). They were thrown away. Ask whoever runs the chat server.</source>
        <translation>内容与之前不同（当时 SHA-256 %1，现在 %2），已丢弃。请询问聊天服务器的管理者。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Imports</name>
    <message>
        <source>An imported room cannot be shown: %1</source>
        <translation>无法显示导入的房间：%1</translation>
    </message>
    <message>
        <source>The bundle was changed while it was read.</source>
        <translation>读取期间证据包被更改。</translation>
    </message>
    <message>
        <source>%1 is not a bundle that Wardroom exported. Importing from Slack and Mattermost is not there yet.</source>
        <translation>%1 不是 Wardroom 导出的证据包。尚不支持从 Slack 和 Mattermost 导入。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Incidents</name>
    <message>
        <source>Say in a sentence how it ended: people read it later.</source>
        <translation>请用一句话说明结果：日后会有人阅读。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::LeftRooms</name>
    <message>
        <source>a room that was left</source>
        <translation>已离开的房间</translation>
    </message>
</context>
<context>
    <name>wardroom::session::LivePlugins</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
</context>
<context>
    <name>wardroom::session::MatrixPlace</name>
    <message>
        <source>Say the account&apos;s password or an access token on standard input.</source>
        <translation>请从标准输入给出账户的密码或访问令牌。</translation>
    </message>
    <message>
        <source>This account is in no control room of the workspace with that fingerprint. Ask to be invited into it.</source>
        <translation>此账户不在该指纹所属工作区的控制室中。请先请人邀请您加入控制室。</translation>
    </message>
    <message>
        <source>The room #control holds a workspace already. Join it with an invitation, or with its fingerprint (--trust FINGERPRINT).</source>
        <translation>房间 #control 中已有一个工作区。请凭邀请或其指纹 (--trust FINGERPRINT) 加入。</translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation>请为工作区命名。</translation>
    </message>
    <message>
        <source>This profile has a workspace named %1 already.</source>
        <translation>此配置已有名为 %1 的工作区。</translation>
    </message>
    <message>
        <source>This invitation is into a workspace on one machine; it needs no account.</source>
        <translation>此邀请用于单机工作区；无需账户。</translation>
    </message>
    <message>
        <source>That is the account %1; this workspace is %2&apos;s.</source>
        <translation>那是账户 %1；此工作区属于 %2。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Membership</name>
    <message>
        <source>The workspace was closed.</source>
        <translation>工作区已关闭。</translation>
    </message>
    <message>
        <source>There is no such room.</source>
        <translation>没有这个房间。</translation>
    </message>
    <message>
        <source>Whoever leaves the control room leaves the workspace. Have your node revoked instead.</source>
        <translation>离开控制室就等于离开工作区。请改为让人撤销您的节点。</translation>
    </message>
    <message>
        <source>Several rooms are named so; say which: %1</source>
        <translation>有多个房间叫这个名称；请说明是哪一个：%1</translation>
    </message>
    <message>
        <source>The control room keeps its name: invitations lead to it.</source>
        <translation>控制室的名称不变：邀请会通向它。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::PhoneQuestions</name>
    <message>
        <source>Nothing in this room asks under the code %1.</source>
        <translation>本房间没有代码为 %1 的提问。</translation>
    </message>
    <message>
        <source>It could not be checked who may decide on this: %1</source>
        <translation>无法核实谁可以对此作出决定：%1</translation>
    </message>
    <message>
        <source>Choose one of: %1</source>
        <translation>请从中选择一项：%1</translation>
    </message>
    <message>
        <source>This decision is not yours, or you have made it already.</source>
        <translation>这个决定不归您作，或者您已经作过了。</translation>
    </message>
    <message>
        <source>%1: settled.</source>
        <translation>%1：已了结。</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1 询问：%2</translation>
    </message>
    <message>
        <source>Reply: choose %1 %2</source>
        <translation>回复：选择 %1 %2</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Phones</name>
    <message>
        <source>taken out of the chat</source>
        <translation>已从聊天中移除</translation>
    </message>
    <message>
        <source>To decline, say why: decline %1 because …</source>
        <translation>如要拒绝，请说明理由：拒绝 %1 因为 …</translation>
    </message>
    <message>
        <source>A reaction is not enough for this. Write: approve %1</source>
        <translation>此项仅用表情回应还不够。请发送：批准 %1</translation>
    </message>
    <message>
        <source>Nothing that waits in this room has the code %1.</source>
        <translation>此房间中等待决定的事项没有代码 %1。</translation>
    </message>
    <message>
        <source>It could not be checked who may decide on this. Try again in a moment.</source>
        <translation>无法核实谁有权对此作出决定。请稍后重试。</translation>
    </message>
    <message>
        <source>This needs a signature: accept it in Wardroom.</source>
        <translation>此项需要签名：请在 Wardroom 中批准。</translation>
    </message>
    <message>
        <source>Say why you decline: decline %1 because …</source>
        <translation>请说明拒绝的理由：拒绝 %1 因为 …</translation>
    </message>
    <message>
        <source>From a phone this cannot be done yet; somebody at a desktop can: %1</source>
        <translation>目前还不能在手机上这样做；使用桌面端的人可以：%1</translation>
    </message>
    <message>
        <source>To ask for it, send: %1</source>
        <translation>要提出请求，请发送：%1</translation>
    </message>
    <message>
        <source>There is no open alert in this room.</source>
        <translation>此房间中没有未处置的告警。</translation>
    </message>
    <message>
        <source>Say how it turned out: true, false or benign.</source>
        <translation>请说明结果：真实、误报或良性。</translation>
    </message>
    <message>
        <source>%1: settled.</source>
        <translation>%1：已处置。</translation>
    </message>
    <message>
        <source>%1 waits for %2: %3 of %4 approvals</source>
        <translation>%1 等待 %2：%4 个批准中已有 %3 个</translation>
    </message>
    <message>
        <source>Asked for by %1</source>
        <translation>由 %1 请求</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>执行：%1</translation>
    </message>
    <message>
        <source>Effect: %1</source>
        <translation>影响：%1</translation>
    </message>
    <message>
        <source>Careful: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>无法撤销。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>截止 %1</translation>
    </message>
    <message>
        <source>This needs a signature: accept it in Wardroom. Code %1</source>
        <translation>此项需要签名：请在 Wardroom 中批准。代码 %1</translation>
    </message>
    <message>
        <source>Reply: approve %1   or: decline %1 because …</source>
        <translation>回复：批准 %1   或：拒绝 %1 因为 …</translation>
    </message>
    <message>
        <source>That is not all of it: the whole command stands in Wardroom.</source>
        <translation>这还不是全部：完整的命令在 Wardroom 里。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::PlaybookShelf</name>
    <message>
        <source>it is larger than 256 KB</source>
        <translation>大于 256 KB</translation>
    </message>
</context>
<context>
    <name>wardroom::session::PlaybookStarter</name>
    <message>
        <source>Another node took a playbook that an alert or a schedule set off, and does not start it: a person must look.</source>
        <translation>另一节点接手了由告警或计划触发的预案，却没有启动：需要有人查看。</translation>
    </message>
    <message>
        <source>Too many alerts for the playbook %1; left alone so far: %2. It starts at most %3 times an hour by itself; start it by hand where it matters.</source>
        <translation>预案 %1 的告警过多；目前未处理：%2。它每小时最多自动启动 %3 次；重要的请手动启动。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Playbooks</name>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>on alerts</source>
        <translation>由告警触发</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>每 %1</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Only policy admins publish playbooks.</source>
        <translation>只有策略管理员可以发布预案。</translation>
    </message>
    <message>
        <source>These bytes are published already.</source>
        <translation>这些字节已经发布。</translation>
    </message>
    <message>
        <source>The playbook %1 is not published.</source>
        <translation>预案 %1 未发布。</translation>
    </message>
    <message>
        <source>%1 is not published yet, so it does not start. A policy admin publishes it: wardroomctl playbook publish %1</source>
        <translation>%1 尚未发布，因此不会启动。由策略管理员发布：wardroomctl playbook publish %1</translation>
    </message>
    <message>
        <source>There is no playbook %1. /playbook list shows which there are.</source>
        <translation>没有预案 %1。/playbook list 会列出现有预案。</translation>
    </message>
    <message>
        <source>%1 was changed on this machine since it was published, so it does not start. A policy admin has to publish these bytes: wardroomctl playbook publish %1</source>
        <translation>%1 发布后在本机被修改，因此不会启动。需由策略管理员发布这些字节：wardroomctl playbook publish %1</translation>
    </message>
    <message>
        <source>The playbook&apos;s bytes are not here yet; try again in a moment.</source>
        <translation>预案的字节尚未到达；请稍后重试。</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>它没有在运行。</translation>
    </message>
    <message>
        <source>It is stopped by whoever started or published it, a policy admin, the incident&apos;s lead or a responder.</source>
        <translation>可由启动者、发布者、策略管理员、事件负责人或响应人员停止。</translation>
    </message>
    <message>
        <source>Choose one of: %1</source>
        <translation>请选择其一：%1</translation>
    </message>
    <message>
        <source>This decision is not yours, or you have made it already.</source>
        <translation>此决定不由你作出，或你已经作出。</translation>
    </message>
    <message>
        <source>It asks nothing at present.</source>
        <translation>它目前没有提问。</translation>
    </message>
    <message>
        <source>No such playbook runs in this room.</source>
        <translation>本房间没有运行这样的预案。</translation>
    </message>
    <message>
        <source>Several run in this room: say which by its id, %1.</source>
        <translation>本房间有多个在运行：请用编号指明，例如 %1。</translation>
    </message>
    <message>
        <source>“%1” is not understood: inputs are said as name=value.</source>
        <translation>无法理解“%1”：输入应写作 name=value。</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>not published: does not start</source>
        <translation>未发布：不会启动</translation>
    </message>
    <message>
        <source>changed here since it was published: does not start</source>
        <translation>发布后在本机被修改：不会启动</translation>
    </message>
    <message>
        <source>has mistakes: does not start</source>
        <translation>有错误：不会启动</translation>
    </message>
    <message>
        <source>There are no playbooks here.</source>
        <translation>这里没有预案。</translation>
    </message>
    <message>
        <source>whoever started it</source>
        <translation>启动者</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source> is known</source>
        <translation> 已知</translation>
    </message>
    <message>
        <source> is not known</source>
        <translation> 未知</translation>
    </message>
    <message>
        <source>only if %1</source>
        <translation>仅当 %1</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>asks: %1 (%2) · decides: %3 · within %4</source>
        <translation>询问：%1（%2）· 决定者：%3 · 限时 %4</translation>
    </message>
    <message>
        <source>It cannot be rehearsed now: %1</source>
        <translation>现在无法预演：%1</translation>
    </message>
    <message>
        <source>approvals needed: %1 (%2)</source>
        <translation>需要批准：%1（%2）</translation>
    </message>
    <message>
        <source>would run: %1</source>
        <translation>将运行：%1</translation>
    </message>
    <message>
        <source>Rehearsal of %1 %2: nothing is run, nothing is said in the room.</source>
        <translation>预演 %1 %2：不运行任何操作，也不在房间中发言。</translation>
    </message>
    <message>
        <source>This workspace has no policy yet, so nothing runs.</source>
        <translation>此工作区还没有策略，因此不会运行任何操作。</translation>
    </message>
    <message>
        <source>nobody has to agree</source>
        <translation>无需任何人同意</translation>
    </message>
    <message>
        <source>cannot be asked for: %1</source>
        <translation>无法请求：%1</translation>
    </message>
    <message>
        <source>runs by itself (level 3)</source>
        <translation>自动运行（级别 3）</translation>
    </message>
    <message>
        <source>runs by itself</source>
        <translation>自动运行</translation>
    </message>
    <message>
        <source>; nobody in that group may agree yet</source>
        <translation>；该组中目前没有人可以同意</translation>
    </message>
    <message>
        <source>There is no command %1 here.</source>
        <translation>这里没有命令 %1。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Practice</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>%1 took longer than %2 s.</source>
        <translation>%1 耗时超过 %2 秒。</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 失败。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Remarks</name>
    <message>
        <source>%1: a message that was deleted</source>
        <translation>%1：一条已删除的消息</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>an earlier message</source>
        <translation>较早的一条消息</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Ringer</name>
    <message>
        <source>Wardroom calls you</source>
        <translation>Wardroom 呼叫你</translation>
    </message>
    <message>
        <source>You are called to #%1.</source>
        <translation>你被呼叫到 #%1。</translation>
    </message>
    <message>
        <source>You are called: %1</source>
        <translation>你被呼叫：%1</translation>
    </message>
    <message>
        <source>Answer in #%1: “/alert ack” takes it, “that was me” says that it was you.</source>
        <translation>请在 #%1 中回复：“/alert ack”表示由你处理，“that was me”表示是你本人所为。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::RoomCommands</name>
    <message>
        <source>There is no open alert in this room.</source>
        <translation>此房间中没有未处置的告警。</translation>
    </message>
    <message>
        <source>There is no alert %1 in this room.</source>
        <translation>此房间中没有告警 %1。</translation>
    </message>
    <message>
        <source>Say how it turned out: true, false or benign.</source>
        <translation>请说明结果：真实、误报或良性。</translation>
    </message>
    <message>
        <source>There is no open task like “%1” in this room.</source>
        <translation>此房间中没有类似“%1”的未完成任务。</translation>
    </message>
    <message>
        <source>There is no incident in this room, so nothing was changed. Go to the incident&apos;s own room, or open one: /incident open &quot;WHAT HAPPENED&quot;</source>
        <translation>此房间里没有事件，因此什么也没有改变。请到该事件自己的房间去，或新建一个：/incident open &quot;发生了什么&quot;</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Sender</name>
    <message>
        <source>This desktop has not been let in yet. Somebody who is in can do that: wardroomctl node enrol %1</source>
        <translation>本机尚未获准加入。已加入的人可以执行：wardroomctl node enrol %1</translation>
    </message>
    <message>
        <source>The workspace takes nothing at present.</source>
        <translation>工作区目前不接收任何内容。</translation>
    </message>
    <message>
        <source>The server answers, but does not take what is said here. It is kept, and tried again.</source>
        <translation>服务器有应答，但不接收这里所说的内容。内容已保留，并会再次尝试发送。</translation>
    </message>
    <message>
        <source>The workspace takes no attachment larger than %1 MB.</source>
        <translation>此工作区不接受大于 %1 MB 的附件。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Talk</name>
    <message>
        <source>There is nothing to send.</source>
        <translation>没有可发送的内容。</translation>
    </message>
    <message>
        <source>This is longer than a message can be; attach it as a file.</source>
        <translation>超过了消息的长度上限；请作为文件附上。</translation>
    </message>
    <message>
        <source>To ask for it, send: %1</source>
        <translation>要提出请求，请发送：%1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than an attachment can be.</source>
        <translation>%1 超过了附件的大小上限。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · goes on the record</source>
        <translation>%1 · 将写入记录</translation>
    </message>
    <message>
        <source>%1 · read-only · runs by itself</source>
        <translation>%1 · 只读 · 自动执行</translation>
    </message>
    <message numerus="yes">
        <source>%1 · needs %n approval(s) of %2</source>
        <translation>
            <numerusform>%1 · 需要 %2 的 %n 个批准</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · changes something · runs by itself (level 3)</source>
        <translation>%1 · 会更改 · 自动运行（3 级）</translation>
    </message>
    <message>
        <source>Not asked for yet</source>
        <translation>尚未提出请求</translation>
    </message>
    <message>
        <source>Playbooks</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Said, and maybe not done</source>
        <translation>已说出，但可能未执行</translation>
    </message>
    <message>
        <source>Wardroom was closed before this line was sent. It stands in the room now, but whether what it asks for was done is not known. Look, and send it again where it was not.</source>
        <translation>这一行在发送之前 Wardroom 被关闭。它现在已出现在房间中，但其要求是否已执行尚不清楚。请查看，若未执行请重新发送。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Threads</name>
    <message>
        <source>a message that was deleted</source>
        <translation>一条已删除的消息</translation>
    </message>
    <message>
        <source>an earlier message</source>
        <translation>较早的一条消息</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Tools</name>
    <message>
        <source>The address of CrowdSec&apos;s local API is a URL such as http://127.0.0.1:8080.</source>
        <translation>CrowdSec 本地 API 的地址应为 http://127.0.0.1:8080 这样的 URL。</translation>
    </message>
    <message>
        <source>CrowdSec wants a machine&apos;s name and password: cscli machines add NAME.</source>
        <translation>CrowdSec 需要机器名称和密码：cscli machines add NAME。</translation>
    </message>
    <message>
        <source>A webhook&apos;s name is made of letters, digits, - and _.</source>
        <translation>Webhook 的名称由字母、数字、- 和 _ 组成。</translation>
    </message>
    <message>
        <source>The mapping cannot be kept: %1</source>
        <translation>无法保存映射文件：%1</translation>
    </message>
    <message>
        <source>There is no room for alerts yet.</source>
        <translation>还没有接收告警的房间。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Typing</name>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 正在输入…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 和 %2 正在输入…</translation>
    </message>
    <message>
        <source>%1, %2 and %3 are typing…</source>
        <translation>%1、%2 和 %3 正在输入…</translation>
    </message>
    <message>
        <source>%1, %2, %3 and others are typing…</source>
        <translation>%1、%2、%3 等人正在输入…</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Workspace</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺失 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suspect</source>
        <translation>
            <numerusform>存疑 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>chain intact</source>
        <translation>链条完好</translation>
    </message>
    <message>
        <source>imported · %1, %2</source>
        <translation>已导入 · %1，%2</translation>
    </message>
    <message>
        <source>imported and read-only</source>
        <translation>已导入，只读</translation>
    </message>
    <message numerus="yes">
        <source>%n left out by its exporter</source>
        <translation>
            <numerusform>导出者略去 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>complete, signed by the workspace it says</source>
        <translation>完整，由其所称的工作区签名</translation>
    </message>
    <message>
        <source>complete, nobody vouches for its signer</source>
        <translation>完整，无人为其签名者作保</translation>
    </message>
    <message>
        <source>You are not in this room any more. What was not sent stays here.</source>
        <translation>您已不在此房间。未发送的内容保留在这里。</translation>
    </message>
</context>
<context>
    <name>wardroom::session::Workspaces</name>
    <message>
        <source>Give the workspace a name.</source>
        <translation>请为工作区命名。</translation>
    </message>
    <message>
        <source>This profile has a workspace named %1 already.</source>
        <translation>此配置已有名为 %1 的工作区。</translation>
    </message>
    <message>
        <source>This workspace is on a Matrix server: say also who you are there (--user, --password-stdin).</source>
        <translation>此工作区位于 Matrix 服务器上：还请说明您在那里的账户 (--user, --password-stdin)。</translation>
    </message>
    <message>
        <source>The workspace for the drill could not be made: %1</source>
        <translation>无法建立演练工作区：%1</translation>
    </message>
</context>
<context>
    <name>wardroom::store</name>
    <message>
        <source>The attachment could not be kept: %1.</source>
        <translation>无法保存附件：%1。</translation>
    </message>
    <message>
        <source>Attachments larger than 256 MB are not kept.</source>
        <translation>不保存超过 256 MB 的附件。</translation>
    </message>
    <message>
        <source>This attachment is not on this machine.</source>
        <translation>此附件不在本机上。</translation>
    </message>
    <message>
        <source>The attachment %1 is damaged on this machine; it must be fetched again.</source>
        <translation>本机上的附件 %1 已损坏；必须重新获取。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing that was confirmed is lost.</source>
        <translation>磁盘已满。请释放一些空间；已确认的内容不会丢失。</translation>
    </message>
    <message>
        <source>The local database was closed.</source>
        <translation>本地数据库已关闭。</translation>
    </message>
    <message>
        <source>This is too large to be kept.</source>
        <translation>内容过大，无法保存。</translation>
    </message>
    <message>
        <source>The custody log does not fit at line %1: %2.</source>
        <translation>保管日志在第 %1 行不符：%2。</translation>
    </message>
    <message>
        <source>the line is missing</source>
        <translation>缺少该行</translation>
    </message>
    <message>
        <source>its hash is not that of its contents</source>
        <translation>其哈希与内容不符</translation>
    </message>
    <message>
        <source>what was seen was altered</source>
        <translation>所见内容被改动</translation>
    </message>
    <message>
        <source>what stood before was altered</source>
        <translation>先前的内容被改动</translation>
    </message>
    <message>
        <source>Entry %1 is not what the custody log says was seen.</source>
        <translation>条目 %1 与保管日志所记载的内容不符。</translation>
    </message>
    <message>
        <source>The custody log saw %1 entries, but %2 are here.</source>
        <translation>保管日志记载了 %1 个条目，但这里有 %2 个。</translation>
    </message>
    <message>
        <source>The local database was made by a newer Wardroom (its version is %1, this program knows %2). It was left untouched; please update Wardroom.</source>
        <translation>本地数据库由更新版本的 Wardroom 创建（其版本为 %1，本程序只认识 %2）。未对其作任何改动；请更新 Wardroom。</translation>
    </message>
    <message>
        <source>%1 is not a Wardroom database; it was left untouched.</source>
        <translation>%1 不是 Wardroom 数据库；未对其作任何改动。</translation>
    </message>
    <message>
        <source>The folder of %1 cannot hold a write-ahead log (is it on a network drive?). Choose a folder on a local disk.</source>
        <translation>%1 所在的文件夹无法存放预写日志（是否位于网络驱动器上？）。请选择本地磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>This message is not waiting to be sent any more.</source>
        <translation>此消息已不在等待发送。</translation>
    </message>
    <message>
        <source>The local database is open read-only.</source>
        <translation>本地数据库以只读方式打开。</translation>
    </message>
</context>
<context>
    <name>wardroom::store::Store</name>
    <message>
        <source>An entry without a room or an id cannot be kept.</source>
        <translation>没有房间或 ID 的条目无法保存。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::AddPersonSheet</name>
    <message>
        <source>Add somebody</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>To a room, they read and write there. To a group, they also decide what it is asked.</source>
        <translation>加入房间的人可以在其中阅读和发言；加入组的人还可以对该组收到的请求作出决定。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>组 %1</translation>
    </message>
    <message>
        <source>Room %1</source>
        <translation>房间 %1</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>加入到</translation>
    </message>
    <message>
        <source>Nobody else is in this workspace yet: invite somebody first.</source>
        <translation>此工作区中还没有其他人：请先邀请人员。</translation>
    </message>
    <message>
        <source>Somebody by account, also with only a phone…</source>
        <translation>按账户添加，只有手机的人也可以…</translation>
    </message>
    <message>
        <source>@ada:example.org</source>
        <translation>例如 @ada:example.org</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>An account looks like @ada:example.org.</source>
        <translation>账户的形式如 @ada:example.org。</translation>
    </message>
    <message>
        <source>There is no room yet.</source>
        <translation>还没有房间。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::AdvicePanel</name>
    <message>
        <source>Only you see this</source>
        <translation>只有你能看到</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Put into the message: %1</source>
        <translation>放入消息：%1</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::Announcer</name>
    <message>
        <source>One request waits for your decision</source>
        <translation>有一个请求等待您决定</translation>
    </message>
    <message numerus="yes">
        <source>%n requests wait for your decision</source>
        <translation>
            <numerusform>有 %n 个请求等待您决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n 条新消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. And %n more.</source>
        <translation>
            <numerusform>%1。另有 %n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ApprovalDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Accept and apply</source>
        <translation>批准并应用</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
    <message>
        <source>%1 asks group %2 to accept and apply.</source>
        <translation>%1 请求 %2 组批准并应用。</translation>
    </message>
    <message>
        <source>1 approval needed, %1 given.</source>
        <translation>需要 1 个批准，已有 %1 个。</translation>
    </message>
    <message numerus="yes">
        <source>%n approvals needed, %1 given.</source>
        <translation>
            <numerusform>需要 %n 个批准，已有 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Incident: %1.</source>
        <translation>事件：%1。</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Your decision is signed and posted to the room.</source>
        <translation>您的决定会被签名并发布到房间。</translation>
    </message>
    <message>
        <source>✓ vetted</source>
        <translation>✓ 已审核</translation>
    </message>
    <message>
        <source>✓ vetted by %1</source>
        <translation>✓ 由 %1 审核</translation>
    </message>
    <message>
        <source>! not vetted</source>
        <translation>! 未审核</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>还需一个</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还需 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of: %2</source>
        <translation>%1，来自：%2</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>What will run</source>
        <translation>将要执行</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Then verify</source>
        <translation>随后验证</translation>
    </message>
    <message>
        <source>nothing is read back</source>
        <translation>不回读任何内容</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销方式</translation>
    </message>
    <message>
        <source>cannot be undone</source>
        <translation>无法撤销</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Say why you decline: the requester reads it.</source>
        <translation>请说明拒绝的理由：请求人会看到。</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>%1后过期</translation>
    </message>
    <message>
        <source>This request has expired. It has to be asked for again.</source>
        <translation>此请求已过期，必须重新提出。</translation>
    </message>
    <message>
        <source>Danger: %1</source>
        <translation>危险：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>%1 asks the other policy admins to agree to this.</source>
        <translation>%1 请其他策略管理员同意此事。</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Nothing that changes anything runs before the right people accepted it.</source>
        <translation>任何会作出变更的操作，都要先经相应人员批准才会执行。</translation>
    </message>
    <message>
        <source>%1 asks in %2 · %3 of %4 approvals</source>
        <translation>%1 在 %2 提出请求 · %4 个批准中已有 %3 个</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>%1后过期</translation>
    </message>
    <message>
        <source>Review and decide…</source>
        <translation>查看并决定…</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Review: %1</source>
        <translation>查看：%1</translation>
    </message>
    <message>
        <source>Nothing waits for a decision. Requests to change something appear here, with exactly what would run.</source>
        <translation>没有等待决定的事项。变更请求会显示在这里，并准确列出将要执行的内容。</translation>
    </message>
    <message>
        <source>WAITING FOR YOU</source>
        <translation>等待您决定</translation>
    </message>
    <message>
        <source>WAITING FOR OTHERS</source>
        <translation>等待他人决定</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::BoardPage</name>
    <message>
        <source>Status board</source>
        <translation>状态看板</translation>
    </message>
    <message>
        <source>Ask about an incident…</source>
        <translation>询问某个事件…</translation>
    </message>
    <message>
        <source>No incident is open. When one is, this page says in plain words what is going on and when the next update comes.</source>
        <translation>没有进行中的事件。一旦有事件，本页会用通俗的语言说明情况以及下次更新的时间。</translation>
    </message>
    <message>
        <source>Plain-language view</source>
        <translation>通俗视图</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>更新于 %1</translation>
    </message>
    <message>
        <source>nothing here can change anything</source>
        <translation>此处无法作出任何更改</translation>
    </message>
    <message>
        <source>%1, %2. %3 %4</source>
        <translation>%1，%2。%3 %4</translation>
    </message>
    <message>
        <source>How far %1 is</source>
        <translation>%1 的进展</translation>
    </message>
    <message>
        <source>no incident in 30 days</source>
        <translation>30 天内没有事件</translation>
    </message>
    <message>
        <source>one incident</source>
        <translation>一起事件</translation>
    </message>
    <message numerus="yes">
        <source>median · %n incidents</source>
        <translation>
            <numerusform>中位数 · %n 起事件</numerusform>
        </translation>
    </message>
    <message>
        <source>all quiet</source>
        <translation>一切平静</translation>
    </message>
    <message>
        <source>none is SEV1</source>
        <translation>没有 SEV1</translation>
    </message>
    <message>
        <source>one is SEV1</source>
        <translation>一起为 SEV1</translation>
    </message>
    <message numerus="yes">
        <source>%n are SEV1</source>
        <translation>
            <numerusform>%n 起为 SEV1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>进行中的事件</translation>
    </message>
    <message>
        <source>Time to acknowledge, 30 days</source>
        <translation>确认用时，30 天</translation>
    </message>
    <message>
        <source>Time to recover, 30 days</source>
        <translation>恢复用时，30 天</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::CardPresenter</name>
    <message>
        <source>That was me</source>
        <translation>是我操作的</translation>
    </message>
    <message>
        <source>Your words go on the record and the alert stops calling people.</source>
        <translation>您的说明将写入记录，告警不再继续呼叫他人。</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>您做了什么</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>提交说明</translation>
    </message>
    <message>
        <source>Say in a few words what you did.</source>
        <translation>请用几句话说明您做了什么。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Undoing is a change of its own: it waits for approval at the same risk.</source>
        <translation>撤销本身也是一次变更：须按相同风险等级等待批准。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ask for the undo</source>
        <translation>请求撤销</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请说明理由。</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <translation>取消请求</translation>
    </message>
    <message>
        <source>Stop the playbook</source>
        <translation>停止预案</translation>
    </message>
    <message>
        <source>No further step is asked for, and what waits for approval is taken back. What was done stays done.</source>
        <translation>不再请求后续步骤，等待批准的请求会被收回。已完成的不会撤销。</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::CataloguePage</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type them with / in a room, or ask in plain words. Reading runs by itself; changing waits for approval.</source>
        <translation>在房间里用 / 输入，或用平常的话询问。读取会自动运行；改变要等待批准。</translation>
    </message>
    <message>
        <source>No command fits. Fewer words find more.</source>
        <translation>没有符合的命令。词越少，找到的越多。</translation>
    </message>
    <message>
        <source>Search: block, sign-ins, patch…</source>
        <translation>搜索：封禁、登录、补丁……</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>For me now</source>
        <translation>我现在可用</translation>
    </message>
    <message>
        <source>TRY IT</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Put into the message</source>
        <translation>放入消息</translation>
    </message>
    <message>
        <source>Put %1 into the message</source>
        <translation>将 %1 放入消息</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Explain %1</source>
        <translation>说明 %1</translation>
    </message>
    <message>
        <source>Try in practice</source>
        <translation>在演练中尝试</translation>
    </message>
    <message>
        <source>Try %1 in practice</source>
        <translation>在演练中尝试 %1</translation>
    </message>
    <message>
        <source>LAST RUNS</source>
        <translation>最近运行</translation>
    </message>
    <message>
        <source>Nobody has asked for it here yet.</source>
        <translation>这里还没有人请求过它。</translation>
    </message>
    <message>
        <source>Asked for once</source>
        <translation>请求过一次</translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n times</source>
        <translation>
            <numerusform>请求过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 went well, %3 badly.</source>
        <translation>%1：%2 次顺利，%3 次不顺利。</translation>
    </message>
    <message>
        <source>%1 · %2 %3 · #%4</source>
        <translation>%1 · %2 %3 · #%4</translation>
    </message>
    <message>
        <source>Go to the room: %1</source>
        <translation>前往房间：%1</translation>
    </message>
    <message>
        <source>It can harm: %1</source>
        <translation>可能的危害：%1</translation>
    </message>
    <message>
        <source>WHO MAY</source>
        <translation>谁可以用</translation>
    </message>
    <message>
        <source>For you: %1</source>
        <translation>对你而言：%1</translation>
    </message>
    <message>
        <source>OR SAY IT LIKE</source>
        <translation>也可以这样说</translation>
    </message>
    <message>
        <source>WHAT IT NEEDS</source>
        <translation>需要什么</translation>
    </message>
    <message>
        <source>WHERE IT COMES FROM</source>
        <translation>来自哪里</translation>
    </message>
    <message>
        <source>HOW FAR IT GOES BY ITSELF</source>
        <translation>自动执行的程度</translation>
    </message>
    <message>
        <source>Put into the message: %1</source>
        <translation>放入消息：%1</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::CataloguePresenter</name>
    <message>
        <source>Plugins</source>
        <translation>插件</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ChoiceSheet</name>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ClockCard</name>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>已逾期 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Legal clock. Press when the report was submitted.</source>
        <translation>法定时限。提交报告后请按下。</translation>
    </message>
    <message>
        <source>%1, due %2. Press when the report was submitted.</source>
        <translation>%1，截止 %2。提交报告后请按下。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ClockCards</name>
    <message>
        <source>Legal clocks</source>
        <translation>法定时限</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ClockSheet</name>
    <message>
        <source>Legal clock</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Whether a law applies is yours to decide. Your decision, its moment and your reason are part of the record.</source>
        <translation>法规是否适用由您决定。您的决定、时刻和理由都是记录的一部分。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>We do not report under this law</source>
        <translation>我们不依此法规报告</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法规</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起算时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Starts: %1.</source>
        <translation>将开始计算：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No laws are listed in this installation.</source>
        <translation>此安装中没有列出任何法规。</translation>
    </message>
    <message>
        <source>Say why: who reads the record later asks for it.</source>
        <translation>请说明理由：日后查阅记录的人会问到。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message, or ask in plain words: “block 203.0.113.40 at the edge”</source>
        <translation>输入消息，或用日常语言提出：“在边界封禁 203.0.113.40”</translation>
    </message>
    <message>
        <source>/ commands</source>
        <translation>/ 命令</translation>
    </message>
    <message>
        <source>Insert a command</source>
        <translation>插入命令</translation>
    </message>
    <message>
        <source>@ people</source>
        <translation>@ 人员</translation>
    </message>
    <message>
        <source>Mention somebody</source>
        <translation>提及某人</translation>
    </message>
    <message>
        <source>attach</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>explain</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Explain what this would do</source>
        <translation>说明这会做什么</translation>
    </message>
    <message>
        <source>Says what this would do, before it is sent (F1)</source>
        <translation>在发送之前说明它会做什么（F1）</translation>
    </message>
    <message>
        <source>Answer nothing</source>
        <translation>不再回复</translation>
    </message>
    <message>
        <source>Answer nothing (Escape)</source>
        <translation>不再回复（Esc 键）</translation>
    </message>
    <message>
        <source>↩ %1</source>
        <translation>↩ %1</translation>
    </message>
    <message>
        <source>Answers: %1</source>
        <translation>回复：%1</translation>
    </message>
    <message>
        <source>✎ You are changing what you said</source>
        <translation>✎ 您正在修改说过的话</translation>
    </message>
    <message>
        <source>You are changing what you said</source>
        <translation>您正在修改说过的话</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Leave it as it is (Escape)</source>
        <translation>保持原样（Esc）</translation>
    </message>
    <message>
        <source>Answer in the thread</source>
        <translation>在讨论串中回复</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ConversationView</name>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>1 new below</source>
        <translation>下方有 1 条新消息</translation>
    </message>
    <message numerus="yes">
        <source>%n new below</source>
        <translation>
            <numerusform>下方有 %n 条新消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been said here yet. Write a message, or type / for what you can ask for.</source>
        <translation>这里还没有消息。写一条消息，或输入 / 查看可以提出的请求。</translation>
    </message>
    <message>
        <source>Quote in a note</source>
        <translation>引用到笔记</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>React</source>
        <translation>回应</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Answer in a thread</source>
        <translation>在讨论串中回复</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::CustodyDialog</name>
    <message>
        <source>✓ the same</source>
        <translation>✓ 相同</translation>
    </message>
    <message>
        <source>± more here</source>
        <translation>± 此处更多</translation>
    </message>
    <message>
        <source>✗ missing here</source>
        <translation>✗ 此处缺失</translation>
    </message>
    <message>
        <source>✗ another past</source>
        <translation>✗ 历史不同</translation>
    </message>
    <message>
        <source>Who else has this record</source>
        <translation>还有谁持有这份记录</translation>
    </message>
    <message>
        <source>Who else has this record: %1</source>
        <translation>还有谁持有这份记录：%1</translation>
    </message>
    <message>
        <source>At each change of an incident, every other Wardroom signs how many facts it has and their hash. Where that is not what is here, the chat server shows different pasts to different people, or facts were lost.</source>
        <translation>事件每次变化时，其他每个 Wardroom 都会签名确认它有多少条事实及其哈希。如果与此处不符，说明聊天服务器向不同的人展示了不同的历史，或者有事实丢失。</translation>
    </message>
    <message>
        <source>Show where</source>
        <translation>显示位置</translation>
    </message>
    <message>
        <source>Show from where on %1 has another past</source>
        <translation>显示 %1 的历史从何处开始不同</translation>
    </message>
    <message>
        <source>No other Wardroom has signed this record yet.</source>
        <translation>还没有其他 Wardroom 签名确认这份记录。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::DebriefDialog</name>
    <message>
        <source>Debrief</source>
        <translation>演练复盘</translation>
    </message>
    <message>
        <source>Debrief: %1</source>
        <translation>演练复盘：%1</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ 已完成</translation>
    </message>
    <message>
        <source>– missed</source>
        <translation>– 遗漏</translation>
    </message>
    <message>
        <source>Put it on the record</source>
        <translation>写入记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1, slow</source>
        <translation>%1，偏慢</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::DecisionPresenter</name>
    <message>
        <source>This request is not known here yet.</source>
        <translation>这里尚不知道此请求。</translation>
    </message>
    <message>
        <source>@%1 about “%2”: </source>
        <translation>@%1 关于“%2”：</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::DesktopNotifier</name>
    <message>
        <source>Wardroom</source>
        <translation>Wardroom</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::DetailPane</name>
    <message>
        <source>About this room</source>
        <translation>关于此房间</translation>
    </message>
    <message>
        <source>Commands of the bot</source>
        <translation>机器人的命令</translation>
    </message>
    <message>
        <source>No commands are installed.</source>
        <translation>没有安装任何命令。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>No evidence has been added. Attach a file to the conversation and it is kept by its hash.</source>
        <translation>尚未添加证据。将文件附到对话中，即会按其哈希保存。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Nobody is here yet.</source>
        <translation>这里还没有人。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>No tasks yet. Write one below to hand it over.</source>
        <translation>还没有任务。在下方写一个即可移交。</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>Tasks belong to incidents</source>
        <translation>任务属于事件</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Tasks %1/%2</source>
        <translation>任务 %1/%2</translation>
    </message>
    <message>
        <source>Evidence %1</source>
        <translation>证据 %1</translation>
    </message>
    <message>
        <source>Invite a colleague…</source>
        <translation>邀请同事…</translation>
    </message>
    <message>
        <source>Add to a room…</source>
        <translation>添加到房间…</translation>
    </message>
    <message>
        <source>The record: %1</source>
        <translation>记录：%1</translation>
    </message>
    <message>
        <source>Other desktops sign now and then what they have of this record. Is it the same as here?</source>
        <translation>其他桌面会不时签名确认它们所持有的这份记录。与此处相同吗？</translation>
    </message>
    <message numerus="yes">
        <source>✗ %n differ…</source>
        <translation>
            <numerusform>✗ %n 个不同…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n witness(es)…</source>
        <translation>
            <numerusform>%n 个见证…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other Wardroom(s) have another past of this room</source>
        <translation>
            <numerusform>另有 %n 个 Wardroom 持有此房间的不同历史</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other Wardroom(s) have the same past of this room</source>
        <translation>
            <numerusform>另有 %n 个 Wardroom 持有此房间的相同历史</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the chosen evidence</source>
        <translation>保存所选证据</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open the chosen evidence</source>
        <translation>打开所选证据</translation>
    </message>
    <message>
        <source>Take somebody out…</source>
        <translation>移出成员…</translation>
    </message>
    <message>
        <source>%1 · sha256 %2</source>
        <translation>%1 · sha256 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::DrillBand</name>
    <message>
        <source>Skip this step</source>
        <translation>跳过此步</translation>
    </message>
    <message>
        <source>Leave the drill</source>
        <translation>退出演练</translation>
    </message>
    <message>
        <source>The drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>已完成步骤</translation>
    </message>
    <message>
        <source>%1 · STEP %2 OF %3</source>
        <translation>%1 · 第 %2 步，共 %3 步</translation>
    </message>
    <message>
        <source>Something is about to happen. Keep watching.</source>
        <translation>即将有情况发生。请继续观察。</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ExportDialog</name>
    <message>
        <source>Export the record</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>A folder with the timeline, a report, every fact and every attachment, signed. Anybody can check that it is complete and unaltered, without Wardroom and without a network.</source>
        <translation>一个带签名的文件夹，包含时间线、报告、全部事实和全部附件。任何人都能核验其是否完整、未被改动，无需 Wardroom，也无需联网。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Report in</source>
        <translation>报告语言</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Say where to write it.</source>
        <translation>请说明写到哪里。</translation>
    </message>
    <message>
        <source>Check it anywhere: wardroomctl verify &quot;%1&quot; --trust %2</source>
        <translation>可在任何地方核验：wardroomctl verify &quot;%1&quot; --trust %2</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::FilesPresenter</name>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is here</source>
        <translation>%1 已在本机</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>A file of this kind is never opened from here. Save it, and look at it where it can do no harm.</source>
        <translation>这类文件不会从这里打开。请保存它，并在不会造成危害的地方查看。</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Another program of this machine opens it. Nobody has checked what is in it: open it only when you know who posted it and why.</source>
        <translation>将由本机的另一个程序打开。没有人检查过其中的内容：请在知道是谁、为何发送之后再打开。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No program of this machine opens such a file. Save it instead.</source>
        <translation>本机没有程序能打开这类文件。请改为保存。</translation>
    </message>
    <message>
        <source>What is in this file is not what its name says, and might be run. It is not opened. Save it, and look at it where it can do no harm.</source>
        <translation>文件内容与其名称不符，可能会被执行，因此没有打开。请保存它，并在不会造成危害的地方查看。</translation>
    </message>
    <message>
        <source>There is no place to put the file. Make room on the disk.</source>
        <translation>没有地方存放这个文件。请在磁盘上腾出空间。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::Histogram</name>
    <message>
        <source>How much happened when</source>
        <translation>各时段的活动量</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::InvitationList</name>
    <message>
        <source>Invitations</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <translation>接受：%1</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Decline: %1</source>
        <translation>拒绝：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more, once these are answered</source>
        <translation>
            <numerusform>答复这些之后还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>not of this workspace: %1</source>
        <translation>不属于此工作区：%1</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::InviteDialog</name>
    <message>
        <source>Invite a colleague</source>
        <translation>邀请同事</translation>
    </message>
    <message>
        <source>This line lets one person in, once, for a week. They paste it into the first window of their Wardroom. It holds this workspace&apos;s fingerprint, so give it to nobody else, and by a way you trust.</source>
        <translation>凭此行可让一人加入，仅限一次，有效期一周。对方将其粘贴到自己 Wardroom 的首个窗口即可。其中含有此工作区的指纹，因此请通过您信任的途径交给对方，不要给其他人。</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>When they are in: add them to rooms and groups below the list of people. Members of a group approve what it is asked.</source>
        <translation>对方加入后：请在人员列表下方将其添加到房间和组。组的成员负责批准该组收到的请求。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>✓ Copied</source>
        <translation>✓ 已复制</translation>
    </message>
    <message>
        <source>First their account: without it the chat server does not let them into the control room.</source>
        <translation>先填写对方的账户：否则聊天服务器不会让对方进入控制室。</translation>
    </message>
    <message>
        <source>@ada:example.org</source>
        <translation>例如 @ada:example.org</translation>
    </message>
    <message>
        <source>Their account</source>
        <translation>对方的账户</translation>
    </message>
    <message>
        <source>Invite the account</source>
        <translation>邀请该账户</translation>
    </message>
    <message>
        <source>An account looks like @ada:example.org.</source>
        <translation>账户的形式为 @ada:example.org。</translation>
    </message>
    <message>
        <source>✓ %1 may enter the control room. Now give them the line below.</source>
        <translation>✓ %1 可以进入控制室了。现在请把下面这一行交给对方。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::LetInSheet</name>
    <message>
        <source>Let somebody in</source>
        <translation>准许加入</translation>
    </message>
    <message>
        <source>A Wardroom asks to count as this person&apos;s. Call them, have them read out the fingerprint that their window shows, and compare: the chat server could have made it up.</source>
        <translation>有一个 Wardroom 请求作为此人的 Wardroom。请致电本人，让其读出窗口中显示的指纹并加以比对：它可能是聊天服务器伪造的。</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>准许加入</translation>
    </message>
    <message>
        <source>I have compared it with them</source>
        <translation>我已与本人比对</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>%1, node %2</source>
        <translation>%1，节点 %2</translation>
    </message>
    <message>
        <source>Nobody asks to be let in.</source>
        <translation>没有人请求加入。</translation>
    </message>
    <message>
        <source>Compare the fingerprint first.</source>
        <translation>请先比对指纹。</translation>
    </message>
    <message>
        <source>Let in by %1; one more has to say the same.</source>
        <translation>%1 已准许；还需要一人作出同样的表示。</translation>
    </message>
    <message>
        <source>Known here already: it takes another Wardroom of theirs, or two policy admins.</source>
        <translation>此人在这里已为人所知：需要其另一个 Wardroom 或两位策略管理员准许。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::LevelSheet</name>
    <message>
        <source>It holds at once: there is no other policy admin.</source>
        <translation>立即生效：没有其他策略管理员。</translation>
    </message>
    <message numerus="yes">
        <source>It becomes a request; %n other policy admin(s) have to accept it.</source>
        <translation>
            <numerusform>它将成为一个请求；需要另外 %n 位策略管理员接受。</numerusform>
        </translation>
    </message>
    <message>
        <source>The workspace&apos;s level</source>
        <translation>工作区的级别</translation>
    </message>
    <message>
        <source>The level of %1</source>
        <translation>%1 的级别</translation>
    </message>
    <message>
        <source>How far any command may go. %1</source>
        <translation>任何命令最多可到的级别。%1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>0 · only suggested</source>
        <translation>0 · 只作建议</translation>
    </message>
    <message>
        <source>1 · reading runs, a change is only suggested</source>
        <translation>1 · 读取类运行，更改只作建议</translation>
    </message>
    <message>
        <source>2 · runs by itself, as it only reads</source>
        <translation>2 · 自动运行，因为它只读取</translation>
    </message>
    <message>
        <source>2 · a change runs once approved</source>
        <translation>2 · 更改经批准后运行</translation>
    </message>
    <message>
        <source>3 · what was granted may run by itself</source>
        <translation>3 · 获授权的可以自动运行</translation>
    </message>
    <message>
        <source>3 · runs by itself as long as its record is clean</source>
        <translation>3 · 只要记录清白就自动运行</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>That is its level already.</source>
        <translation>它已经是这个级别。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::LinkPresenter</name>
    <message>
        <source>Sign in again…</source>
        <translation>重新登录…</translation>
    </message>
    <message>
        <source>You read along and talk, but this desktop is not let in yet: nothing it signs counts. Tell a policy admin “let in %1, fingerprint %2” on the phone; their window offers it.</source>
        <translation>您可以阅读和发言，但本机尚未获准加入：它签名的内容都不算数。请打电话告诉策略管理员“准许 %1 加入，指纹 %2”；对方的窗口中会提供此操作。</translation>
    </message>
    <message>
        <source>%1 asks to be let in, with a Wardroom on %2.</source>
        <translation>%1 请求加入，其 Wardroom 位于 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n Wardrooms ask to be let in.</source>
        <translation>
            <numerusform>有 %n 个 Wardroom 请求加入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Let in…</source>
        <translation>准许加入…</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n 条未发出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were refused for good: they stand in their rooms, to be tried again or discarded.</source>
        <translation>
            <numerusform>有 %n 条被彻底拒绝：它们留在各自的房间中，可重试或丢弃。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 let it in; a second policy admin has to say the same.</source>
        <translation>%1 已准许；还需要第二位策略管理员作出同样的表示。</translation>
    </message>
    <message>
        <source>Said, and on the record. It is not in yet: a second policy admin has to say the same in their window, or another Wardroom of this person&apos;s.</source>
        <translation>已表示并记录在案。它尚未加入：还需要第二位策略管理员在其窗口中，或此人的另一个 Wardroom，作出同样的表示。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::MainWindow</name>
    <message>
        <source>Wardroom</source>
        <translation>Wardroom</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::MembershipPresenter</name>
    <message>
        <source>Rename the room</source>
        <translation>重命名房间</translation>
    </message>
    <message>
        <source>Everybody sees the new name.</source>
        <translation>所有人都会看到新名称。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请给它一个名称。</translation>
    </message>
    <message>
        <source>Topic of the room</source>
        <translation>房间主题</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Nobody else is in this room.</source>
        <translation>此房间中没有其他人。</translation>
    </message>
    <message>
        <source>Take somebody out of %1</source>
        <translation>将某人移出 %1</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Leave the room</source>
        <translation>离开房间</translation>
    </message>
    <message>
        <source>What was said there stays on the record. To come back, somebody may have to invite you.</source>
        <translation>在那里说过的话仍保留在记录中。要回来，可能需要有人邀请您。</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>%1 (takes the invitation back)</source>
        <translation>%1（撤回邀请）</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::NodesPanel</name>
    <message>
        <source>● in</source>
        <translation>● 已加入</translation>
    </message>
    <message>
        <source>● in since %1</source>
        <translation>● %1 起已加入</translation>
    </message>
    <message>
        <source>◇ asks to be let in</source>
        <translation>◇ 请求加入</translation>
    </message>
    <message>
        <source>◇ asks to be let in, since %1</source>
        <translation>◇ %1 起请求加入</translation>
    </message>
    <message>
        <source>✕ revoked</source>
        <translation>✕ 已吊销</translation>
    </message>
    <message>
        <source>✕ revoked %1 by %2</source>
        <translation>✕ %1 由 %2 吊销</translation>
    </message>
    <message>
        <source>last said in #%1, %2: %3</source>
        <translation>最后一次在 #%1，%2：%3</translation>
    </message>
    <message>
        <source>DESKTOPS AND SERVICES</source>
        <translation>桌面端与服务</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Each has a key of its own, and what it signs counts as its person&apos;s word. Revoke one that was lost or stolen, or is not used any more.</source>
        <translation>每一个都有自己的密钥，它签名的内容视为其所属人员的话。丢失、被盗或不再使用的请予吊销。</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>answers phones</source>
        <translation>回应手机消息</translation>
    </message>
    <message>
        <source>reaches %1</source>
        <translation>可访问 %1</translation>
    </message>
    <message>
        <source>node %1, key %2</source>
        <translation>节点 %1，密钥 %2</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Let in…</source>
        <translation>准许加入…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>吊销…</translation>
    </message>
    <message>
        <source>Let in %1</source>
        <translation>准许 %1 加入</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>吊销 %1</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::OpenIncidentSheet</name>
    <message>
        <source>SEV1: customers or critical systems are hit</source>
        <translation>SEV1：客户或关键系统受到影响</translation>
    </message>
    <message>
        <source>SEV2: serious, contained to few</source>
        <translation>SEV2：严重，但范围有限</translation>
    </message>
    <message>
        <source>SEV3: limited, no hurry</source>
        <translation>SEV3：影响有限，不紧急</translation>
    </message>
    <message>
        <source>SEV4: for the record</source>
        <translation>SEV4：仅作记录</translation>
    </message>
    <message>
        <source>Open an incident room</source>
        <translation>开启事件房间</translation>
    </message>
    <message>
        <source>The room is linked with the alert, both ways. Everybody in it is told.</source>
        <translation>房间与告警双向关联。房间中的每个人都会收到通知。</translation>
    </message>
    <message>
        <source>Open incident room</source>
        <translation>开启事件房间</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Give the incident a title that others will recognise.</source>
        <translation>请为事件起一个他人能认出的标题。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::OutputDialog</name>
    <message>
        <source>Raw output</source>
        <translation>原始输出</translation>
    </message>
    <message>
        <source>Every line as the command printed it. The record keeps it under SHA-256 %1.</source>
        <translation>命令打印的每一行，原样显示。记录以 SHA-256 %1 保存它。</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It printed nothing.</source>
        <translation>它没有打印任何内容。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::PolicyPanel</name>
    <message>
        <source>0 · commands are only suggested</source>
        <translation>0 · 命令只作建议</translation>
    </message>
    <message>
        <source>1 · reading runs by itself</source>
        <translation>1 · 读取类自动运行</translation>
    </message>
    <message>
        <source>2 · a change runs once approved</source>
        <translation>2 · 更改经批准后运行</translation>
    </message>
    <message>
        <source>3 · what has a clean record may run by itself</source>
        <translation>3 · 记录清白的可以自动运行</translation>
    </message>
    <message>
        <source>runs by itself</source>
        <translation>自动运行</translation>
    </message>
    <message>
        <source>level 3 · runs by itself</source>
        <translation>3 级 · 自动运行</translation>
    </message>
    <message>
        <source>level %1 · only suggested</source>
        <translation>%1 级 · 只作建议</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>还没有运行过</translation>
    </message>
    <message>
        <source>%1 runs, %2 verified, %3 failed, %4 undone</source>
        <translation>运行 %1 次，已核实 %2 次，失败 %3 次，撤销 %4 次</translation>
    </message>
    <message>
        <source>median %1 s</source>
        <translation>中位数 %1 秒</translation>
    </message>
    <message>
        <source>these files since %1</source>
        <translation>文件始于 %1</translation>
    </message>
    <message>
        <source>%1 runs with other files</source>
        <translation>以其他文件运行 %1 次</translation>
    </message>
    <message>
        <source>Change the level…</source>
        <translation>更改级别…</translation>
    </message>
    <message>
        <source>Change the policy…</source>
        <translation>更改策略…</translation>
    </message>
    <message>
        <source>POLICY AND AUTOMATION</source>
        <translation>策略与自动化</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>Policy %1 holds. Level %2.</source>
        <translation>策略 %1 生效。级别 %2。</translation>
    </message>
    <message>
        <source>You are the only policy admin, so a change of yours holds at once.</source>
        <translation>你是唯一的策略管理员，所以你的更改立即生效。</translation>
    </message>
    <message numerus="yes">
        <source>A change holds once %n other policy admin(s) accepted it.</source>
        <translation>
            <numerusform>更改在另外 %n 位策略管理员接受后生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Let it run by itself…</source>
        <translation>让它自动运行…</translation>
    </message>
    <message>
        <source>Level…</source>
        <translation>级别…</translation>
    </message>
    <message>
        <source>Level of %1</source>
        <translation>%1 的级别</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::PolicyPresenter</name>
    <message>
        <source>The policy</source>
        <translation>策略</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::PolicySheet</name>
    <message>
        <source>Change the policy</source>
        <translation>更改策略</translation>
    </message>
    <message>
        <source>Everything it says, as JSON. People may be written by name, rooms by id. %1</source>
        <translation>它的全部内容，JSON 格式。人可以写名字，房间写标识。%1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>还没有任何更改。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::Rail</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1，%n 项等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Status board</source>
        <translation>状态看板</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>工作区 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>Workspace %1, %n unread in others</source>
        <translation>
            <numerusform>工作区 %1，其他工作区有 %n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (not open)</source>
        <translation>%1（未打开）</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n unread</source>
        <translation>
            <numerusform>%1 · %n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a workspace…</source>
        <translation>添加工作区…</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The record of each room, signed, complete, and checkable by anybody.</source>
        <translation>每个房间的记录：已签名、完整，任何人都可核验。</translation>
    </message>
    <message>
        <source>There is no incident to report on yet.</source>
        <translation>还没有可供报告的事件。</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ResolveSheet</name>
    <message>
        <source>Resolve this alert</source>
        <translation>处置此告警</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>True: it was what it said</source>
        <translation>真实：确如告警所述</translation>
    </message>
    <message>
        <source>False: nothing of the kind happened</source>
        <translation>误报：并未发生此类情况</translation>
    </message>
    <message>
        <source>Benign: it happened, and it is fine</source>
        <translation>良性：确有其事，但无妨</translation>
    </message>
    <message>
        <source>How</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::RevokeSheet</name>
    <message>
        <source>Revoke %1 on %2</source>
        <translation>吊销 %1 位于 %2 的 Wardroom</translation>
    </message>
    <message>
        <source>From now on nothing that it signs counts, in any room, and nobody can take that back. What it said before goes on to count. If it comes back, it is with a new key that has to be let in.</source>
        <translation>从现在起，它签名的任何内容在任何房间都不算数，且无人能够撤回。此前所说的继续有效。若要重新加入，须使用新的密钥并获得准许。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Laptop stolen on the train</source>
        <translation>笔记本电脑在火车上被盗</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Counts up to</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>It has said nothing yet.</source>
        <translation>它还没有说过任何内容。</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say why: it stays on the record.</source>
        <translation>请说明原因：它会留在记录中。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::RoomHeader</name>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>What can be done in this room</source>
        <translation>此房间中可以执行的操作</translation>
    </message>
    <message>
        <source>Timeline and people</source>
        <translation>时间线与人员</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 人</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>已开启 %1</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Catch up in five lines</source>
        <translation>五行了解进展</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>添加备注…</translation>
    </message>
    <message>
        <source>Add a task…</source>
        <translation>添加任务…</translation>
    </message>
    <message>
        <source>Set stage</source>
        <translation>设置阶段</translation>
    </message>
    <message>
        <source>Change severity…</source>
        <translation>更改严重程度…</translation>
    </message>
    <message>
        <source>Change lead…</source>
        <translation>更换负责人…</translation>
    </message>
    <message>
        <source>Write the summary…</source>
        <translation>撰写摘要…</translation>
    </message>
    <message>
        <source>Promise the next update…</source>
        <translation>承诺下次更新…</translation>
    </message>
    <message>
        <source>Reopen incident…</source>
        <translation>重新开启事件…</translation>
    </message>
    <message>
        <source>Close incident…</source>
        <translation>关闭事件…</translation>
    </message>
    <message>
        <source>encrypted: not readable here</source>
        <translation>已加密：在此无法读取</translation>
    </message>
    <message>
        <source>Only the members&apos; own programs can read this room. Wardroom neither reads nor writes in it.</source>
        <translation>只有成员自己的程序才能读取此房间。Wardroom 不在其中读取或写入。</translation>
    </message>
    <message>
        <source>Sharing label (TLP)…</source>
        <translation>共享标签 (TLP)…</translation>
    </message>
    <message>
        <source>Legal clock…</source>
        <translation>法定时限…</translation>
    </message>
    <message>
        <source>Rename the room…</source>
        <translation>重命名房间…</translation>
    </message>
    <message>
        <source>Topic…</source>
        <translation>主题…</translation>
    </message>
    <message>
        <source>Take somebody out…</source>
        <translation>移出某人…</translation>
    </message>
    <message>
        <source>Leave the room…</source>
        <translation>离开房间…</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::RoomPresenter</name>
    <message>
        <source>Catch up</source>
        <translation>了解进展</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>请先写些内容。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>In plain words, for people who were not there. The status board shows it.</source>
        <translation>用通俗的语言写给不在场的人。状态看板会显示它。</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>关闭事件</translation>
    </message>
    <message>
        <source>The room stays. It can be reopened.</source>
        <translation>房间会保留，可以重新开启。</translation>
    </message>
    <message>
        <source>Close incident</source>
        <translation>关闭事件</translation>
    </message>
    <message>
        <source>Say in a sentence how it ended.</source>
        <translation>请用一句话说明结果。</translation>
    </message>
    <message>
        <source>Reopen the incident</source>
        <translation>重新开启事件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reopen incident</source>
        <translation>重新开启事件</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请说明理由。</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Notes are part of the record.</source>
        <translation>备注是记录的一部分。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Change severity</source>
        <translation>更改严重程度</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Change lead</source>
        <translation>更换负责人</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Promise the next update</source>
        <translation>承诺下次更新</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>Understood: help</source>
        <translation>理解为：帮助</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附上文件</translation>
    </message>
    <message>
        <source>only who is here</source>
        <translation>仅限此处的人员</translation>
    </message>
    <message>
        <source>our organisation, who needs it</source>
        <translation>本组织中需要知道的人</translation>
    </message>
    <message>
        <source>our organisation and its clients, who needs it</source>
        <translation>本组织及其客户中需要知道的人</translation>
    </message>
    <message>
        <source>our community</source>
        <translation>我们的社区</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Sharing label</source>
        <translation>共享标签</translation>
    </message>
    <message>
        <source>May be shared with</source>
        <translation>可共享给</translation>
    </message>
    <message>
        <source>%1 submitted?</source>
        <translation>%1：已提交？</translation>
    </message>
    <message>
        <source>Recorded with this moment. Reports that count from it get their own clock.</source>
        <translation>以此刻记录。自此起算的报告会有各自的时限。</translation>
    </message>
    <message>
        <source>Where and by whom</source>
        <translation>提交到何处、由谁提交</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Say to whom it went, so that others can find it.</source>
        <translation>请说明提交给了谁，以便他人查找。</translation>
    </message>
    <message>
        <source>This room is encrypted, so nothing written by Wardroom could be read back or proved. Use a room without encryption, or write here in Element.</source>
        <translation>此房间已加密，因此 Wardroom 写入的内容无法回读或证明。请使用不加密的房间，或在 Element 中于此发言。</translation>
    </message>
    <message>
        <source>%1 · Tab writes it out</source>
        <translation>%1 · 按 Tab 写出来</translation>
    </message>
    <message>
        <source>Enter changes what you said. It asks for nothing, and what it said before stays on the record.</source>
        <translation>按 Enter 修改说过的话。这不会请求任何操作，原来的内容仍保留在记录中。</translation>
    </message>
    <message>
        <source>%1 · Tab writes %2</source>
        <translation>%1 · 按 Tab 写入 %2</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::RoomsPane</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words.</source>
        <translation>未找到。请减少或更换关键词。</translation>
    </message>
    <message>
        <source>One entry found</source>
        <translation>找到一个条目</translation>
    </message>
    <message numerus="yes">
        <source>%n entries found, newest first</source>
        <translation>
            <numerusform>找到 %n 个条目，最新的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>已同步 %1</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entries found; scroll down for more</source>
        <translation>
            <numerusform>找到的最新 %n 个条目；向下滚动查看更多</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已登出</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Notify me on the desktop when something calls for me</source>
        <translation>有事需要我时在桌面上通知我</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>A new language is used from the next start.</source>
        <translation>新语言将在下次启动时生效。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Its fingerprint</source>
        <translation>其指纹</translation>
    </message>
    <message>
        <source>KEYBOARD</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Rooms, status board, approvals, commands, reports, settings</source>
        <translation>房间、状态看板、审批、命令、报告、设置</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>The room above and below</source>
        <translation>上一个和下一个房间</translation>
    </message>
    <message>
        <source>The next pane; with Shift the one before</source>
        <translation>下一个窗格；加 Shift 为上一个</translation>
    </message>
    <message>
        <source>Up and Down</source>
        <translation>上、下方向键</translation>
    </message>
    <message>
        <source>In a conversation: from message to message; Tab goes to a message&apos;s buttons</source>
        <translation>在对话中：逐条移动消息；Tab 移到消息的按钮</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Sends; with Shift it begins a new line</source>
        <translation>发送；加 Shift 换行</translation>
    </message>
    <message>
        <source>/ and @</source>
        <translation>/ 和 @</translation>
    </message>
    <message>
        <source>Offer commands and people; Tab takes the suggestion, Escape closes it</source>
        <translation>提供命令和人员建议；Tab 采用建议，Escape 关闭</translation>
    </message>
    <message>
        <source>Keep quiet from</source>
        <translation>保持安静，从</translation>
    </message>
    <message>
        <source>How the bot talks</source>
        <translation>机器人的语气</translation>
    </message>
    <message>
        <source>In help and tips only. Requests, approvals, failures, alerts and the record always speak plainly, and so does everything while a grave incident is open.</source>
        <translation>仅用于帮助和提示。请求、批准、失败、告警和记录始终用平实的话；有严重事件未关闭时，一切都用平实的话。</translation>
    </message>
    <message>
        <source>Hours of silence</source>
        <translation>静默时段</translation>
    </message>
    <message>
        <source>No tips and no notifications then, but for what is urgent.</source>
        <translation>此时段没有提示和通知，紧急事项除外。</translation>
    </message>
    <message>
        <source>Silent from</source>
        <translation>静默开始</translation>
    </message>
    <message>
        <source>Silent until</source>
        <translation>静默结束</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Explains what the message would do; with nothing typed, what you can ask for</source>
        <translation>说明消息会做什么；未输入时，说明你可以请求什么</translation>
    </message>
    <message>
        <source>Take what the bot suggests next</source>
        <translation>采用机器人的下一步建议</translation>
    </message>
    <message>
        <source>A, R, Q, O and B</source>
        <translation>A、R、Q、O 和 B</translation>
    </message>
    <message>
        <source>On a message or card: answer it, run it again, quote it in a note, open its raw output, block the address in it</source>
        <translation>在消息或卡片上：回复、再次运行、引用到备注、打开原始输出、封禁其中的地址</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::SignInAgainSheet</name>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>%1 has ended the sign-in of this desktop. What you wrote meanwhile is kept and goes out afterwards.</source>
        <translation>%1 已结束本机的登录。您在此期间写的内容会保留，随后发出。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Write the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Opens the server&apos;s page. Sign in there, then come back: this window waits five minutes.</source>
        <translation>将打开服务器的页面。请在那里登录后返回：此窗口会等待五分钟。</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>With the password</source>
        <translation>使用密码</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>在浏览器中</translation>
    </message>
    <message>
        <source>With an access token</source>
        <translation>使用访问令牌</translation>
    </message>
    <message>
        <source>Paste the access token.</source>
        <translation>请粘贴访问令牌。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::SignInPage</name>
    <message>
        <source>Connect a team</source>
        <translation>连接团队</translation>
    </message>
    <message>
        <source>The team&apos;s rooms on a Matrix server are the record. Nothing of yours is installed there, and people without Wardroom read along in Element.</source>
        <translation>团队在 Matrix 服务器上的房间就是记录。无需在服务器上安装任何东西，没有 Wardroom 的人可在 Element 中阅读。</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Were you invited? Paste the line here first</source>
        <translation>收到邀请？请先将其粘贴到这里</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>example.org, or your account: @ada:example.org</source>
        <translation>example.org，或您的账户：@ada:example.org</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>@ada:example.org, or ada</source>
        <translation>@ada:example.org，或 ada</translation>
    </message>
    <message>
        <source>Used once, kept nowhere</source>
        <translation>仅使用一次，不会保存</translation>
    </message>
    <message>
        <source>Made elsewhere, for a device of its own</source>
        <translation>在别处创建，供单独的设备使用</translation>
    </message>
    <message>
        <source>Found a new workspace on this server</source>
        <translation>在此服务器上创建新工作区</translation>
    </message>
    <message>
        <source>Join the one that is there: I know its fingerprint</source>
        <translation>加入已有的工作区：我知道其指纹</translation>
    </message>
    <message>
        <source>Your account has to be invited into its control room. A colleague then lets this desktop in.</source>
        <translation>您的账户须先获邀进入其控制室，再由同事准许本机加入。</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>What it is called on this desktop</source>
        <translation>在本机上的名称</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>64 characters, from a colleague, by a way you trust</source>
        <translation>64 个字符，由同事通过您信任的途径提供</translation>
    </message>
    <message>
        <source>✓ Into “%1”, control room %2, fingerprint %3…</source>
        <translation>✓ 加入“%1”，控制室 %2，指纹 %3…</translation>
    </message>
    <message>
        <source>password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>browser sign-on</source>
        <translation>浏览器登录</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>✓ Found %1. It offers: %2.</source>
        <translation>✓ 已找到 %1。支持：%2。</translation>
    </message>
    <message>
        <source>Find the server</source>
        <translation>查找服务器</translation>
    </message>
    <message>
        <source>Sign in and join</source>
        <translation>登录并加入</translation>
    </message>
    <message>
        <source>Sign in and ask to be let in</source>
        <translation>登录并请求加入</translation>
    </message>
    <message>
        <source>Sign in and found</source>
        <translation>登录并创建</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Paste an invitation, or name the server.</source>
        <translation>请粘贴邀请，或填写服务器。</translation>
    </message>
    <message>
        <source>Write your account and its password.</source>
        <translation>请填写您的账户及其密码。</translation>
    </message>
    <message>
        <source>Paste the access token.</source>
        <translation>请粘贴访问令牌。</translation>
    </message>
    <message>
        <source>Give the workspace a name.</source>
        <translation>请为工作区命名。</translation>
    </message>
    <message>
        <source>A fingerprint has 64 characters, 0 to 9 and a to f. A colleague sees it in Settings.</source>
        <translation>指纹为 64 个字符，由 0 到 9 和 a 到 f 组成。同事可在“设置”中看到它。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::SignInPresenter</name>
    <message>
        <source>%1 Check the account and the password and try again.</source>
        <translation>%1 请检查账户和密码，然后重试。</translation>
    </message>
    <message>
        <source>%1 Check the address and your network, then try again.</source>
        <translation>%1 请检查地址和网络，然后重试。</translation>
    </message>
    <message>
        <source>The server asks to wait a little before the next try. %1</source>
        <translation>服务器要求稍等再试。%1</translation>
    </message>
    <message>
        <source>%1 Ask a colleague to invite your account into the control room.</source>
        <translation>%1 请让同事邀请您的账户进入控制室。</translation>
    </message>
    <message>
        <source>This invitation is into a workspace on one machine. It needs no account: go back and paste it there.</source>
        <translation>此邀请用于单机工作区，无需账户：请返回并粘贴到那里。</translation>
    </message>
    <message>
        <source>This invitation has expired. Ask for a new one.</source>
        <translation>此邀请已过期。请索取新的邀请。</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>正在查找服务器…</translation>
    </message>
    <message>
        <source>Waiting for your browser: sign in there, then come back…</source>
        <translation>正在等待浏览器：请在其中登录，然后返回…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>The room #control on this server holds a workspace already. Ask a colleague for an invitation, or join it with its fingerprint.</source>
        <translation>此服务器上的房间 #control 中已有一个工作区。请向同事索取邀请，或凭其指纹加入。</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::StageBar</name>
    <message>
        <source>Double-click a stage to set it</source>
        <translation>双击某个阶段即可设置</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>Triaged</source>
        <translation>已研判</translation>
    </message>
    <message>
        <source>Containing</source>
        <translation>遏制中</translation>
    </message>
    <message>
        <source>Eradicated</source>
        <translation>已根除</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已复盘</translation>
    </message>
    <message>
        <source>Stage: %1, %2 of 6</source>
        <translation>阶段：%1，第 %2 个，共 6 个</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ThreadPane</name>
    <message>
        <source>Thread</source>
        <translation>讨论串</translation>
    </message>
    <message>
        <source>Messages of the thread</source>
        <translation>讨论串的消息</translation>
    </message>
    <message>
        <source>Close the thread</source>
        <translation>关闭讨论串</translation>
    </message>
    <message>
        <source>Close the thread (Escape)</source>
        <translation>关闭讨论串 (Escape)</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ThreadPresenter</name>
    <message numerus="yes">
        <source>more than %n replies</source>
        <translation>
            <numerusform>超过 %n 条回复</numerusform>
        </translation>
    </message>
    <message>
        <source>no replies yet</source>
        <translation>还没有回复</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 条回复</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n 条回复</numerusform>
        </translation>
    </message>
    <message>
        <source>This room is encrypted. Write here in Element.</source>
        <translation>此房间已加密。请在 Element 中写。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Nothing of this kind has happened yet.</source>
        <translation>尚未发生此类情况。</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::TrayNotifier</name>
    <message>
        <source>Wardroom</source>
        <translation>Wardroom</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::WelcomePage</name>
    <message>
        <source>Welcome to Wardroom</source>
        <translation>欢迎使用 Wardroom</translation>
    </message>
    <message>
        <source>Alerts, questions, decisions and fixes in one conversation, and a record of it that proves itself.</source>
        <translation>告警、提问、决定和修复都在同一个对话中，并留下可自证的记录。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your name, as colleagues know you</source>
        <translation>您的姓名，按同事对您的称呼</translation>
    </message>
    <message>
        <source>You are</source>
        <translation>您是</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Start the drill</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>Work on this machine</source>
        <translation>在本机工作</translation>
    </message>
    <message>
        <source>A workspace in a folder. Colleagues on this machine join by invitation. Nothing to install, no account.</source>
        <translation>文件夹中的工作区。本机上的同事凭邀请加入。无需安装，无需账户。</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Connect a team</source>
        <translation>连接团队</translation>
    </message>
    <message>
        <source>Invited? Paste the invitation here</source>
        <translation>收到邀请？请粘贴到这里</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Paste the invitation first. Whoever invited you has it.</source>
        <translation>请先粘贴邀请。邀请您的人那里有。</translation>
    </message>
    <message>
        <source>Write your name first: it stands beside everything you do.</source>
        <translation>请先填写您的姓名：它会显示在您所做的每件事旁边。</translation>
    </message>
    <message>
        <source>The rooms of your Matrix server as the shared record: several desktops, phones, and a node that never sleeps.</source>
        <translation>以 Matrix 服务器上的房间作为共享记录：多个桌面端、手机，以及一个始终在线的节点。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>‹ Back to %1</source>
        <translation>‹ 返回 %1</translation>
    </message>
    <message>
        <source>A drill on a throw-away host: nothing of yours is touched.</source>
        <translation>在一次性主机上演练：不会触及你的任何东西。</translation>
    </message>
    <message>
        <source>Which drill</source>
        <translation>选择演练</translation>
    </message>
    <message>
        <source>%1 · %2 min</source>
        <translation>%1 · %2 分钟</translation>
    </message>
    <message>
        <source>Nothing of yours is touched.</source>
        <translation>不会触及你的任何东西。</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::WindowPresenter</name>
    <message>
        <source>%1 – Wardroom</source>
        <translation>%1 – Wardroom</translation>
    </message>
</context>
<context>
    <name>wardroom::ui::WordsPresenter</name>
    <message>
        <source>Delete the message</source>
        <translation>删除消息</translation>
    </message>
    <message>
        <source>It is taken away for everybody. Whoever has read it keeps it in their record, where it is shown as deleted.</source>
        <translation>它会对所有人撤回。已读过的人会在自己的记录中保留它，并显示为已删除。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Will run: %1</source>
        <translation>将执行：%1</translation>
    </message>
    <message>
        <source>Effect: %1</source>
        <translation>影响：%1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>severity %1</source>
        <translation>严重程度 %1</translation>
    </message>
    <message>
        <source>aimed at %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>seen by %1</source>
        <translation>由 %1 发现</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Seen %1 times by now</source>
        <translation>至今已出现 %1 次</translation>
    </message>
    <message>
        <source>last at %1</source>
        <translation>最近一次在 %1</translation>
    </message>
    <message>
        <source>%1 takes the alert</source>
        <translation>%1 接手此告警</translation>
    </message>
    <message>
        <source>an incident room was opened for it</source>
        <translation>已为其开启事件房间</translation>
    </message>
    <message>
        <source>%1 says: that was me</source>
        <translation>%1 表示：是我操作的</translation>
    </message>
    <message>
        <source>Alert resolved as %1</source>
        <translation>告警处置为%1</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>事件已开启</translation>
    </message>
    <message>
        <source>severity %1, led by %2</source>
        <translation>严重程度 %1，负责人 %2</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>Severity: %1</source>
        <translation>严重程度：%1</translation>
    </message>
    <message>
        <source>%1 leads now</source>
        <translation>%1 现为负责人</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 现为：%2</translation>
    </message>
    <message>
        <source>Summary written</source>
        <translation>已撰写摘要</translation>
    </message>
    <message>
        <source>Next update by %1</source>
        <translation>下次更新不晚于 %1</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>事件已关闭</translation>
    </message>
    <message>
        <source>Incident reopened</source>
        <translation>事件已重新开启</translation>
    </message>
    <message>
        <source>%1 was called</source>
        <translation>已呼叫 %1</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 已加入</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>交给 %1</translation>
    </message>
    <message>
        <source>Task handed to %1</source>
        <translation>任务已移交给 %1</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>任务已完成</translation>
    </message>
    <message>
        <source>%1 bytes, SHA-256 %2</source>
        <translation>%1 字节，SHA-256 %2</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Deadline started</source>
        <translation>时限开始计算</translation>
    </message>
    <message>
        <source>%1, due by %2</source>
        <translation>%1，截止于 %2</translation>
    </message>
    <message>
        <source>Deadline met</source>
        <translation>时限内已完成</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>危急</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>已发现</translation>
    </message>
    <message>
        <source>triaged</source>
        <translation>已研判</translation>
    </message>
    <message>
        <source>containing</source>
        <translation>遏制中</translation>
    </message>
    <message>
        <source>eradicated</source>
        <translation>已根除</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已复盘</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>changes the room</source>
        <translation>更改房间</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>disruptive</source>
        <translation>可能中断服务</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未通过验证</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>已偏离</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Ran out of time</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Ended, how is unknown</source>
        <translation>已结束，结果未知</translation>
    </message>
    <message>
        <source>a true alert</source>
        <translation>真实告警</translation>
    </message>
    <message>
        <source>a false alert</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>harmless</source>
        <translation>无害</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>given from a shell</source>
        <translation>由命令行给出</translation>
    </message>
    <message>
        <source>Something this version does not know: %1</source>
        <translation>此版本不认识的内容：%1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>approvals needed: %1 (%2)</source>
        <translation>需要批准：%1（%2）</translation>
    </message>
    <message>
        <source>Careful: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>已询问</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Started by %1</source>
        <translation>由 %1 开始执行</translation>
    </message>
    <message>
        <source>accepted by %1</source>
        <translation>由 %1 批准</translation>
    </message>
    <message>
        <source>took %1, exit code %2</source>
        <translation>用时 %1，退出码 %2</translation>
    </message>
    <message>
        <source>before %1, now %2</source>
        <translation>之前 %1，现在 %2</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>应为 %1</translation>
    </message>
    <message>
        <source>Cancelled by %1</source>
        <translation>由 %1 取消</translation>
    </message>
    <message>
        <source>Stopped halfway, a person must look</source>
        <translation>中途停止，必须有人查看</translation>
    </message>
    <message>
        <source>Accepted by %1</source>
        <translation>由 %1 批准</translation>
    </message>
    <message>
        <source>Declined by %1</source>
        <translation>由 %1 拒绝</translation>
    </message>
    <message>
        <source>%1 takes the approval back</source>
        <translation>%1 撤回了批准</translation>
    </message>
    <message>
        <source>Policy version %1 published</source>
        <translation>策略第 %1 版已发布</translation>
    </message>
    <message>
        <source>Inventory version %1 published</source>
        <translation>主机清单第 %1 版已发布</translation>
    </message>
    <message>
        <source>hosts: %1</source>
        <translation>主机：%1</translation>
    </message>
    <message>
        <source>%1 joined the workspace with %2</source>
        <translation>%1 以 %2 加入工作区</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>No longer trusted: %1</source>
        <translation>不再信任：%1</translation>
    </message>
    <message>
        <source>Record fixed at %1 facts</source>
        <translation>记录已固定于 %1 条事实</translation>
    </message>
    <message>
        <source>digest %1</source>
        <translation>摘要 %1</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>现在 %1</translation>
    </message>
    <message>
        <source>May be shared as %1</source>
        <translation>可按 %1 共享</translation>
    </message>
    <message>
        <source>Reminder set</source>
        <translation>已设置提醒</translation>
    </message>
    <message>
        <source>rings at %1</source>
        <translation>%1 提醒</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>playbook</source>
        <translation>预案</translation>
    </message>
    <message>
        <source>Playbook %1 taken back</source>
        <translation>预案 %1 已撤回</translation>
    </message>
    <message>
        <source>Playbook %1 published</source>
        <translation>预案 %1 已发布</translation>
    </message>
    <message>
        <source>version %1, SHA-256 %2</source>
        <translation>版本 %1，SHA-256 %2</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>由 %1 启动</translation>
    </message>
    <message>
        <source>set off by an alert</source>
        <translation>由告警触发</translation>
    </message>
    <message>
        <source>set off by its schedule</source>
        <translation>按计划触发</translation>
    </message>
    <message>
        <source>Playbook %1 started</source>
        <translation>预案 %1 已启动</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 询问</translation>
    </message>
    <message>
        <source>%1 · until %2</source>
        <translation>%1 · 截至 %2</translation>
    </message>
    <message>
        <source>%1, step %2: %3</source>
        <translation>%1，步骤 %2：%3</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>%1 decided in %2</source>
        <translation>%1 在 %2 中作出决定</translation>
    </message>
    <message>
        <source>Playbook %1 went through</source>
        <translation>预案 %1 已走完</translation>
    </message>
    <message>
        <source>Playbook %1 failed</source>
        <translation>预案 %1 失败</translation>
    </message>
    <message>
        <source>Playbook %1 was stopped by %2</source>
        <translation>预案 %1 已被 %2 停止</translation>
    </message>
    <message>
        <source>from a phone, the chat server vouches for who it was</source>
        <translation>来自手机，身份由聊天服务器担保</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>exact request %1</source>
        <translation>确切请求 %1</translation>
    </message>
    <message>
        <source>Everybody was called</source>
        <translation>已呼叫所有人</translation>
    </message>
    <message>
        <source>Kept what a message said that was changed in the chat afterwards</source>
        <translation>留存了一条后来在聊天中被改动的消息的原文</translation>
    </message>
    <message>
        <source>%1 by %2, sha-256 %3</source>
        <translation>%1，来自 %2，sha-256 %3</translation>
    </message>
</context>
</TS>
