// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/character.h"
#include "ui/shell/pageframe.h"
#include "ui/theme/theme.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTimeEdit;

namespace wardroom::ui {

class NodesPanel;
class PolicyPanel;

struct SettingsValues
{
    ThemeMode theme = ThemeMode::system;
    int textSize = 0; //!< pixels; 0: the system's
    QString language; //!< "": the system's; "en", "zh"
    bool notifications = true;
    session::Manners manners; //!< how the bot talks, and when it keeps quiet
    QString personName;
    QString workspace;   //!< shown only
    QString fingerprint; //!< shown only
};

class SettingsPage final : public PageFrame
{
    Q_OBJECT

public:
    explicit SettingsPage(Theme &theme, QWidget *parent = nullptr);
    //! The ways of talking there are: id and name.
    void setTones(const QList<std::pair<QString, QString>> &tones);
    void setValues(const SettingsValues &values);
    SettingsValues values() const;
    NodesPanel *nodes() const { return m_nodes; }
    PolicyPanel *policy() const { return m_policy; }

Q_SIGNALS:
    void changed(const wardroom::ui::SettingsValues &values);

private:
    QWidget *makeKeys();
    void fillChoices();
    void tellChanges();
    QWidget *makeSilence();

    Theme &m_theme;
    QComboBox *m_look;
    QComboBox *m_size;
    QComboBox *m_language;
    QCheckBox *m_notifications;
    QComboBox *m_tone;
    QCheckBox *m_silent;
    QTimeEdit *m_from;
    QTimeEdit *m_until;
    QLineEdit *m_name;
    QLabel *m_workspace;
    QLabel *m_fingerprint;
    NodesPanel *m_nodes;
    PolicyPanel *m_policy;
    bool m_filling = false;
};

} // namespace wardroom::ui
