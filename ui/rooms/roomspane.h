// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/listmodels.h"
#include "models/roomlistmodel.h"
#include "ui/shell/linkwords.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace wardroom::ui {

class InvitationList;

//! The second column: search, the rooms, and whether we are connected.
class RoomsPane final : public QWidget
{
    Q_OBJECT

public:
    RoomsPane(const Theme &theme, models::RoomListModel *rooms, models::SearchModel *found, QWidget *parent = nullptr);

    void setCurrentRoom(const session::RoomId &room);
    session::RoomId currentRoom() const { return m_current; }
    //! Whether connected; \a synced: "02:14:07".
    void setLink(const LinkWords &words, const QString &synced);
    void focusSearch();
    void endSearch();
    void focusRooms();
    void setSearchTrouble(const QString &sentence);
    void goToNeighbour(int direction);
    InvitationList *invitations() const { return m_invitations; }

Q_SIGNALS:
    void roomChosen(const wardroom::session::RoomId &room);
    void searchWanted(const QString &words); //!< empty: it ended
    void hitChosen(int row);                 //!< of the search model
    void signInWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeSearch();
    QWidget *makeFooter();
    void makeLists(models::RoomListModel *rooms, models::SearchModel *found);
    void showFound();

    const Theme &m_theme;
    models::RoomListModel *m_rooms;
    models::SearchModel *m_found;
    QLineEdit *m_search = nullptr;
    QLabel *m_keyHint = nullptr;
    QStackedWidget *m_stack = nullptr;
    QListView *m_list = nullptr;
    QListView *m_hits = nullptr;
    QLabel *m_foundLine = nullptr;
    InvitationList *m_invitations = nullptr;
    QWidget *m_foot = nullptr;
    QLabel *m_shape = nullptr;
    QLabel *m_link = nullptr;
    QLabel *m_synced = nullptr;
    QPushButton *m_signIn = nullptr;
    session::RoomId m_current;
};

} // namespace wardroom::ui
