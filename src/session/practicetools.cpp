// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/practicetools.h"

namespace wardroom::session {
using namespace Qt::StringLiterals;

QCoro::Task<Result<void>> PracticeTools::open(CrowdSecAccount account, const Clock &clock)
{
    const Clock *const time = &clock;
    auto profile = Profile::open(m_folder.filePath(u"profile"_s));
    if (!profile)
        co_return tl::unexpected(profile.error());
    m_profile = std::move(*profile);
    // Nobody will know this passphrase again: the account lasts as long as the drill.
    auto secrets = secrets::FileSecrets::open(m_folder.filePath(u"secrets"_s), randomHex(16).toLatin1(),
                                              secrets::FileSecrets::Cost::interactive);
    if (!secrets)
        co_return tl::unexpected(secrets.error());
    m_secrets = std::move(*secrets);
    const Result<void> kept = co_await Tools::keep(*m_profile, *m_secrets, account);
    if (kept)
        m_tools = std::make_unique<Tools>(*m_profile, *m_secrets, *time);
    co_return kept;
}

} // namespace wardroom::session
