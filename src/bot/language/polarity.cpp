// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/polarity.h"

#include <QSet>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

using Words = QSet<QString>;

Words wordsOf(const QString &line)
{
    const QStringList all = line.split(u' ', Qt::SkipEmptyParts);
    return {all.begin(), all.end()};
}

//! Taking back by itself.
const Words &undoing()
{
    static const Words words = wordsOf(
        u"unblock unban un-block un-ban unbanned unblocked unblocking unbanning unblacklist unlock unlocked unlocking "
        u"unisolate un-isolate deisolate unisolated unquarantine un-quarantine unquarantined unfreeze unsuspend "
        u"whitelist whitelisted allowlist release released releasing free freed restore restored restoring recover "
        u"recovered reconnect reconnected reconnecting rejoin reattach reinstate reinstated return returned re-enable "
        u"reenable "
        u"re-enabled reenabled undo reactivate reactivated reactivating unfrozen pardon -u"_s);
    return words;
}

//! Taking back when a measure is what is taken.
const Words &removing()
{
    static const Words words = wordsOf(
        u"lift lifted remove removed undo cancel cancelled clear cleared delete deleted drop end stop finish revert "
        u"reverse revoke take taken get pull strike quit kill off out from rid away reset"_s);
    return words;
}

//! A measure as a thing: "the ban", "isolation", "the blocklist".
const Words &measures()
{
    static const Words words = wordsOf(
        u"ban block blocking banning lock isolation quarantine containment suspension blocklist blacklist denylist "
        u"block-list ban-list deny-list banlist timeout freeze isolating locking quarantining dropping rule vault deny firewall"_s);
    return words;
}

bool contains(const QString &text, const QStringList &any)
{
    return std::any_of(any.begin(), any.end(), [&](const QString &each) { return text.contains(each); });
}

Polarity ofHan(const QString &text)
{
    static const QStringList denied{u"不让"_s, u"不能再"_s, u"不得"_s, u"别让"_s,
                                    u"不准"_s, u"不许"_s,   u"禁止"_s, u"拒绝"_s};
    static const QStringList into{u"进隔离"_s,   u"入隔离"_s,   u"到隔离"_s,  u"放隔离"_s,
                                  u"进黑名单"_s, u"入黑名单"_s, u"到黑名单"_s};
    static const QStringList back{
        u"解封"_s,     u"解禁"_s,     u"放行"_s,   u"解锁"_s,     u"解冻"_s,     u"解隔离"_s,   u"解除"_s,
        u"放开"_s,     u"放出"_s,     u"释放"_s,   u"移出"_s,     u"恢复"_s,     u"还原"_s,     u"放回"_s,
        u"取回"_s,     u"找回"_s,     u"白名单"_s, u"接回"_s,     u"接通"_s,     u"接入"_s,     u"连回"_s,
        u"重新联网"_s, u"重新上线"_s, u"重新接"_s, u"重新启用"_s, u"重新开通"_s, u"重新登录"_s, u"重新访问"_s,
        u"再登录"_s,   u"再次登录"_s, u"解开"_s,   u"放了"_s,     u"拿回"_s,     u"取出"_s,     u"解一下锁"_s,
        u"出隔离"_s,   u"误封"_s,     u"误锁"_s,   u"误隔离"_s,   u"误禁"_s,     u"锁解"_s,     u"解个锁"_s,
        u"解下锁"_s,   u"隔离解"_s,   u"封禁解"_s, u"可以登录"_s, u"允许"_s,     u"准许"_s,     u"归还"_s,
        u"还给"_s,     u"不用锁"_s,   u"不用封"_s, u"不用隔离"_s, u"放返"_s,     u"解返"_s,     u"摆返"_s,
        u"捞出"_s,     u"捞回"_s,     u"弄出"_s,   u"弄回"_s,     u"搬出"_s,     u"搬回"_s,     u"移回"_s,
        u"救出"_s,     u"救回"_s};
    static const QStringList taking{
        u"取消"_s,     u"撤销"_s,     u"撤掉"_s,   u"去掉"_s,   u"去除"_s, u"移除"_s,     u"删除"_s,
        u"删掉"_s,     u"拿掉"_s,     u"拿出"_s,   u"结束"_s,   u"停止"_s, u"收回"_s,     u"删了"_s,
        u"去了"_s,     u"撤了"_s,     u"不用再"_s, u"不要再"_s, u"别再"_s, u"不再屏蔽"_s, u"不再封禁"_s,
        u"不再隔离"_s, u"不再锁定"_s, u"不必再"_s, u"不需要"_s, u"移走"_s};
    static const QStringList things{u"封禁"_s, u"封锁"_s, u"屏蔽"_s, u"拦截"_s, u"拉黑"_s, u"黑名单"_s,
                                    u"隔离"_s, u"锁定"_s, u"禁用"_s, u"冻结"_s, u"断网"_s, u"名单"_s,
                                    u"限制"_s, u"封"_s,   u"锁"_s,   u"规则"_s};
    static const QStringList forth{u"封"_s,   u"屏蔽"_s, u"拉黑"_s, u"黑名单"_s, u"隔离"_s, u"断网"_s, u"断开"_s,
                                   u"切断"_s, u"掐断"_s, u"锁"_s,   u"禁用"_s,   u"停用"_s, u"冻结"_s, u"拦"_s,
                                   u"挡"_s,   u"阻断"_s, u"阻止"_s, u"丢弃"_s,   u"下线"_s, u"断掉"_s, u"拔"_s,
                                   u"停掉"_s, u"关掉"_s, u"禁"_s,   u"收回"_s,   u"吊销"_s};
    static const QStringList oncemore{u"重新隔离"_s, u"重新封"_s, u"重新锁"_s, u"再次隔离"_s, u"再次封"_s, u"再封"_s};
    static const QStringList taken{u"权限"_s, u"访问"_s, u"会话"_s, u"登录"_s};
    if (contains(text, denied) || contains(text, into) || contains(text, oncemore) ||
        (contains(text, taking) && contains(text, taken) && !contains(text, things)))
        return Polarity::forth;
    static const QStringList doors{u"网络"_s, u"账号"_s, u"用户"_s, u"账户"_s};
    const bool enables = contains(text, {u"启用"_s}) && contains(text, {u"账"_s, u"帐"_s, u"用户"_s});
    if (enables || (contains(text, {u"打开"_s}) && contains(text, doors)) || contains(text, back) ||
        (contains(text, taking) && contains(text, things)))
        return Polarity::back;
    const bool starts = contains(text, {u"开始"_s, u"启动"_s}) && contains(text, things);
    return starts || contains(text, forth) ? Polarity::forth : Polarity::unclear;
}

//! The first of \a words among the tokens from \a from to before \a to, or -1.
qsizetype firstOf(const QList<Token> &tokens, const Words &words, qsizetype from, qsizetype to)
{
    for (qsizetype i = std::max<qsizetype>(0, from); i < std::min(to, tokens.size()); ++i)
        if (words.contains(tokens.at(i).word))
            return i;
    return -1;
}

//! "… can come off", "… may go": what is said of a measure that has done its work.
bool isLetGo(const QList<Token> &tokens, qsizetype from)
{
    static const Words may = wordsOf(u"can may should must to could"_s);
    static const Words goes = wordsOf(u"go end come"_s);
    for (qsizetype i = from; i + 1 < tokens.size(); ++i)
        if (may.contains(tokens.at(i).word) && goes.contains(tokens.at(i + 1).word))
            return tokens.at(i + 1).word != "come"_L1 || (i + 2 < tokens.size() && tokens.at(i + 2).word == "off"_L1);
    return false;
}

//! "lift the ban", "put it into quarantine", "drop it at the firewall": what is done with a measure says the way.
Polarity ofMeasures(const QList<Token> &tokens)
{
    static const Words into = wordsOf(u"into onto in to"_s);
    static const Words sites = wordsOf(u"at on off by"_s);
    static const Words over = wordsOf(u"off over"_s);
    static const Words things = wordsOf(u"isolation quarantine containment lock ban suspension block"_s);
    static const Words pointed = wordsOf(u"it that this them"_s);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const QString &word = tokens.at(i).word;
        const bool off = i + 1 < tokens.size() && over.contains(tokens.at(i + 1).word);
        if (off && (word == "isolation"_L1 || (i + 2 == tokens.size() && things.contains(word))))
            return Polarity::back; // "web-01 isolation off"
        if ((i == 0 || tokens.at(i - 1).word == "the"_L1) && things.contains(word) && isLetGo(tokens, i + 1))
            return Polarity::back; // "the lock on deploy can come off"
        if (i > 0 && i + 1 < tokens.size() && (word == "lift"_L1 || word == "undo"_L1 || word == "remove"_L1) &&
            pointed.contains(tokens.at(i + 1).word) && firstOf(tokens, measures(), 0, i) >= 0)
            return Polarity::back; // "203.0.113.7 block - lift it"
        const qsizetype measure = removing().contains(word) ? firstOf(tokens, measures(), i + 1, i + 5) : -1;
        if (measure > i && (tokens.at(measure - 1).word == "a"_L1 || tokens.at(measure - 1).word == "an"_L1))
            return Polarity::forth; // "drop a ban on it": what is taken back is "the ban"
        if (measure > i && tokens.at(measure).word == "firewall"_L1 && firstOf(tokens, sites, i + 1, measure) >= 0)
            return Polarity::forth; // "drop it at the firewall"
        if (measure > i && tokens.at(measure - 1).word != "and"_L1)
            return firstOf(tokens, into, i + 1, measure) >= 0 ? Polarity::forth : Polarity::back;
    }
    return Polarity::unclear;
}

//! "quarantining it was a mistake", "take it out of circulation", "it should leave quarantine": said by turns of
//! phrase.
Polarity ofTurns(const QList<Token> &tokens)
{
    static const Words doing = wordsOf(u"quarantining blocking isolating locking disabling"_s);
    static const Words mistaken = wordsOf(u"mistake wrong error premature"_s);
    static const Words out = wordsOf(u"out"_s);
    static const Words circulation = wordsOf(u"circulation"_s);
    static const Words leaving = wordsOf(u"leave leaves leaving exit exits"_s);
    const qsizetype all = tokens.size();
    if (const qsizetype did = firstOf(tokens, doing, 0, all); did >= 0 && firstOf(tokens, mistaken, did, all) > did)
        return Polarity::back;
    if (const qsizetype at = firstOf(tokens, out, 0, all); at >= 0 && firstOf(tokens, circulation, at, all) > at)
        return Polarity::forth;
    for (qsizetype i = 0; i < all; ++i)
        if (leaving.contains(tokens.at(i).word) && firstOf(tokens, measures(), i + 1, i + 4) > i)
            return Polarity::back;
    return Polarity::unclear;
}

Polarity ofWords(const QList<Token> &tokens)
{
    static const Words forth = wordsOf(
        u"block ban blacklist blackhole denylist blocklist deny drop shun sinkhole isolate quarantine contain lock "
        u"disable suspend freeze deactivate disconnect cut cordon airgap air-gap segregate wall unplug sever yank "
        u"blocked banned blacklisted dropped isolated quarantined contained locked disabled suspended frozen "
        u"disconnected nullroute null-route isolation containment reject fence ring-fence detach -l"_s);
    static const Words letting =
        wordsOf(u"let allow permit give grant bring put get take open enable reopen make plug"_s);
    static const Words into = wordsOf(u"into onto in to"_s);
    static const Words enabling = wordsOf(u"enable"_s);
    static const Words again = wordsOf(u"back again online access in"_s);
    const auto has = [&](const Words &words, qsizetype from, qsizetype to) { return firstOf(tokens, words, from, to); };
    const qsizetype all = tokens.size();
    if (has(undoing(), 0, all) >= 0)
        return Polarity::back;
    if (const Polarity way = ofTurns(tokens); way != Polarity::unclear)
        return way;
    if (const Polarity taken = ofMeasures(tokens); taken != Polarity::unclear)
        return taken;
    static const Words taken = wordsOf(u"login logins access account rights permissions session sessions password"_s);
    for (qsizetype i = 0; i < all; ++i)
        if (removing().contains(tokens.at(i).word) && has(taken, i + 1, i + 4) > i)
            return Polarity::forth;
    static const Words places = wordsOf(u"vault quarantine isolation blocklist blacklist denylist"_s);
    for (qsizetype i = 0; i < all; ++i)
        if (into.contains(tokens.at(i).word) && has(places, i + 1, i + 3) > 0)
            return Polarity::forth;
    static const Words gone = wordsOf(u"dropped removed lifted deleted cancelled undone"_s);
    if (has(measures(), 0, all) >= 0 && has(gone, 0, all) >= 0)
        return Polarity::back; // "the rule against it can be dropped"
    const qsizetype lets = has(letting, 0, all);
    const bool forthToo = has(forth, 0, all) >= 0;
    static const Words ended = wordsOf(u"longer anymore"_s);
    static const Words hindering = wordsOf(u"stop keep"_s);
    static const Words firewall = wordsOf(u"firewall"_s);
    const bool hinders = has(hindering, 0, all) >= 0 && has(firewall, 0, all) >= 0;
    const auto clauseEnd = [&](qsizetype at) {
        while (at < all && !tokens.at(at).pauseAfter)
            ++at;
        return at;
    };
    const qsizetype end = has(ended, 0, all); // "nobody may reach it anymore, cut it off" ends nothing
    if ((forthToo || hinders) && end >= 0 && has(forth, clauseEnd(end) + 1, all) < 0)
        return Polarity::back;
    static const Words returned = wordsOf(u"back"_s);
    static const Words ours = wordsOf(u"our my your the"_s);
    const qsizetype back = lets >= 0 ? has(returned, lets + 1, all) : -1;
    if ((back > 0 && !ours.contains(tokens.at(back - 1).word)) ||
        (has(enabling, 0, all) >= 0 && has(taken, 0, all) >= 0))
        return Polarity::back;
    if (lets >= 0 && has(again, lets + 1, all) >= 0 && !forthToo)
        return Polarity::back;
    if (!forthToo && has(enabling, 0, all) >= 0)
        return Polarity::back;
    static const Words weakly = wordsOf(u"firewall"_s);
    return forthToo || has(weakly, 0, all) >= 0 ? Polarity::forth : Polarity::unclear;
}

} // namespace

namespace {

Polarity wayOf(const QList<Token> &tokens, const QString &text)
{
    const Polarity english = ofWords(tokens);
    const bool han =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; });
    const Polarity chinese = han ? ofHan(text) : Polarity::unclear;
    return chinese == Polarity::unclear ? english : chinese;
}

} // namespace

Polarity polarityOf(const Heard &heard)
{
    // What the clause that asks says counts before what the others say: "it was blocked by mistake, let it in".
    if (heard.from > 0 && heard.from < heard.to && heard.to <= heard.tokens.size()) {
        const qsizetype start = heard.tokens.at(heard.from).start;
        const Polarity asked = wayOf(heard.tokens.sliced(heard.from, heard.to - heard.from),
                                     heard.text.sliced(start, heard.tokens.at(heard.to - 1).end - start));
        if (asked != Polarity::unclear)
            return asked;
    }
    return wayOf(heard.tokens, heard.text);
}

namespace {
const QList<std::pair<QString, QString>> &pairs()
{
    static const QList<std::pair<QString, QString>> all{{u"ip.block"_s, u"ip.unblock"_s},
                                                        {u"host.isolate"_s, u"host.release"_s},
                                                        {u"file.quarantine"_s, u"file.restore"_s},
                                                        {u"user.lock"_s, u"user.unlock"_s}};
    return all;
}
} // namespace

QString oppositeOf(const QString &command)
{
    for (const auto &[forth, back] : pairs())
        if (command == forth || command == back)
            return command == forth ? back : forth;
    return {};
}

bool goesForth(const QString &command)
{
    return std::any_of(pairs().begin(), pairs().end(), [&](const auto &pair) { return pair.first == command; });
}

} // namespace wardroom::bot
