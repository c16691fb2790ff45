// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/toldinhan.h"

#include "bot/language/words.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

bool lasted(const Heard &heard)
{
    if (heard.text.contains(u"有人误"_s) || heard.text.contains(u"自动"_s))
        return true;
    for (qsizetype i = 0; i + 1 < heard.tokens.size(); ++i)
        if (heard.tokens.at(i).word == QStringView(u"了") &&
            (isAnyOf(heard.tokens.at(i + 1).word, u" 我 你 他 ") || heard.tags.at(i + 1) == "<length>"_L1))
            return true;
    return false;
}

bool somebodyDidInHan(const Heard &heard)
{
    if (heard.polite || heard.wish || heard.addressed)
        return false;
    static const QRegularExpression did(u"^(?!.*[,，。;；])(?:.*被(?!.*(?:吧|请|误))[^,，]*(?:了|过)$|.*已被)"_s);
    static const QRegularExpression agent(u"(?:^|[,，])([^,，把将]{1,4})[把将][^,，]*了$"_s);
    static const QRegularExpression urges(
        u"先|直接|赶|快|马上|立|请|帮|麻|就|也|顺|那|再|可以|给|你|得|要|能|一起|都|干脆|还是|现在|吧|必须|应|该|^\\S*[a-z0-9]"_s);
    if (did.match(heard.text).hasMatch())
        return true;
    const auto match = agent.match(heard.text);
    return match.hasMatch() && !urges.match(match.captured(1)).hasMatch();
}

bool isAsideInHan(const Heard &heard)
{
    static const QRegularExpression ends(
        u"(?:成功|失败|完成|完毕|完了|[^通]过了?|过一次|不了|不掉|半天了|[两几]次了|咋样|怎么样|[是](?:对|错|应该|下策)"
        u"的?|"
        "[，,] ?(?:哈哈|笑死|收工|搞定|完事|没了|已办|待定|未批|进行中|排队中|对吧|想得美|就这.{0,4}|谁敢|你敢吗|"
        "真的假的|懂的都懂|.{1,6}说的)|[（(](?:剧本|演练|例|示例|测试)[)）])[。.!！]?$"_s);
    static const QRegularExpression begins(
        u"^(?:一旦|险些|难道|何必|除非|万一|差点|误把|系统自动|自动|领导想|客户想|结论是|曾)"_s);
    return begins.match(heard.text).hasMatch() || ends.match(heard.text).hasMatch();
}

} // namespace wardroom::bot
