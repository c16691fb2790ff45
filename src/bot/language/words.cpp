// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/words.h"

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

QSet<QString> setOf(const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

} // namespace

bool isFiller(const QString &word)
{
    static const QSet<QString> words = setOf(u"please pls plz kindly right now currently just quickly the a an our my "
                                             u"again really exactly btw thanks thank thx "
                                             u"cheers host server machine box"_s);
    return words.contains(word);
}

bool isLight(const QString &word)
{
    static const QSet<QString> words =
        setOf(u"the a an is are any there do does me please of on at in for with about to from host server machine "
              u"的 在 上 吗 呢 请"_s);
    return words.contains(word);
}

bool isPreposition(const QString &word)
{
    static const QSet<QString> words = setOf(u"on at in for with of about to from"_s);
    return words.contains(word);
}

bool isGreeting(const QString &word)
{
    static const QSet<QString> words = setOf(u"hey hi hello yo ok okay so well um hmm morning good 嘿 嗨 喂"_s);
    return words.contains(word);
}

bool isBotName(const QString &word)
{
    static const QSet<QString> words = setOf(u"wardroom @wardroom bot @bot"_s);
    return words.contains(word);
}

bool isQuestionWord(const QString &word)
{
    static const QSet<QString> words =
        setOf(u"what which who how where when is are any did does do have can 什 吗 谁 哪 怎 多"_s);
    return words.contains(word);
}

bool isGuard(const QString &word)
{
    static const QSet<QString> words =
        setOf(u"not no never nope without dont cannot stop if unless maybe perhaps might may should would could wonder "
              u"suppose "
              u"imagine we us he she they him her them i someone anyone somebody anybody everyone everybody nobody who "
              u"did was were "
              u"had has have been already yesterday ago earlier later tomorrow tonight when once after before until "
              u"till said says "
              u"say asked ask told think thought guess will going plan planning let lets why because and or but than "
              u"then like "
              u"wish hope want wants wanted need needs remember remind instead joke kidding pretend example e.g "
              u"不 别 勿 没 未 无 我 你 他 她 们 谁 会 想 说 了 过 若 如 或 和 但 应 该 能 要 为"_s);
    return word == "\""_L1 || words.contains(word); // the mark of a quotation
}

bool isPronoun(const QString &word)
{
    static const QSet<QString> words = setOf(
        u"it this that these those them everything all something anything nothing stuff things thing him her me you us "
        u"one "
        u"some any both and or not to on at in for with of the is are was be as by up out now soon today later"_s);
    return words.contains(word);
}

bool isHan(QChar c)
{
    return c.script() == QChar::Script_Han;
}

} // namespace wardroom::bot
