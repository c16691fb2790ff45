// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "secrets/filesecrets.h"
#include "session/tools.h"

#include <QTemporaryDir>

namespace wardroom::session {

//! The security tools of a drill, with an account and keys that go with the object. A profile's own tools, which may
//! guard something real, are never a drill's.
class PracticeTools final
{
public:
    //! Keeps \a account for as long as this lives.
    QCoro::Task<Result<void>> open(CrowdSecAccount account, const Clock &clock);
    //! Null before open().
    Tools *tools() { return m_tools.get(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<secrets::FileSecrets> m_secrets;
    std::unique_ptr<Tools> m_tools;
};

} // namespace wardroom::session
