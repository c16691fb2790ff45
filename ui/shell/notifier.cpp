// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

#include "base/plaintext.h"

#include <QSystemTrayIcon>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

TrayNotifier::TrayNotifier(const Theme &theme, QObject *parent) : Notifier(parent)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    m_tray = new QSystemTrayIcon(theme.icon(u"wardroom"_s, theme.tokens().accent), this);
    m_tray->setToolTip(tr("Wardroom"));
    m_tray->show();
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT clicked(m_last); });
}

void TrayNotifier::notify(const session::Attention &attention)
{
    if (!m_tray)
        return;
    m_last = attention.room;
    // Some notification servers read markup in the body: what came from outside must not become any.
    const QString text = shownPlainly(attention.text, 240).replace(u'<', u'‹').replace(u'&', u'＆');
    m_tray->showMessage(shownPlainly(attention.title, 120), text, attention.urgent ? QSystemTrayIcon::Critical : QSystemTrayIcon::Information);
}

} // namespace wardroom::ui
