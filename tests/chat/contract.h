// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/chatplatform.h"
#include "listener.h"

#include <QTest>

namespace wardroom::test {

//! N people's platforms in one workspace of one chat system. The contract is written over this and nothing else.
class PlatformFixture
{
public:
    virtual ~PlatformFixture() = default;
    //! The platform of person \a index (0 is the founder), made at the first call; not started.
    virtual chat::ChatPlatform &platform(int index) = 0;
    //! The same person and node after the program ended and began again; not started.
    virtual chat::ChatPlatform &restart(int index) = 0;
    virtual domain::NodeId node(int index) const = 0;
    //! Whether entries may stay away until history is read, as a platform without visible gaps does it.
    virtual bool withholds() const { return false; }
    //! Person \a index changes anybody's entry, where capabilities().editOthers.
    virtual Result<void> edit(int index, domain::RoomId room, domain::EntryId entry, QString text) = 0;
    //! Person \a index posts a file from another program, where capabilities().files; answers the entry.
    virtual domain::EntryId post(int index, domain::RoomId room, QString name, QByteArray bytes)
    {
        Q_UNUSED(index) Q_UNUSED(room) Q_UNUSED(name) Q_UNUSED(bytes) return {};
    }
    //! Another device of person \a index, with a node of its own; nullptr where people have one. Not started.
    virtual chat::ChatPlatform *otherDevice(int index)
    {
        Q_UNUSED(index)
        return nullptr;
    }
};

template <class T> T wait(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

//! What every platform promises, whatever it is made of. Capability skips only.
class ContractSuite : public QObject
{
    Q_OBJECT

public:
    using Factory = std::function<std::unique_ptr<PlatformFixture>()>;
    explicit ContractSuite(Factory factory) : m_factory(std::move(factory)) {}

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsSentArrivesForEverybodyInTheRoom();
    void everybodyHasTheSameOrder();
    void whatWasConfirmedBeforeStandsBefore();
    void nothingIsLostOverRestarts();
    void nothingArrivesAfterStop();
    void sendingAgainSendsOnce();
    void fiveSendsAtOnceSendOnce();
    void otherWordsUnderOneTransactionAreRefused();
    void reconcileTellsWhatTheRoomGot();
    void aClaimHasOneWinner();
    void aCardIsUpdatedInPlace();
    void foreignEditsAreMarked();
    void hostileTextComesBackAsItWas();
    void tooMuchTextIsRefused();
    void envelopesTravelUntouched();

    void attachmentsAreNamedByTheirHash();
    void anAttachmentThatIsNotThereIsSaidToBeMissing();
    void ownMessagesCanBeTakenAway();
    void factsCannotBeTakenAway();
    void roomsHaveMembers();
    void whoMakesARoomMayBeAmongThoseInvitedIntoIt();
    void whoIsInvitedLaterGetsEverything();
    void whoIsNotInARoomGetsNothing();
    void restrictedRoomsAreJoinedByInvitationOfTheirAdmin();
    void historyPagesBackwardsWithoutHoles();
    void roomsThatAreNotThereAreSaidToBeMissing();
    void repliesNameWhatTheyAnswer();

    void onlyItsHolderClearsALockAndThenItIsFree_data();
    void onlyItsHolderClearsALockAndThenItIsFree();
    void ownWordsCanBeChanged();
    void factsAndCardsCannotBeChanged();
    void whoeverRunsARoomTakesPeopleOutOfIt();
    void whoeverRunsARoomNamesIt();
    void openRoomsAreJoinedByTheirId();
    void whoWasInvitedAndHasNotComeIsListed();
    void whoIsWritingIsToldToTheOthers();
    void whatWasReadIsToldToOnesOtherDevice();
    void reactionsCanBeTakenBack();

    void whatIsSaidInAThreadStandsInItForEverybody();
    void anAnswerGoesIntoTheThreadOfWhatItAnswers();
    void filesOfOtherProgramsAreFetchedWhenAskedFor();
    void aFileThatIsTooLargeOrNotThereIsRefused();
    void fetchingCanBeStopped();

private:
    chat::ChatPlatform &person(int index) { return m_fixture->platform(index); }
    //! Starts it from the beginning and listens.
    Listener &listener(int index);
    //! A room with the first \a people in it.
    domain::RoomId room(int people);
    //! Whether the room becomes one of theirs: where the platform asks the invited, they accept by asking for their
    //! rooms.
    bool comesIn(int index, const domain::RoomId &room);
    chat::Outgoing message(const domain::RoomId &room, const QString &text);
    //! Sends as the application does: waits where it is told to, asks before sending again.
    Result<chat::Sent> send(int index, chat::Outgoing message);
    QList<domain::EntryId> sendMany(int index, const domain::RoomId &room, int count);
    //! Whether \a holds comes true in time; reads history meanwhile where the platform withholds.
    bool comes(int index, const domain::RoomId &room, const std::function<bool()> &holds);
    bool seesAll(int index, const domain::RoomId &room, const QList<domain::EntryId> &entries);
    QList<domain::Entry> wholeHistory(int index, const domain::RoomId &room, int page = 100);

    Factory m_factory;
    std::unique_ptr<PlatformFixture> m_fixture;
    std::map<int, std::unique_ptr<Listener>> m_listeners;
    int m_count = 0;
};

} // namespace wardroom::test
