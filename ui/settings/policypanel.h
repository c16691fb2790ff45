// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/commandstanding.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace wardroom::ui {

//! How much runs by itself, command by command, and the evidence for it.
class PolicyPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PolicyPanel(const Theme &theme, QWidget *parent = nullptr);
    void setStanding(const session::PolicyStanding &standing);

Q_SIGNALS:
    void shown(); //!< it came into sight: what it shows may be old
    void levelWanted(const wardroom::session::CommandStanding &command); //!< without a name: the workspace's
    void textWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCard(const session::CommandStanding &command, bool mayPropose);

    const Theme &m_theme;
    QLabel *m_words;
    QLabel *m_whyNot;
    QPushButton *m_level;
    QPushButton *m_text;
    QVBoxLayout *m_list;
    qint64 m_workspaceLevel = 0;
};

//! "24 runs, 24 verified, 0 failed, 0 undone · median 1.2 s · these files since 12 Nov 2026".
QString evidenceWords(const session::CommandStanding &command);
//! "runs by itself", "waits for approval".
QString standingWords(const session::CommandStanding &command);

} // namespace wardroom::ui
