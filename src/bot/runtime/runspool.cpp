// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/runtime/runspool.h"

#include <QJsonDocument>

namespace wardroom::bot {

using namespace Qt::StringLiterals;

SpooledOutput::SpooledOutput(std::function<void(const QByteArray &)> keep) : m_keep(std::move(keep))
{
    m_soon.setSingleShot(true);
    QObject::connect(&m_soon, &QTimer::timeout, &m_soon, [this] { write(); });
}

void SpooledOutput::take(const OutputLine &line)
{
    m_output += QJsonDocument(line.json).toJson(QJsonDocument::Compact) + '\n';
    if (m_output.size() > kMost) {
        m_output.remove(0, m_output.indexOf('\n', m_output.size() - kMost / 2) + 1);
        m_isCut = true;
    }
    const qint64 since = m_last.isValid() ? m_last.elapsed() : kEveryMs;
    if (since >= kEveryMs)
        write();
    else if (!m_soon.isActive())
        m_soon.start(static_cast<int>(kEveryMs - since));
}

QByteArray SpooledOutput::output() const
{
    if (!m_isCut)
        return m_output;
    const QJsonObject cut{{u"type"_s, u"log"_s}, {u"text"_s, u"(what it printed before this was not kept)"_s}};
    return QJsonDocument(cut).toJson(QJsonDocument::Compact) + '\n' + m_output;
}

void SpooledOutput::write()
{
    m_last.start();
    m_keep(output());
}

} // namespace wardroom::bot
