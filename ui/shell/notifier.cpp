// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

#include "base/plaintext.h"

#include <QSystemTrayIcon>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

QString Notifier::titleOf(const session::Attention &attention)
{
    return shownPlainly(attention.title, 120).replace(u'\n', u' ');
}

QString Notifier::bodyOf(const session::Attention &attention)
{
    // Some servers read markup in the body and others show it: what came from outside is neither.
    return shownPlainly(attention.text, 240).replace(u'<', u'‹').replace(u'&', u'＆');
}

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
    m_tray->showMessage(titleOf(attention), bodyOf(attention),
                        attention.urgent ? QSystemTrayIcon::Critical : QSystemTrayIcon::Information);
}

} // namespace wardroom::ui
