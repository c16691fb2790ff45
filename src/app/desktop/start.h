// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/desktop.h"
#include "control/controlclient.h"
#include "control/controlserver.h"

#include <QTranslator>

class QApplication;

namespace wardroom::app {

//! Opens a profile and its secrets, then the window; a second start on the same profile raises the first one's window.
class Start final : public QObject
{
    Q_OBJECT

public:
    Start(ui::Theme &theme, QString profileFolder, QString workspace, QString crowdSecUnpacked);
    int run(QApplication &application);

private:
    //! A passphrase, where this machine has no keychain.
    QCoro::Task<Result<QByteArray>> askPassphrase(bool isNew);
    QCoro::Task<Result<domain::Secrets *>> unlock();
    void openWindow();
    QCoro::Task<int> raiseOther(QString whyNot);
    void applySettings();
    void speak(const QString &language);
    void offerTones();
    void showSettings();
    void keepSettings();

    ui::Theme &m_theme;
    QString m_profileFolder;
    QString m_workspace;
    QString m_crowdSec;
    SystemClock m_clock;
    QTranslator m_words;
    QTranslator m_qtWords; //!< of Qt's own dialogs
    QString m_language;    //!< "en" or "zh"
    std::unique_ptr<session::Profile> m_profile;
    std::unique_ptr<domain::Secrets> m_secrets;
    std::unique_ptr<Desktop> m_desktop;
    control::ControlServer m_server;
};

} // namespace wardroom::app
