// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/clocksheet.h"

#include "ui/theme/pieces.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

ClockSheet::ClockSheet(const QList<session::RegimeChoice> &regimes, qint64 now, QWidget *parent)
    : Sheet(tr("Legal clock"),
            tr("Whether a law applies is yours to decide. Your decision, its moment and your reason are part of the "
               "record."),
            tr("Record"), parent)
    , m_regimes(regimes)
    , m_now(now)
    , m_regime(new QComboBox)
    , m_since(new QDateTimeEdit(QDateTime::fromMSecsSinceEpoch(now)))
    , m_reason(new QLineEdit)
    , m_noReport(new QCheckBox(tr("We do not report under this law")))
    , m_words(makeText({}, "muted"))
{
    for (const session::RegimeChoice &choice : regimes)
        m_regime->addItem(choice.name, choice.id);
    m_since->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    m_since->setCalendarPopup(true);
    m_reason->setMaxLength(500);
    addField(tr("Law"), m_regime);
    addField({}, m_words);
    addField(tr("Since"), m_since);
    addField(tr("Reason"), m_reason);
    addField({}, m_noReport);
    // The sheet names fields by their labels; these two say what they are themselves.
    m_words->setAccessibleName({});
    m_noReport->setAccessibleName({});
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * 9);
    connect(m_regime, &QComboBox::currentIndexChanged, this, &ClockSheet::refresh);
    connect(m_noReport, &QCheckBox::toggled, this, &ClockSheet::refresh);
    refresh();
}

void ClockSheet::refresh()
{
    m_since->setEnabled(isReported());
    const session::RegimeChoice choice = m_regimes.value(m_regime->currentIndex());
    QStringList words{choice.trigger, choice.remark};
    if (!choice.clocks.isEmpty())
        words << tr("Starts: %1.").arg(choice.clocks.join(tr(", ")));
    words.removeAll(QString());
    m_words->setText(words.join(u'\n'));
}

QString ClockSheet::regime() const
{
    return m_regime->currentData().toString();
}

qint64 ClockSheet::since() const
{
    // The field has no seconds: "now" must not become a moment before what led to it, nor one to come.
    return std::min(m_now, m_since->dateTime().toMSecsSinceEpoch());
}

QString ClockSheet::reason() const
{
    return m_reason->text().trimmed();
}

bool ClockSheet::isReported() const
{
    return !m_noReport->isChecked();
}

QString ClockSheet::missing() const
{
    if (m_regimes.isEmpty())
        return tr("No laws are listed in this installation.");
    return reason().isEmpty() ? tr("Say why: who reads the record later asks for it.") : QString();
}

} // namespace wardroom::ui
