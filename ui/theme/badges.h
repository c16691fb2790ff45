// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QStyleOptionViewItem>

//! Badges: a filled word. Used by delegates, cards and dialogs alike.
namespace wardroom::ui {

struct BadgeStyle
{
    QString text;
    QColor fill;
    QColor ink;
};

//! "SEV1" to "SEV4".
BadgeStyle severityBadge(qint64 severity, const Tokens &tokens);
BadgeStyle alertBadge(domain::AlertSeverity severity, const Tokens &tokens);
//! "READ", "CHANGE", "DISRUPT".
//! FIRST's colours on black, the same in both themes (FIRST, Traffic Light Protocol 2.0, "TLP colors").
BadgeStyle tlpBadge(domain::Tlp tlp);
BadgeStyle riskBadge(domain::Risk risk, const Tokens &tokens);
//! The colour behind "red", "amber", "green", "blue", "violet", "good", "warn", "bad"; muted when unknown.
QColor toneColor(const QString &tone, const Tokens &tokens);
//! The same for words.
QColor toneInk(const QString &tone, const Tokens &tokens);

QSize badgeSize(const QString &text, const Theme &theme);
void paintBadge(QPainter &painter, const QRect &rect, const BadgeStyle &badge, const Theme &theme);
//! What lies under a row of a list: chosen, under the pointer, and the ring of the one that has the keyboard.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const Tokens &tokens);
//! The round red count of unread entries or waiting approvals; "99+" at most.
void paintCount(QPainter &painter, const QRect &rect, qint64 count, const Theme &theme);
//! "PN" from "Priya N."; at most two letters.
QString initialsOf(const QString &name);

//! A badge as a widget.
class BadgeLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeLabel(const Theme &theme, QWidget *parent = nullptr);
    void setBadge(const BadgeStyle &badge);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    BadgeStyle m_badge;
};

} // namespace wardroom::ui
