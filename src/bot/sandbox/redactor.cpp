// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/sandbox/redactor.h"

#include "bot/sandbox/spelling.h"

#include <algorithm>
#include <functional>

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

//! A text in every way it may be written, with its white space and without.
void eachReading(const QByteArray &text, bool tight, const std::function<void(const Letters &)> &look)
{
    look(lettersOf(text, Spelling::plain, tight));
    if (text.contains('\\'))
        look(lettersOf(text, Spelling::backslash, tight));
    if (text.contains('%'))
        look(lettersOf(text, Spelling::percent, tight));
}

void find(const Letters &letters, const QList<QByteArray> &forms, QList<Redactor::Range> &found)
{
    for (const QByteArray &form : forms)
        for (qsizetype at = letters.text.indexOf(form); at >= 0; at = letters.text.indexOf(form, at + 1))
            found.append({letters.begins[at], letters.ends[at + form.size() - 1]});
}

//! How many letters at the end could be the beginning of one of \a forms.
qsizetype begun(const QByteArray &text, const QList<QByteArray> &forms)
{
    qsizetype longest = 0;
    for (const QByteArray &form : forms)
        for (qsizetype size = std::min(form.size() - 1, text.size()); size > longest; --size)
            if (text.endsWith(QByteArrayView(form).first(size)))
                longest = size;
    return longest;
}

void look(const Letters &letters, const QList<QByteArray> &forms, Redactor::Tail &tail)
{
    tail.hold = std::min(tail.hold, letters.unfinished);
    tail.keep = std::min(tail.keep, letters.unfinished);
    const qsizetype size = begun(letters.text, forms);
    if (size == 0)
        return;
    const qsizetype begin = letters.begins[letters.begins.size() - size];
    tail.keep = std::min(tail.keep, begin);
    if (size >= Redactor::kShortest || letters.ends.last() == letters.unfinished)
        tail.hold = std::min(tail.hold, begin);
}

} // namespace

void Redactor::add(const QByteArray &form)
{
    const QByteArray tight = tightened(form);
    if (tight.size() >= kTight)
        m_tight << tight;
    else if (!form.isEmpty())
        m_exact << form;
}

Redactor::Redactor(const QList<QByteArray> &secrets)
{
    for (const QByteArray &given : secrets) {
        // A file's last newline is seldom part of what is told.
        const QByteArray secret = given.trimmed();
        if (secret.size() < kShortest)
            continue;
        for (const QByteArray &form : {secret, secret.toHex(), secret.toHex().toUpper()})
            add(form);
        for (int offset = 0; offset < 3; ++offset)
            for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
                add(insideBase64(secret, offset, alphabet));
    }
    for (QList<QByteArray> *forms : {&m_exact, &m_tight}) {
        std::sort(forms->begin(), forms->end());
        forms->erase(std::unique(forms->begin(), forms->end()), forms->end());
    }
}

QList<Redactor::Range> Redactor::in(const QByteArray &text) const
{
    QList<Range> all;
    if (!m_exact.isEmpty())
        eachReading(text, false, [&](const Letters &letters) { find(letters, m_exact, all); });
    if (!m_tight.isEmpty())
        eachReading(text, true, [&](const Letters &letters) { find(letters, m_tight, all); });
    std::sort(all.begin(), all.end(), [](const Range &a, const Range &b) { return a.begin < b.begin; });
    QList<Range> found;
    for (const Range &each : std::as_const(all)) {
        if (!found.isEmpty() && each.begin < found.last().end)
            found.last().end = std::max(found.last().end, each.end);
        else
            found.append(each);
    }
    return found;
}

Redactor::Tail Redactor::tailOf(const QByteArray &text) const
{
    Tail tail{text.size(), text.size()};
    if (!m_exact.isEmpty())
        eachReading(text, false, [&](const Letters &letters) { look(letters, m_exact, tail); });
    if (!m_tight.isEmpty())
        eachReading(text, true, [&](const Letters &letters) { look(letters, m_tight, tail); });
    tail.keep = std::min(tail.keep, tail.hold);
    return tail;
}

QByteArray Redactor::without(const QByteArray &text, const QList<Range> &secrets, qsizetype from, qsizetype to)
{
    QByteArray shown;
    for (const Range &secret : secrets) {
        if (secret.end <= from || secret.begin >= to || from >= to)
            continue;
        if (secret.begin > from)
            shown += text.sliced(from, secret.begin - from);
        shown += kInstead;
        from = std::min(secret.end, to);
    }
    return shown + text.sliced(from, to - from);
}

QByteArray Redactor::clean(const QByteArray &text) const
{
    return isEmpty() ? text : without(text, in(text), 0, text.size());
}

QByteArray Redactor::take(const QByteArray &bytes)
{
    if (isEmpty())
        return bytes;
    m_rest += bytes;
    const QList<Range> secrets = in(m_rest);
    Tail tail = tailOf(m_rest);
    // What may become a longer secret waits, also where a shorter one is in it already.
    for (auto each = secrets.rbegin(); each != secrets.rend() && each->end > tail.hold; ++each)
        tail.hold = std::min(tail.hold, each->begin);
    tail.keep = std::min(tail.keep, tail.hold);
    tail.hold = std::max(tail.hold, m_shown);
    const QByteArray shown = without(m_rest, secrets, m_shown, tail.hold);
    m_rest.remove(0, tail.keep);
    m_shown = tail.hold - tail.keep;
    return shown;
}

QByteArray Redactor::finish()
{
    const QByteArray rest = without(m_rest, in(m_rest), m_shown, m_rest.size());
    m_rest.clear();
    m_shown = 0;
    return rest;
}

} // namespace wardroom::bot
