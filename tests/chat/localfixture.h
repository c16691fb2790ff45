// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/local/localplatform.h"
#include "contract.h"

#include <QTemporaryDir>

namespace wardroom::test {

//! A Local workspace in a folder that goes with it; every person's platform is an object of this process.
class LocalFixture final : public PlatformFixture
{
public:
    explicit LocalFixture(chat::LocalFaults faults = {});

    chat::LocalPlatform &platform(int index) override;
    chat::LocalPlatform &restart(int index) override;
    domain::NodeId node(int index) const override;
    bool withholds() const override { return m_faults.gaps > 0; }
    Result<void> edit(int index, domain::RoomId room, domain::EntryId entry, QString text) override;

    QString folder() const { return m_place.filePath(QStringLiteral("w")); }
    //! For platforms of one's own making.
    chat::LocalOptions options(int index) const;
    void close(int index) { m_platforms.erase(index); }
    //! A room with everybody up to \a people in it.
    domain::RoomId room(int people);

    static const domain::WorkspaceId kWorkspace;

private:
    QTemporaryDir m_place;
    SystemClock m_clock;
    chat::LocalFaults m_faults;
    std::map<int, std::unique_ptr<chat::LocalPlatform>> m_platforms;
};

//! A message of a random transaction.
chat::Outgoing words(const domain::RoomId &room, const QString &text);

} // namespace wardroom::test
