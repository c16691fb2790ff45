// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/operationcard.h"

#include "base/plaintext.h"

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLine = 200;
constexpr qsizetype kLongest = 3000; // below what any chat platform takes; a message of it stays readable on a phone

//! One line of a hostile script, as one line.
QString shownLine(const QString &text)
{
    return shownPlainly(text, kLongestLine).replace(u'\n', u' ');
}

} // namespace

OperationCard::OperationCard(QString title, std::function<void(const QString &)> show)
    : m_title(shownLine(title))
    , m_show(std::move(show))
{
    m_soon.setSingleShot(true);
    QObject::connect(&m_soon, &QTimer::timeout, &m_soon, [this] { say(); });
}

void OperationCard::take(const OutputLine &line)
{
    if (line.type != OutputLine::Type::progress && line.type != OutputLine::Type::log)
        return; // rows and results are shown from the log, when it is over
    const QString said = shownLine(line.json.value("text"_L1).toString());
    if (line.type == OutputLine::Type::progress) {
        m_step = u"%1/%2"_s.arg(line.json.value("step"_L1).toInteger()).arg(line.json.value("of"_L1).toInteger());
        m_progress = said;
    }
    m_tail.append(said);
    while (m_tail.size() > kMostLines)
        m_tail.removeFirst();
    const qint64 since = m_last.isValid() ? m_last.elapsed() : kEveryMs;
    if (since >= kEveryMs)
        say();
    else if (!m_soon.isActive())
        m_soon.start(static_cast<int>(kEveryMs - since));
}

void OperationCard::finish()
{
    if (m_soon.isActive())
        say();
}

void OperationCard::say()
{
    m_soon.stop();
    m_last.start();
    m_show(text());
}

QString OperationCard::text() const
{
    QStringList head{m_step, m_title, m_progress};
    head.removeAll(QString());
    const QString first = head.join(u" · "_s);
    // The newest lines are what somebody looks for: the oldest give way.
    qsizetype room = kLongest - first.size();
    qsizetype from = m_tail.size();
    while (from > 0 && room > m_tail.at(from - 1).size()) {
        --from;
        room -= m_tail.at(from).size() + 1;
    }
    return (QStringList{first} + m_tail.sliced(from)).join(u'\n');
}

} // namespace wardroom::bot
