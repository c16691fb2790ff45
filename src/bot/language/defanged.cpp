// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/language/defanged.h"

#include <QRegularExpression>

namespace wardroom::bot {
using namespace Qt::StringLiterals;

namespace {

//! One look over the line, as most have nothing of it.
bool mayBeDefanged(const QString &text)
{
    for (qsizetype i = 0; i + 2 < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        const char16_t next = text.at(i + 1).unicode();
        if ((c == u'[' || c == u'(' || c == u'{') && (next == u'.' || next == u':' || next == u'd' || next == u'D'))
            return true;
        if ((c == u'h' || c == u'H') && (next == u'x' || next == u'X'))
            return true;
    }
    return false;
}

} // namespace

QString refanged(const QString &text)
{
    if (!mayBeDefanged(text))
        return {};
    static const QRegularExpression dot(u"(?<=[\\w])\\s?[\\[({](?:\\.|dot)[\\])}]\\s?(?=[\\w])"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression colon(u"(?<=[\\w])\\[:\\](?=[\\w/])"_s);
    static const QRegularExpression scheme(u"\\bhxxp(s?)(?=[:\\[])"_s, QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    plain.replace(dot, u"."_s)
        .replace(colon, u":"_s)
        .replace(scheme, u"http\\1"_s)
        .replace(u"http[:]//"_s, u"http://"_s);
    return plain == text ? QString() : plain;
}

} // namespace wardroom::bot
