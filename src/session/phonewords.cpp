// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/phonewords.h"

#include <QRegularExpression>
#include <QStringList>

namespace wardroom::session {
using namespace Qt::StringLiterals;

QString withoutQuote(const QString &text)
{
    QStringList lines = text.split(u'\n');
    while (!lines.isEmpty() && (lines.first().startsWith(u'>') || lines.first().trimmed().isEmpty()))
        lines.removeFirst();
    return lines.join(u'\n').trimmed();
}

std::optional<PhoneDecision> phoneDecisionIn(const QString &text)
{
    static const QRegularExpression yes(u"^/?(?:approve|accept|批准|同意|接受) *#?([0-9a-f]{4,64}) *[.!。！]?$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression no(
        u"^/?(?:decline|reject|refuse|拒绝|驳回) *#?([0-9a-f]{4,64})(?:[ ,:，：]+(?:because|因为)?[ :：]*(.*)|(?:因为)(.*))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString line = withoutQuote(text);
    if (const auto match = yes.match(line); match.hasMatch())
        return PhoneDecision{true, match.captured(1).toUpper(), {}};
    if (const auto match = no.match(line); match.hasMatch())
        return PhoneDecision{false, match.captured(1).toUpper(), (match.captured(2) + match.captured(3)).trimmed()};
    return std::nullopt;
}

std::optional<PhoneChoice> phoneChoiceIn(const QString &text)
{
    static const QRegularExpression choose(
        u"^/?(?:choose|选择|选) *#?([0-9a-f]{4,32})[ ,:，：]+(.+?)(?:[ ,，]+(?:because|因为)[ :：]*(.*))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression digit(u"[0-9]"_s);
    const auto match = choose.match(withoutQuote(text));
    // "choose face masks" is talk; that a code is letters alone happens once in fifty.
    if (!match.hasMatch() ||
        (!digit.match(match.captured(1)).hasMatch() && match.captured(1) != match.captured(1).toUpper()))
        return std::nullopt;
    return PhoneChoice{match.captured(1).toUpper(), match.captured(2).trimmed(), match.captured(3).trimmed()};
}

domain::FactId phoneFactId(const domain::Entry &entry, const QString &what)
{
    return domain::derivedFactId(u"phone/%1/%2/%3"_s.arg(what, entry.room.text(), entry.position.entry.text()));
}

domain::PlatformWord phoneWordOf(const domain::Entry &entry)
{
    return {entry.sender, entry.position.entry};
}

std::optional<PhoneDecision> phoneDecisionOf(const QString &reaction)
{
    QString plain = reaction;
    // Skin tones and "show as picture" do not change what a thumb means.
    plain.remove(QChar(0xFE0F));
    static const QRegularExpression tone(u"[\\x{1F3FB}-\\x{1F3FF}]"_s);
    plain.remove(tone);
    static const QStringList yes{u"\U0001F44D"_s, u"\u2705"_s, u"\u2714"_s};
    static const QStringList no{u"\U0001F44E"_s, u"\u274C"_s, u"\u2716"_s};
    if (yes.contains(plain))
        return PhoneDecision{true, {}, {}};
    if (no.contains(plain))
        return PhoneDecision{false, {}, {}};
    return std::nullopt;
}

} // namespace wardroom::session
