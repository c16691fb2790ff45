// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/shell/commandspage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace wardroom::ui {

class PolicyPanel;

struct SettingsValues
{
    ThemeMode theme = ThemeMode::system;
    int textSize = 0;        //!< pixels; 0: the system's
    QString language;        //!< "": the system's; "en", "zh"
    bool notifications = true;
    QString personName;
    QString workspace;       //!< shown only
    QString fingerprint;     //!< shown only
};

class SettingsPage final : public PageFrame
{
    Q_OBJECT

public:
    explicit SettingsPage(Theme &theme, QWidget *parent = nullptr);
    void setValues(const SettingsValues &values);
    SettingsValues values() const;
    PolicyPanel *policy() const { return m_policy; }

Q_SIGNALS:
    void changed(const wardroom::ui::SettingsValues &values);

private:
    QWidget *makeKeys();

    Theme &m_theme;
    QComboBox *m_look;
    QComboBox *m_size;
    QComboBox *m_language;
    QCheckBox *m_notifications;
    QLineEdit *m_name;
    QLabel *m_workspace;
    QLabel *m_fingerprint;
    PolicyPanel *m_policy;
    bool m_filling = false;
};

} // namespace wardroom::ui
