// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <algorithm>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kInstead = "[redacted]"_ba;
constexpr qsizetype kShortestEncoded = 6; //!< letters of base64 that may stand for a secret

//! The letters that a secret always has in base64, wherever in a longer text it begins.
QByteArray insideBase64(const QByteArray &secret, int offset, QByteArray::Base64Options alphabet)
{
    const QByteArray encoded = (QByteArray(offset, '\0') + secret).toBase64(alphabet | QByteArray::OmitTrailingEquals);
    const qsizetype begin = (offset * 8 + 5) / 6;
    const qsizetype end = (offset + secret.size()) * 8 / 6;
    return end - begin >= kShortestEncoded ? encoded.sliced(begin, end - begin) : QByteArray();
}

QByteArray escapedForJson(const QByteArray &secret)
{
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(secret)}).toJson(QJsonDocument::Compact);
    return list.sliced(2, list.size() - 4);
}

} // namespace

Redactor::Redactor(const QList<QByteArray> &secrets)
{
    for (const QByteArray &given : secrets) {
        // A file's last newline is seldom part of what is told.
        const QByteArray secret = given.trimmed();
        if (secret.size() < kShortest)
            continue;
        m_forms << secret << escapedForJson(secret) << secret.toHex() << secret.toHex().toUpper()
                << QUrl::toPercentEncoding(QString::fromUtf8(secret));
        for (int offset = 0; offset < 3; ++offset)
            m_forms << insideBase64(secret, offset, QByteArray::Base64Encoding)
                    << insideBase64(secret, offset, QByteArray::Base64UrlEncoding);
    }
    m_forms.removeAll(QByteArray());
    std::sort(m_forms.begin(), m_forms.end(), [](const QByteArray &a, const QByteArray &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    m_forms.erase(std::unique(m_forms.begin(), m_forms.end()), m_forms.end());
}

QByteArray Redactor::clean(QByteArray text) const
{
    for (const QByteArray &form : m_forms)
        if (text.contains(form))
            text.replace(form, kInstead);
    return text;
}

//! How much of the end could be the beginning of a secret.
qsizetype Redactor::heldBack(const QByteArray &text) const
{
    qsizetype longest = 0;
    for (const QByteArray &form : m_forms)
        for (qsizetype size = std::min(form.size() - 1, text.size()); size > longest; --size)
            if (text.endsWith(QByteArrayView(form).first(size)))
                longest = size;
    return longest;
}

//! The first secret in \a text from \a from on: where, and how long; the longest where several begin at one place.
std::pair<qsizetype, qsizetype> Redactor::firstIn(const QByteArray &text, qsizetype from) const
{
    std::pair<qsizetype, qsizetype> first{text.size(), 0};
    for (const QByteArray &form : m_forms)
        if (const qsizetype at = text.indexOf(form, from); at >= 0 && at < first.first)
            first = {at, form.size()};
    return first;
}

QByteArray Redactor::take(const QByteArray &bytes)
{
    if (m_forms.isEmpty())
        return bytes;
    m_rest += bytes;
    QByteArray shown;
    qsizetype from = 0;
    for (;;) {
        // What may become a longer secret waits, also where a shorter one is in it already.
        const qsizetype held = m_rest.size() - heldBack(m_rest.sliced(from));
        const auto [at, size] = firstIn(m_rest, from);
        if (size == 0 || held <= at) {
            shown += m_rest.sliced(from, held - from);
            m_rest.remove(0, held);
            return shown;
        }
        shown += m_rest.sliced(from, at - from) + kInstead;
        from = at + size;
    }
}

QByteArray Redactor::finish()
{
    const QByteArray rest = clean(m_rest);
    m_rest.clear();
    return rest;
}

} // namespace wardroom::bot
