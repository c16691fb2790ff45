// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/asides.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

//! "ALERT …", "WARNING:", "siem: …", "告警：…": where a monitor's lines begin.
bool opensLikeMonitor(QStringView text)
{
    qsizetype end = 0;
    while (end < text.size() && end < 12 && (text.at(end).isLetter()))
        ++end;
    const QStringView word = text.first(end);
    const bool colon = end < text.size() && (text.at(end) == u':' || text.at(end) == u'：');
    for (const QStringView each : {u"alert", u"warning", u"warn", u"critical", u"crit", u"firing", u"resolved", u"siem",
                                   u"edr", u"ids", u"ips", u"waf", u"notice"})
        if (word.size() == each.size() && word.compare(each, Qt::CaseInsensitive) == 0)
            return colon || (word.size() > 3 && std::all_of(word.begin(), word.end(), isUpper));
    return colon &&
           (word == u"告警" || word == u"警报" || word == u"安全通知" || word == u"态势感知" || word == u"杀毒");
}

} // namespace

bool isMachineLine(QStringView text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.front();
    if (first == u'【')
        return text.first(std::min<qsizetype>(20, text.size())).contains(u'】');
    if (first == u'[')
        return text.first(std::min<qsizetype>(24, text.size())).contains(u']');
    if (opensLikeMonitor(text))
        return true;
    const qsizetype bracket = text.first(std::min<qsizetype>(40, text.size())).indexOf(u'[');
    if (bracket > 1) {
        static const QRegularExpression program(u"^(?:[\\w.-]+ )?[a-z][\\w.-]*\\[\\d+\\]:"_s);
        return program.match(text.first(std::min<qsizetype>(80, text.size())).toString()).hasMatch();
    }
    if (!isUpper(first) || text.size() < 16 || text.at(3) != u' ')
        return false;
    static const QRegularExpression stamp(u"^[A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d "_s);
    return stamp.match(text.first(std::min<qsizetype>(80, text.size())).toString()).hasMatch();
}

std::optional<Quotation> quotationIn(const QString &text)
{
    static const QString opening = u"'\"“「『‘"_s;
    static const QString closing = u"'\"”」』’"_s;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype kind = opening.indexOf(text.at(i));
        // Chinese has no space before “…”; an apostrophe has a letter.
        const auto joins = [&](QChar c) { return kind < 2 && c.isLetterOrNumber() && c.unicode() < 0x3000; };
        if (kind < 0 || (i > 0 && joins(text.at(i - 1))))
            continue;
        const qsizetype end = text.indexOf(closing.at(kind), i + 1);
        const bool whole = end > i + 2 && end - i < 100 && (end + 1 == text.size() || !joins(text.at(end + 1)));
        const QString rest = whole ? text.sliced(end + 1) : QString();
        if (!whole || rest.contains(text.at(i)) || rest.contains(closing.at(kind)))
            return std::nullopt;
        return Quotation{text.first(i) + quotationWord + rest, text.sliced(i + 1, end - i - 1)};
    }
    return std::nullopt;
}

} // namespace wardroom::bot
