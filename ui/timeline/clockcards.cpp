// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/clockcards.h"

#include "models/times.h"
#include "ui/theme/pieces.h"

#include <QPainter>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

QString remaining(const session::DeadlineLine &clock, qint64 now)
{
    const qint64 left = clock.due - now;
    return left >= 0 ? ClockCard::tr("%1 left").arg(models::longDuration(left))
                     : ClockCard::tr("overdue by %1").arg(models::longDuration(-left));
}

} // namespace

ClockCard::ClockCard(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void ClockCard::setClock(const session::DeadlineLine &clock, qint64 now)
{
    m_clock = clock;
    m_now = now;
    setAccessibleName(tr("%1, %2").arg(clock.name, remaining(clock, now)));
    setAccessibleDescription(tr("Legal clock. Press when the report was submitted."));
    setToolTip(
        tr("%1, due %2. Press when the report was submitted.")
            .arg(clock.regime, QLocale().toString(QDateTime::fromMSecsSinceEpoch(clock.due), QLocale::ShortFormat))
            .toHtmlEscaped());
    update();
}

QSize ClockCard::sizeHint() const
{
    return {m_theme.px(240), m_theme.px(50)};
}

void ClockCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    const bool late = m_now > m_clock.due;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? t.accent : (late ? t.red : t.line), hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() ? blended(t.text, t.raised, 0.05) : t.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    QFont strong = m_theme.font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    const int side = m_theme.px(12);
    const QRect line(side, m_theme.px(9), width() - 2 * side, m_theme.px(20));
    const QString left = remaining(m_clock, m_now);
    const int wide = painter.fontMetrics().horizontalAdvance(left);
    painter.setPen(late ? t.redInk : t.text);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, left);
    painter.setPen(t.text);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_clock.name, Qt::ElideRight, std::max(40, line.width() - wide - side)));
    const QRectF bar(side, height() - m_theme.px(13), width() - 2 * side, m_theme.px(4));
    const double whole = static_cast<double>(std::max<qint64>(1, m_clock.due - m_clock.startedAt));
    const double used = std::clamp(static_cast<double>(m_now - m_clock.startedAt) / whole, 0.0, 1.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setBrush(late ? t.red : t.amber);
    painter.drawRoundedRect(QRectF(bar.x(), bar.y(), std::max(4.0, bar.width() * used), bar.height()), 2, 2);
}

ClockCards::ClockCards(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    setMargins(m_column, 14, 12, 14, 0, 6);
    setAccessibleName(tr("Legal clocks"));
    hide();
}

void ClockCards::setClocks(const QList<session::DeadlineLine> &clocks, qint64 now)
{
    QList<session::DeadlineLine> running = clocks;
    running.removeIf([](const session::DeadlineLine &clock) { return clock.metAt > 0; });
    // Kept while they last, so that the focus stays where it is.
    while (m_cards.size() > running.size())
        delete m_cards.takeLast();
    while (m_cards.size() < running.size()) {
        auto *card = new ClockCard(m_theme);
        connect(card, &QAbstractButton::clicked, this, [this, card] { Q_EMIT metWanted(card->clock()); });
        m_column->addWidget(card);
        m_cards.append(card);
    }
    for (qsizetype i = 0; i < running.size(); ++i)
        m_cards.at(i)->setClock(running.at(i), now);
    setVisible(!running.isEmpty());
}

} // namespace wardroom::ui
