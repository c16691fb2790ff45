// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace wardroom::ui {

//! A drill as it is offered.
struct DrillChoice
{
    QString name; //!< its folder
    QString title;
    QString summary;
    int minutes = 0;
};

//! The first start: who you are, and three ways on. One page, no dialogs, no account.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(const Theme &theme, QWidget *parent = nullptr);
    void setDrills(const QList<DrillChoice> &drills); //!< the first is chosen
    void setPersonName(const QString &name);
    QString personName() const;
    //! \a doing not empty: something is being set up.
    void focusFirst(); //!< the name, or the first way on when the name is known
    void setBusy(const QString &doing);
    void setProblem(const QString &sentence);
    void setBack(const QString &workspace); //!< empty: there is nowhere to go back to

Q_SIGNALS:
    void practiseWanted(const QString &personName, const QString &drill);
    void workHereWanted(const QString &personName);
    void joinWanted(const QString &personName, const QString &invitation);
    void connectWanted(const QString &personName);
    void backWanted();

private:
    QWidget *makeChoice(const QString &icon, const QString &title, const QString &text, const QString &go,
                        const char *look);
    QLayout *makeWays();
    QLayout *makeJoin();
    void addDrillChoice(QWidget *card);
    bool named();

    const Theme &m_theme;
    QLineEdit *m_name;
    QLineEdit *m_invitation;
    QLabel *m_state;
    QLabel *m_drillWords = nullptr;
    QComboBox *m_drill = nullptr;
    QProgressBar *m_busy;
    QPushButton *m_back;
    QList<QWidget *> m_choices;
};

} // namespace wardroom::ui
