// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/operationcard.h"

namespace wardroom::bot {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kEveryMs = 250;
constexpr qsizetype kLongest = 200;

} // namespace

OperationCard::OperationCard(domain::Out *out, domain::RoomId room, domain::OpId op, QString title)
    : m_out(out), m_room(std::move(room)), m_op(std::move(op)), m_title(std::move(title))
{
}

void OperationCard::take(const OutputLine &line)
{
    if (line.type != OutputLine::Type::progress || (m_last.isValid() && m_last.elapsed() < kEveryMs))
        return;
    m_last.start();
    const QString step = u"%1/%2"_s.arg(line.json.value("step"_L1).toInteger()).arg(line.json.value("of"_L1).toInteger());
    // Not waited for: a card that comes late or not at all changes nothing.
    m_out->display(m_room, m_op.text(), u"%1 · %2 %3"_s.arg(m_title, step, line.json.value("text"_L1).toString().left(kLongest)));
}

} // namespace wardroom::bot
