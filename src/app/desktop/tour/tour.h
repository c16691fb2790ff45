// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/desktop/desktop.h"
#include "app/desktop/tour/chatserver.h"
#include "app/desktop/tour/hand.h"
#include "secrets/filesecrets.h"
#include "ui/shell/notifier.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace wardroom::app {

//! Writes down what the desktop would have been told, whether or not this desktop shows notifications.
class HeardNotifier final : public ui::Notifier
{
    Q_OBJECT

public:
    explicit HeardNotifier(QList<session::Attention> &heard) : m_heard(heard) {}
    void notify(const session::Attention &attention) override { m_heard.append(attention); }

private:
    QList<session::Attention> &m_heard;
};

//! One of the two people of the tour.
struct Player
{
    QString name;
    std::unique_ptr<session::Profile> profile;
    std::unique_ptr<secrets::FileSecrets> secrets;
    std::unique_ptr<Desktop> desktop;
    std::unique_ptr<Hand> hand;
    QList<session::Attention> attentions; //!< every desktop notification so far
    HeardNotifier notifier{attentions};

    session::Workspace &workspace() { return *desktop->workspace(); }
    session::Engine &engine() { return desktop->workspace()->engine(); }
    ui::MainWindow &window() { return desktop->window(); }
};

//! Plays the whole story with two real desktops, a real CrowdSec and a real practice host, and writes what happened:
//! pictures, tour.json and the bundle. A step that did not happen is said to be not ok; nothing is assumed.
class Tour final : public QObject
{
    Q_OBJECT

public:
    //! \a server: where the story plays; null: in a folder of this machine, two desktops by themselves.
    Tour(QString folder, QString resources, QString crowdSecUnpacked, ui::Theme &theme,
         std::unique_ptr<ChatServer> server);
    ~Tour() override;
    //! The exit code: 0 when every step happened.
    QCoro::Task<int> play();

private:
    using Step = QCoro::Task<bool> (Tour::*)();
    using Steps = QList<std::pair<QString, Step>>;

    Steps steps() const;
    QCoro::Task<void> playStep(QString name, Step step);
    bool writeJson(bool ok) const;
    //! Remembers \a sentence as why the step failed.
    bool no(const QString &sentence);
    void picture(Player &player, const QString &what);

    //! \a practises: alone, with the drill's own colleagues and without an intrusion detection.
    Result<void> makePlayer(Player &player, const QString &name, bool practises = false);
    QCoro::Task<bool> goTo(Player &player, QString room);
    QCoro::Task<bool> attack(QString address, int lines);
    //! Says \a line in the room in front and waits for the operation it makes; empty: none came.
    QCoro::Task<domain::OpId> ask(Player &player, QString line);
    QCoro::Task<bool> finished(Player &player, domain::OpId op, int seconds);
    QCoro::Task<bool> approveByDialog(Player &approver, domain::OpId op, QString pictureName);
    QCoro::Task<bool> verdict(domain::OpId op, domain::Verdict wanted);
    const domain::OperationState *operation(const domain::OpId &op);
    int alertRow(Player &player, const QString &source);
    int operationRow(Player &player, const domain::OpId &op);
    void note(const QString &key, const QJsonValue &value) { m_evidence.insert(key, value); }
    session::Practice &practice() { return m_practice ? *m_practice : *m_priya.desktop->practice(); }

    // On a chat server.
    QCoro::Task<bool> signIn(Player &player, QString name, QString invitation);
    QCoro::Task<bool> prepareHost();
    QCoro::Task<bool> phoneSees(QString room, QStringList words, int seconds);
    QCoro::Task<bool> phoneSays(QString room, QString text);
    QCoro::Task<bool> foundTeam();
    QCoro::Task<bool> joinTeam();
    QCoro::Task<bool> nightAndPhone();
    QCoro::Task<bool> nobodyHears();
    QCoro::Task<bool> phoneInRoom();
    QCoro::Task<bool> phoneAsks();
    QCoro::Task<bool> phoneApproves();
    QCoro::Task<bool> serverAway();
    QCoro::Task<bool> phoneTranscript();

    QCoro::Task<bool> firstStart();
    QCoro::Task<bool> inviteColleague();
    QCoro::Task<bool> alertArrives();
    QCoro::Task<bool> thatWasMe();
    QCoro::Task<bool> nobodyAnswers();
    QCoro::Task<bool> openIncident();
    QCoro::Task<bool> labelAndClock();
    QCoro::Task<bool> askStatus();
    QCoro::Task<bool> listFixes();
    QCoro::Task<bool> handOver();
    QCoro::Task<bool> runAndVerify();
    QCoro::Task<bool> notVerifiedAndUndo();
    QCoro::Task<bool> contain();
    QCoro::Task<bool> cancelOwn();
    QCoro::Task<bool> tasksAndNotes();
    QCoro::Task<bool> search();
    QCoro::Task<bool> resolveAndClose();
    QCoro::Task<bool> joinLate();
    QCoro::Task<bool> timelineAndBoard();
    QCoro::Task<bool> blockEnds();
    QCoro::Task<bool> exportAndVerify();
    QCoro::Task<bool> chooseDrill();
    QCoro::Task<bool> playDrill();
    QCoro::Task<bool> debriefed();

    QString m_folder;
    QString m_resources;
    QString m_crowdSec;
    ui::Theme &m_theme;
    SystemClock m_clock;
    QTemporaryDir m_profiles;
    std::unique_ptr<ChatServer> m_server;
    std::unique_ptr<session::Practice> m_practice;
    domain::Host m_host;
    QJsonObject m_shown; //!< the newest message that the phone showed with what was looked for
    Player m_priya;
    Player m_mei;
    Player m_ana; //!< only while she practises
    domain::RoomId m_incident;
    domain::OpId m_patch;
    domain::FactId m_alert;
    qint64 m_blockUntil = 0;
    QJsonArray m_steps;
    QJsonObject m_evidence;
    QJsonArray m_pictures;
    QString m_problem;
    QString m_stepName;
    bool m_ok = true;
};

} // namespace wardroom::app
