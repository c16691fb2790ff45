// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localfixture.h"

namespace wardroom::test {

using namespace Qt::StringLiterals;
using namespace wardroom::chat;

const domain::WorkspaceId LocalFixture::kWorkspace(u"f0f1f2"_s);

LocalFixture::LocalFixture(LocalFaults faults) : m_faults(faults)
{
    const auto made = LocalPlatform::createWorkspace(folder(), kWorkspace, u"Test"_s, PersonId(u"person-0"_s), m_clock);
    if (!made)
        qFatal("createWorkspace: %ls", qUtf16Printable(made.error().message));
}

LocalOptions LocalFixture::options(int index) const
{
    LocalFaults faults = m_faults;
    faults.seed += quint32(index);
    return {folder(), PersonId(u"person-%1"_s.arg(index)), node(index), m_clock, faults, kWorkspace};
}

LocalPlatform &LocalFixture::platform(int index)
{
    auto &kept = m_platforms[index];
    if (!kept)
        kept = std::make_unique<LocalPlatform>(options(index));
    return *kept;
}

LocalPlatform &LocalFixture::restart(int index)
{
    close(index);
    return platform(index);
}

domain::NodeId LocalFixture::node(int index) const
{
    return domain::NodeId(u"node-%1"_s.arg(index));
}

Result<void> LocalFixture::edit(int index, RoomId room, EntryId entry, QString text)
{
    return wait(platform(index).editAnyones(room, entry, text, "{}"_ba));
}

RoomId LocalFixture::room(int people)
{
    RoomSpec spec;
    spec.name = u"room-"_s + randomHex(4);
    for (int index = 1; index < people; ++index)
        spec.invite.append(PersonId(u"person-%1"_s.arg(index)));
    return wait(platform(0).createRoom(spec)).value().id;
}

Outgoing words(const RoomId &room, const QString &text)
{
    Outgoing message;
    message.txn = u"txn-"_s + randomHex(8);
    message.room = room;
    message.text = text;
    return message;
}

} // namespace wardroom::test
