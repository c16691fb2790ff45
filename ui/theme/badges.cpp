// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/badges.h"

#include <QCoreApplication>
#include <QFontMetrics>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

BadgeStyle severityBadge(qint64 severity, const Tokens &t)
{
    const QString text = u"SEV%1"_s.arg(severity);
    switch (severity) {
    case 1: return {text, t.redFill, t.onFill};
    case 2: return {text, t.amberFill, t.onAmber};
    default: return {text, t.line, t.text};
    }
}

BadgeStyle alertBadge(domain::AlertSeverity severity, const Tokens &t)
{
    using domain::AlertSeverity;
    const auto tr = [](const char *text) { return QCoreApplication::translate("Badges", text); };
    switch (severity) {
    case AlertSeverity::critical: return {tr("CRITICAL"), t.redFill, t.onFill};
    case AlertSeverity::high: return {tr("HIGH"), t.redFill, t.onFill};
    case AlertSeverity::medium: return {tr("MEDIUM"), t.amberFill, t.onAmber};
    case AlertSeverity::low: return {tr("LOW"), t.line, t.text};
    case AlertSeverity::info: break;
    }
    return {tr("INFO"), t.line, t.text};
}

BadgeStyle tlpBadge(domain::Tlp tlp)
{
    const QString text = u"TLP:"_s + domain::wordOf(tlp).toUpper();
    const QColor ink = [tlp]() -> QColor {
        switch (tlp) {
        case domain::Tlp::red: return {0xff, 0x2b, 0x2b};
        case domain::Tlp::amber:
        case domain::Tlp::amberStrict: return {0xff, 0xc0, 0x00};
        case domain::Tlp::green: return {0x33, 0xff, 0x00};
        case domain::Tlp::clear: break;
        }
        return {0xff, 0xff, 0xff};
    }();
    return {text, Qt::black, ink};
}

BadgeStyle riskBadge(domain::Risk risk, const Tokens &t)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Badges", text); };
    switch (risk) {
    case domain::Risk::disrupt: return {tr("DISRUPT"), t.redFill, t.onFill};
    case domain::Risk::change: return {tr("CHANGE"), t.amberFill, t.onAmber};
    case domain::Risk::room: return {tr("ROOM"), t.line, t.text};
    case domain::Risk::read: break;
    }
    return {tr("READ"), t.line, t.text};
}

QColor toneColor(const QString &tone, const Tokens &t)
{
    if (tone == "red"_L1 || tone == "bad"_L1)
        return t.red;
    if (tone == "amber"_L1 || tone == "warn"_L1)
        return t.amber;
    if (tone == "green"_L1 || tone == "good"_L1)
        return t.green;
    if (tone == "blue"_L1)
        return t.accent;
    if (tone == "violet"_L1)
        return t.violet;
    return t.muted;
}

QColor toneInk(const QString &tone, const Tokens &t)
{
    const QColor color = toneColor(tone, t);
    for (const auto &[plain, ink] :
         {std::pair(t.red, t.redInk), std::pair(t.amber, t.amberInk), std::pair(t.green, t.greenInk),
          std::pair(t.accent, t.accentInk), std::pair(t.violet, t.violetInk)})
        if (color == plain)
            return ink;
    return color;
}

static QFont badgeFont(const Theme &theme)
{
    QFont font = theme.font(Face::tiny);
    font.setWeight(QFont::Bold);
    return font;
}

QSize badgeSize(const QString &text, const Theme &theme)
{
    const QFontMetrics metrics(badgeFont(theme));
    return {metrics.horizontalAdvance(text) + theme.px(13), theme.px(19)};
}

void paintBadge(QPainter &painter, const QRect &rect, const BadgeStyle &badge, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(badge.fill);
    painter.drawRoundedRect(rect, 4, 4);
    painter.setPen(badge.ink);
    painter.setFont(badgeFont(theme));
    painter.drawText(rect, Qt::AlignCenter, badge.text);
    painter.restore();
}

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const Tokens &tokens)
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, tokens.chosen);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, tokens.hover);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

void paintCount(QPainter &painter, const QRect &rect, qint64 count, const Theme &theme)
{
    const QString text = count > 99 ? u"99+"_s : QString::number(count);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().redFill);
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter.setPen(theme.tokens().onFill);
    QFont font = theme.font(Face::tiny);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

QString initialsOf(const QString &name)
{
    QString initials;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) {
        // Who has only a phone is "@bo:example.org" here.
        const QChar first = word.size() > 1 && word.front() == u'@' ? word.at(1) : word.front();
        if (initials.size() < 2 && first.isLetterOrNumber())
            initials += first.toUpper();
    }
    return initials.isEmpty() ? u"?"_s : initials;
}

BadgeLabel::BadgeLabel(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void BadgeLabel::setBadge(const BadgeStyle &badge)
{
    m_badge = badge;
    setAccessibleName(badge.text);
    updateGeometry();
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return badgeSize(m_badge.text, m_theme);
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_badge, m_theme);
}

} // namespace wardroom::ui
