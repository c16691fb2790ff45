// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/keyring.h"
#include "session/tools.h"
#include "session/workspace.h"
#include "session/workspaces.h"

namespace wardroom::session {

//! One person's running Wardroom: a profile, its secrets and tools, and one open workspace. What every program that
//! runs on a profile puts together, in the order in which it comes apart again.
class Desk final : public QObject
{
    Q_OBJECT

public:
    explicit Desk(std::unique_ptr<Profile> profile);
    ~Desk() override;

    //! Makes the secrets and the tools; everything below needs it first.
    QCoro::Task<Result<void>> unlock(PassphraseAsker ask);
    //! Opens the workspace \a name (empty: the first) and makes it workspace(). ErrorKind::notFound: there is none.
    QCoro::Task<Result<void>> open(QString name);
    //! Done, or given up after \a milliseconds: what was said is in the room, and what runs here has ended.
    QCoro::Task<void> settle(int milliseconds);

    Profile &profile() { return *m_profile; }
    domain::Secrets &secrets() { return *m_secrets; }
    Workspaces &places() { return *m_places; }
    Tools &tools() { return *m_tools; }
    const Clock &clock() const { return m_clock; }
    Workspace *workspace() const { return m_workspace.get(); } //!< nullptr before open()

private:
    bool isBusy(bool alsoAboutTo) const;
    bool runsHere(const domain::OperationState &operation) const;
    bool mayBeginHere(const domain::OperationState &operation) const;

    SystemClock m_clock;
    qint64 m_openedAt = 0; //!< ms
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<domain::Secrets> m_secrets;
    std::unique_ptr<Tools> m_tools;
    std::unique_ptr<Workspaces> m_places;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace wardroom::session
