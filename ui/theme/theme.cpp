// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QStyleFactory>
#include <QStyleHints>
#include <QSvgRenderer>

// Outside the namespace because the macro declares a function.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace wardroom::ui {

using namespace Qt::StringLiterals;

namespace {

QString firstInstalled(const QStringList &families, const QString &otherwise)
{
    for (const QString &family : families)
        if (QFontDatabase::hasFamily(family))
            return family;
    return otherwise;
}

QPalette paletteFor(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.background);
    p.setColor(QPalette::Base, t.field);
    p.setColor(QPalette::AlternateBase, t.panel);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.redInk);
    p.setColor(QPalette::Highlight, t.accentFill);
    p.setColor(QPalette::HighlightedText, t.onFill);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Link, t.accentInk);
    p.setColor(QPalette::LinkVisited, t.violet);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.muted);
    p.setColor(QPalette::Light, t.line);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, Qt::black);
    return p;
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent)
{
    initIcons();
    const QFont system = QApplication::font();
    m_systemPixels = std::clamp(QFontInfo(system).pixelSize(), 10, 28);
    // Qt's own fall-back of 9 pt and the usual 10 pt both read as this design's own size.
    m_basePixels = m_systemPixels <= 14 ? 14 : m_systemPixels;
    m_family = firstInstalled({u"Inter"_s}, system.family());
    m_monospace = firstInstalled({u"DejaVu Sans Mono"_s}, QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    const QPalette palette = QApplication::palette();
    m_systemDark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::refresh);
#endif
    m_tokens = systemIsDark() ? Tokens::forDark() : Tokens::forLight();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const auto scheme = QApplication::styleHints()->colorScheme(); scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_systemDark;
}

void Theme::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    refresh();
}

void Theme::setTextSize(int pixels)
{
    const int wanted = pixels == 0 ? std::max(14, m_systemPixels) : std::clamp(pixels, 10, 28);
    if (m_basePixels == wanted)
        return;
    m_basePixels = wanted;
    refresh();
}

void Theme::refresh()
{
    const bool dark = m_mode == ThemeMode::system ? systemIsDark() : m_mode == ThemeMode::dark;
    m_tokens = dark ? Tokens::forDark() : Tokens::forLight();
    if (m_applied)
        apply();
    else
        Q_EMIT changed();
}

void Theme::apply()
{
    m_applied = true;
    if (QApplication::style()->name().compare("fusion"_L1, Qt::CaseInsensitive) != 0 && qApp->styleSheet().isEmpty())
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(paletteFor(m_tokens));
    QApplication::setFont(font());
    qApp->setStyleSheet(styleSheetFor(*this));
    Q_EMIT changed();
}

int Theme::px(int length) const
{
    return (length * m_basePixels + 7) / 14;
}

QFont Theme::font(Face face) const
{
    const bool mono = face == Face::mono || face == Face::monoSmall;
    QFont font(mono ? m_monospace : m_family);
    const auto pixels = [&]() -> int {
        switch (face) {
        case Face::small:
        case Face::smallStrong:
        case Face::monoSmall:
        case Face::mono: return px(12);
        case Face::tiny: return px(11);
        case Face::heading: return px(17);
        case Face::title: return px(20);
        case Face::figure: return px(26);
        default: return px(13);
        }
    };
    font.setPixelSize(pixels());
    font.setStyleStrategy(QFont::PreferAntialias);
    switch (face) {
    case Face::strong:
    case Face::smallStrong: font.setWeight(QFont::DemiBold); break;
    case Face::heading:
    case Face::title:
    case Face::figure: font.setWeight(QFont::Bold); break;
    default: break;
    }
    return font;
}

QPixmap Theme::pixmap(const QString &name, const QColor &color, int size, qreal ratio) const
{
    const QString key = u"wardroom/%1/%2/%3/%4"_s.arg(name, color.name()).arg(size).arg(ratio);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("#000000", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    picture = QPixmap(QSize(size, size) * ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    renderer.render(&painter);
    painter.end();
    picture.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, picture);
    return picture;
}

QIcon Theme::icon(const QString &name, const QColor &color) const
{
    QIcon icon;
    for (const int size : {16, 20, 24}) {
        icon.addPixmap(pixmap(name, color, size, 1));
        icon.addPixmap(pixmap(name, color, size, 2));
    }
    return icon;
}

} // namespace wardroom::ui
