// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace wardroom::ui {

enum class SignInWay { password, browser, token };

//! How a server lets people sign in.
struct SignInOffers
{
    QString server; //!< "https://matrix.example.org"
    bool password = false;
    bool browser = false;
};

//! What somebody filled in.
struct SignInWish
{
    SignInWay way = SignInWay::password;
    QString server;
    QString invitation;  //!< not empty: everything about the workspace is in it
    QString workspace;   //!< its name on this desktop
    QString fingerprint; //!< of a workspace that is there; empty: a new one is founded
    QString account;
    QByteArray password;
    QByteArray token;
};

//! Onto a team's Matrix server: which one, who you are there, and which workspace. Knows nothing of the network.
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(const Theme &theme, QWidget *parent = nullptr);

    //! Empties the form; \a invitation may be empty.
    void begin(const QString &invitation = {});
    void setOffers(const SignInOffers &offers);
    //! What an invitation says: filled in and not to be changed.
    void setInvited(const QString &server, const QString &workspace, const QString &controlRoom,
                    const QString &fingerprint);
    void setBusy(const QString &doing); //!< empty: nothing is going on
    void setProblem(const QString &sentence);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void invitationPasted(const QString &text);
    void lookWanted(const QString &server);
    void signInWanted(const wardroom::ui::SignInWish &wish);
    void cancelWanted(); //!< of what is going on
    void backWanted();

private:
    void makeServer(QBoxLayout *column);
    void makeWho(QBoxLayout *column);
    void makeWhere(QBoxLayout *column);
    void makeFoot(QBoxLayout *column);
    QLineEdit *addField(QBoxLayout *column, const QString &label, const QString &placeholder);
    void refresh();
    void go();
    QString missing() const;
    SignInWish wish() const;
    SignInWay way() const;

    const Theme &m_theme;
    QLineEdit *m_invitation = nullptr;
    QLabel *m_invited = nullptr;
    QLineEdit *m_server = nullptr;
    QLabel *m_found = nullptr;
    QWidget *m_form = nullptr; //!< who and where: once the server was found
    QButtonGroup *m_ways = nullptr;
    QLineEdit *m_account = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_token = nullptr;
    QWidget *m_where = nullptr;
    QRadioButton *m_isNew = nullptr;
    QRadioButton *m_isThere = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_fingerprint = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_go = nullptr;
    bool m_isFound = false;
    bool m_isInvited = false;
    bool m_busy = false;
};

} // namespace wardroom::ui
